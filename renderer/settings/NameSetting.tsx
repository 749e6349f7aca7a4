import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { SettingRow } from './SettingRow.tsx';

/** Station and place together, since a place without its name means nothing. */
export const NameSetting = ({ station, place }: { readonly station: string; readonly place: string }) => {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState({ station, place });
  const rename = useCommand((client) => client.station.rename(typed));
  const same = typed.station === station && typed.place === place;
  return (
    <SettingRow wide title={t('name.title')} hint={t('name.hint')} source="station">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void rename.run();
        }}
      >
        <Group align="flex-end">
          <TextInput label={t('name.station')} value={typed.station} onChange={(event) => setTyped({ ...typed, station: event.currentTarget.value })} />
          <TextInput flex="1 1 16rem" label={t('name.place')} value={typed.place} onChange={(event) => setTyped({ ...typed, place: event.currentTarget.value })} />
          <Button type="submit" disabled={same} loading={rename.busy}>
            {t('save')}
          </Button>
        </Group>
        <ProblemNote problem={rename.problem} />
      </form>
    </SettingRow>
  );
};
