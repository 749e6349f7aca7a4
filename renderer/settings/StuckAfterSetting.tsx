import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stationSettingsChangeSchema, stationSettingsSchema } from '../../main/contract/index.ts';
import type { StationSettings } from '../../main/contract/index.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { NumberField } from './NumberField.tsx';
import { SettingRow } from './SettingRow.tsx';
import { useChangeSettings } from './useChangeSettings.ts';

/** After how long a contact that stays closed is a fault. */
export const StuckAfterSetting = ({ settings }: { readonly settings: StationSettings }) => {
  const { t } = useTranslation('settings');
  const change = useChangeSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = stationSettingsChangeSchema.required().shape.stuckAfter.safeParse(Number(typed));
  const save = async (): Promise<void> => {
    if (parsed.success && (await change.run({ stuckAfter: parsed.data })).ok) setTyped(null);
  };
  return (
    <SettingRow title={t('stuckAfter.title')} hint={t('stuckAfter.hint')} standard={t('stuckAfter.seconds', { seconds: stationSettingsSchema.parse({}).stuckAfter })} source="station">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Group align="flex-end" gap="xs">
          <NumberField label={t('stuckAfter.label')} value={typed ?? String(settings.stuckAfter)} error={typed === null || parsed.success ? null : t('stuckAfter.range')} onChange={setTyped} />
          {typed !== null && (
            <Button type="submit" loading={change.busy}>
              {t('save')}
            </Button>
          )}
        </Group>
        <ProblemNote problem={change.problem} />
      </form>
    </SettingRow>
  );
};
