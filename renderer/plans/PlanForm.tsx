import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, Problem } from '../../main/contract/index.ts';
import { DraftForm } from '../settings/DraftForm.tsx';
import { NumberField } from '../settings/NumberField.tsx';
import { checkPlan, newStep } from './planDraft.ts';
import type { PlanDraft } from './planDraft.ts';
import classes from './Plans.module.css';
import { StationTicks } from './StationTicks.tsx';
import { StepForm } from './StepForm.tsx';
import type { RecipientNames } from './stepWords.ts';
import { useFlawWords } from './useFlawWords.ts';

interface Props {
  readonly title: string;
  readonly start: PlanDraft;
  readonly names: RecipientNames;
  /** Ids of the other plans. */
  readonly taken: readonly string[];
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSave: (plan: Plan) => void;
  readonly onCancel: () => void;
}

/** One plan with its steps. What is wrong stands beside its field once somebody tried to save. */
export const PlanForm = ({ title, start, names, taken, busy, problem, onSave, onCancel }: Props) => {
  const { t } = useTranslation('plans');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const checked = checkPlan(draft, taken);
  const flaws = tried && !checked.ok ? checked.flaws : [];
  const error = useFlawWords(flaws);
  const save = (): boolean => {
    setTried(true);
    if (checked.ok) onSave(checked.plan);
    return checked.ok;
  };

  return (
    <DraftForm title={title} busy={busy} problem={problem} fix={flaws.length > 0 ? t('plan.fix', { count: flaws.length }) : null} save={t('plan.save')} cancel={t('plan.cancel')} onSave={save} onCancel={onCancel}>
      <h4 className={classes.formTitle}>{title}</h4>
      <div className={classes.pair}>
        <TextInput autoFocus label={t('plan.name')} autoComplete="off" value={draft.name} error={error('name')} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
        <NativeSelect
          label={t('plan.use')}
          value={draft.use}
          data={[
            { value: 'always', label: t('plan.always') },
            { value: 'alone', label: t('plan.alone') },
          ]}
          onChange={(event) => setDraft({ ...draft, use: event.currentTarget.value === 'alone' ? 'alone' : 'always' })}
        />
      </div>
      <StationTicks title={t('plan.stations')} hint={t('plan.stationsHint')} stations={names.stations} chosen={draft.stations} onChange={(stations) => setDraft({ ...draft, stations })} />
      <NumberField label={t('plan.secondPress')} description={t('plan.secondPressHint')} value={draft.secondPress} error={error('secondPress')} onChange={(secondPress) => setDraft({ ...draft, secondPress })} />
      {draft.steps.map((step, index) => (
        <StepForm
          key={step.key}
          number={index + 1}
          step={step}
          names={names}
          error={(field) => error(`steps.${index}.${field}`)}
          onChange={(changed) => setDraft({ ...draft, steps: draft.steps.with(index, changed) })}
          onRemove={draft.steps.length === 1 ? null : () => setDraft({ ...draft, steps: draft.steps.toSpliced(index, 1) })}
        />
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} disabled={draft.steps.length >= 20} onClick={() => setDraft({ ...draft, steps: [...draft.steps, newStep(draft.steps)] })}>
          {t('plan.addStep')}
        </Button>
      </div>
    </DraftForm>
  );
};
