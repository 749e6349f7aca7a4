import { Button, Group, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purposeSchema } from '../../main/contract/index.ts';
import type { Gesture, Problem, Purpose, Trigger } from '../../main/contract/index.ts';
import { useBindings } from '../desk/useTriggers.ts';
import { ChoiceCards } from '../shared/ChoiceCards.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import classes from './BindTrigger.module.css';
import { gesturesFor, holdLimits, sameElement, standardHold } from './gestures.ts';
import type { GestureType } from './gestures.ts';
import { useGestureName, useTriggerName } from './triggerName.ts';
import { useProposal } from './useProposal.ts';

/** A gesture as far as it is known: of "two at once" the second one is still to be pressed. */
export type ChosenGesture = Exclude<Gesture, { type: 'together' }> | { readonly type: 'together' };

interface ChooseUseProps {
  readonly trigger: Trigger;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onUse: (purpose: Purpose, gesture: ChosenGesture) => void;
  readonly onAgain: () => void;
}

/** What it is for, and how it is pressed. The proposed gesture stands until another one was chosen. */
export const ChooseUse = ({ trigger, busy, problem, onUse, onAgain }: ChooseUseProps) => {
  const { t } = useTranslation('binding');
  const nameOf = useTriggerName();
  const gestureOf = useGestureName();
  const already = useBindings().filter((binding) => sameElement(binding.trigger, trigger));
  const [purpose, setPurpose] = useState<Purpose>('assist');
  const [chosen, setChosen] = useState<GestureType | null>(null);
  const [seconds, setSeconds] = useState(standardHold);
  const proposed = useProposal(purpose);
  const type = chosen ?? proposed;
  const gestures = gesturesFor(trigger);

  const use = (): void => onUse(purpose, type === 'hold' ? { type, seconds } : { type });

  return (
    <Stack
      className={classes.listening}
      onKeyDown={(event) => {
        // Enter in a field would send the form around this one, as the set-up has it, and leave the choice behind.
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        use();
      }}
    >
      <Text fw={600} size="lg" role="status">
        {t('caught', { name: nameOf(trigger) })}
      </Text>
      {already.length > 0 && (
        <Text size="sm">{t('already', { uses: already.map((binding) => t('does', { purpose: t(`purpose.${binding.purpose}`), gesture: gestureOf(binding.gesture) })).join('; ') })}</Text>
      )}
      <Radio.Group label={t('purposeQuestion')} value={purpose} onChange={(value) => setPurpose(purposeSchema.catch(purpose).parse(value))}>
        <ChoiceCards columns="wide" choices={purposeSchema.options.map((value) => ({ value, label: t(`purpose.${value}`), hint: t(`purposeHint.${value}`) }))} />
      </Radio.Group>
      <Radio.Group label={t('gestureQuestion')} value={type} onChange={(value) => setChosen(gestures.find((gesture) => gesture === value) ?? null)}>
        <ChoiceCards
          columns="narrow"
          choices={gestures.map((value) => ({ value, label: t(`gesture.${value}`), hint: value === proposed ? t('proposed', { hint: t(`gestureHint.${value}`) }) : t(`gestureHint.${value}`) }))}
        />
      </Radio.Group>
      {type === 'hold' && (
        <NumberInput
          label={t('holdSeconds')}
          value={seconds}
          {...holdLimits}
          step={0.5}
          decimalScale={1}
          hideControls
          clampBehavior="blur"
          maw="12rem"
          onChange={(value) => typeof value === 'number' && setSeconds(value)}
        />
      )}
      {proposed === 'double-press' && <Text size="sm">{type === 'press' ? t('policeWarning') : t('policeReason')}</Text>}
      <ProblemNote problem={problem} />
      <Group>
        <Button autoFocus loading={busy} onClick={use}>
          {type === 'together' ? t('useTogether') : t('use')}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      </Group>
    </Stack>
  );
};
