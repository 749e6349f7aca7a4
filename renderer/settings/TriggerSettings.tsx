import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BindingList } from '../binding/BindingList.tsx';
import { BindTrigger } from '../binding/BindTrigger.tsx';
import { useBindings } from '../desk/useTriggers.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { SettingRow } from './SettingRow.tsx';

export const TriggerSettings = () => {
  const { t } = useTranslation('settings');
  const [waiting, setWaiting] = useState(false);
  const hasSpot = useBindings().some(({ trigger }) => trigger.type === 'spot');
  const addSpot = useCommand((client) => client.trigger.addBinding({ trigger: { type: 'spot' }, gesture: { type: 'double-press' }, purpose: 'assist' }));
  return (
    <SettingRow wide title={t('triggers.title')} hint={t('triggers.hint')} source="station">
      <Stack>
        <BindingList removable />
        {waiting && <BindTrigger onBound={() => setWaiting(false)} />}
        <Group>
          <Button variant="default" onClick={() => setWaiting(!waiting)}>
            {waiting ? t('triggers.stop') : t('triggers.add')}
          </Button>
          {!hasSpot && (
            <Button variant="default" loading={addSpot.busy} onClick={() => void addSpot.run()}>
              {t('triggers.addSpot')}
            </Button>
          )}
        </Group>
        <ProblemNote problem={addSpot.problem} />
      </Stack>
    </SettingRow>
  );
};
