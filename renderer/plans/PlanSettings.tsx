import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanDocument, Status } from '../../main/contract/index.ts';
import { SettingRow } from '../settings/SettingRow.tsx';
import { useReturn } from '../settings/useReturn.ts';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { draftOf, newPlan } from './planDraft.ts';
import type { PlanDraft } from './planDraft.ts';
import { PlanForm } from './PlanForm.tsx';
import { PlanRow } from './PlanRow.tsx';
import classes from './Plans.module.css';
import { useChangePlans, useRecipientNames } from './usePlans.ts';

interface Props {
  readonly document: PlanDocument;
  readonly status: Status;
}

/** The plans as sentences; each can be changed in place, and one that was removed brought back. */
export const PlanSettings = ({ document, status }: Props) => {
  const { t } = useTranslation('plans');
  const names = useRecipientNames(document, status);
  const change = useChangePlans();
  const [editing, setEditing] = useState<PlanDraft | null>(null);
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<{ readonly plan: Plan; readonly at: number } | null>(null);
  const others = document.plans.filter(({ id }) => id !== editing?.id);

  const [place, goBack] = useReturn();
  const close = (): void => {
    setEditing(null);
    goBack();
  };
  const edit = (draft: PlanDraft): void => {
    change.forget();
    setSaid('');
    setEditing(draft);
  };
  const save = async (plan: Plan): Promise<void> => {
    const saved = await change.run(({ plans }) => {
      const at = plans.findIndex(({ id }) => id === plan.id);
      return { plans: at === -1 ? [...plans, plan] : plans.with(at, plan) };
    });
    if (!saved.ok) return;
    close();
    setRemoved(null);
    setSaid(t('plan.saved', { name: plan.name }));
  };
  const remove = async (plan: Plan): Promise<void> => {
    const at = document.plans.findIndex(({ id }) => id === plan.id);
    const gone = await change.run(({ plans }) => ({ plans: plans.filter(({ id }) => id !== plan.id) }));
    if (!gone.ok) return;
    setRemoved({ plan, at });
    setSaid(t('plan.removed', { name: plan.name }));
  };
  const undo = async (): Promise<void> => {
    if (removed === null || !(await change.run(({ plans }) => ({ plans: plans.toSpliced(removed.at, 0, removed.plan) }))).ok) return;
    setRemoved(null);
    setSaid('');
  };
  const form = (draft: PlanDraft) => (
    <PlanForm
      title={draft.id === null ? t('plan.new') : t('plan.editOf', { name: draft.name })}
      start={draft}
      names={names}
      taken={others.map(({ id }) => id)}
      busy={change.busy}
      problem={change.problem}
      onSave={(plan) => void save(plan)}
      onCancel={close}
    />
  );

  return (
    <SettingRow wide title={t('plan.title')} hint={t('plan.hint')} standard={t('plan.default')} source="site">
      <div ref={place} tabIndex={-1} className={classes.place}>
        <ul className={classes.plans}>
          {document.plans.map((plan) => (
            <li key={plan.id}>{editing?.id === plan.id ? form(editing) : <PlanRow plan={plan} names={names} onEdit={() => edit(draftOf(plan))} onRemove={document.plans.length === 1 ? null : () => void remove(plan)} />}</li>
          ))}
        </ul>
        <div className={classes.said}>
          <Text role="status">{said}</Text>
          {removed !== null && (
            <Button variant="default" onClick={() => void undo()}>
              {t('plan.undo')}
            </Button>
          )}
        </div>
      </div>
      {editing === null && <ProblemNote problem={change.problem} />}
      {editing?.id === null && form(editing)}
      {editing === null && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edit(newPlan())}>
          {t('plan.add')}
        </Button>
      )}
    </SettingRow>
  );
};
