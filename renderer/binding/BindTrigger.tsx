import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlarmLevel, Trigger } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { ChoiceCards } from '../shared/ChoiceCards.tsx';
import classes from './BindTrigger.module.css';
import { FoundDevices } from './FoundDevices.tsx';
import { useTriggerName } from './triggerName.ts';
import { useCapture } from './useCapture.ts';

/** "Press it now": waits for a press, offers what it should send, and binds it. */
export const BindTrigger = ({ onBound }: { readonly onBound: (trigger: Trigger) => void }) => {
  const { t } = useTranslation('binding');
  const nameOf = useTriggerName();
  const captured = useCapture();
  const [level, setLevel] = useState<AlarmLevel>('assist');
  const bind = useCommand((client, trigger: Trigger) => client.trigger.addBinding({ trigger, gesture: { type: 'press' }, purpose: level }));
  const { trigger } = captured;

  const use = async (found: Trigger): Promise<void> => {
    if (!(await bind.run(found)).ok) return;
    onBound(found);
    captured.again();
  };

  if (trigger === null) {
    return (
      <div className={classes.listening}>
        <Text fw={600} size="lg" role="status">
          {captured.held === null ? t('press') : t('held', { name: captured.held.name })}
        </Text>
        <Text c="dimmed">{captured.keyTaken ? t('keyTaken') : t('pressHint')}</Text>
        <FoundDevices devices={captured.devices} />
      </div>
    );
  }
  return (
    <Stack className={classes.listening}>
      <Text fw={600} size="lg" role="status">
        {t('caught', { name: nameOf(trigger) })}
      </Text>
      <Radio.Group label={t('level')} value={level} onChange={(chosen) => setLevel(chosen === 'emergency' ? 'emergency' : 'assist')}>
        <ChoiceCards choices={[{ value: 'assist', label: t('assist') }, { value: 'emergency', label: t('emergency') }]} />
      </Radio.Group>
      <ProblemNote problem={bind.problem} />
      <Group>
        <Button autoFocus loading={bind.busy} onClick={() => void use(trigger)}>
          {t('use')}
        </Button>
        <Button variant="default" onClick={captured.again}>
          {t('again')}
        </Button>
      </Group>
    </Stack>
  );
};
