import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../settings/NumberField.tsx';
import { ConditionFields } from './ConditionFields.tsx';
import type { StepDraft } from './planDraft.ts';
import classes from './Plans.module.css';
import { RecipientTicks } from './RecipientTicks.tsx';
import type { RecipientNames } from './stepWords.ts';

interface Props {
  readonly number: number;
  readonly step: StepDraft;
  readonly names: RecipientNames;
  readonly error: (field: 'after' | 'recipients') => string | null;
  readonly onChange: (step: StepDraft) => void;
  /** Null for the only step. */
  readonly onRemove: (() => void) | null;
}

/** One step of a plan: when, who, and under what conditions. */
export const StepForm = ({ number, step, names, error, onChange, onRemove }: Props) => {
  const { t } = useTranslation('plans');
  return (
    <section className={classes.step} aria-label={t('plan.step', { number })}>
      <div className={classes.stepHead}>
        <h5 className={classes.stepTitle}>{t('plan.step', { number })}</h5>
        {onRemove !== null && (
          <ActionIcon aria-label={t('plan.removeStep', { number })} onClick={onRemove}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <NumberField label={t('plan.after')} description={t('plan.afterHint')} value={step.after} error={error('after')} onChange={(after) => onChange({ ...step, after })} />
      <RecipientTicks recipients={step.recipients} names={names} error={error('recipients')} onChange={(recipients) => onChange({ ...step, recipients })} />
      <ConditionFields when={step.when} onChange={(when) => onChange({ ...step, when })} />
    </section>
  );
};
