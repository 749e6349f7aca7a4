import { planSchema } from '../../main/contract/index.ts';
import type { Condition, Plan, Recipient } from '../../main/contract/index.ts';
import { flawsOf } from '../settings/flaws.ts';
import type { Flaw } from '../settings/flaws.ts';
import { freeId } from '../settings/freeId.ts';

export interface StepDraft {
  /** Stays with the step while others come and go. */
  readonly key: string;
  readonly after: string;
  readonly recipients: readonly Recipient[];
  readonly when: Condition;
}

/** A plan while somebody edits it; numbers as they are typed. */
export interface PlanDraft {
  /** Null for a new one: it is named after what people call it. */
  readonly id: string | null;
  readonly name: string;
  readonly use: Plan['use'];
  readonly stations: readonly string[];
  readonly secondPress: string;
  readonly steps: readonly StepDraft[];
}

const usually: Condition = { unacknowledged: true, level: 'assist' };

/** A step a while after the last one; the first is at once. */
export const newStep = (steps: readonly StepDraft[]): StepDraft => {
  const last = steps.at(-1);
  return { key: crypto.randomUUID(), after: last === undefined ? '0' : String(Number(last.after) + 30), recipients: [], when: usually };
};

export const newPlan = (): PlanDraft => ({ id: null, name: '', use: 'always', stations: [], secondPress: '30', steps: [{ ...newStep([]), recipients: [{ to: 'everyone' }] }] });

export const draftOf = ({ id, name, use, stations, secondPress, steps }: Plan): PlanDraft => ({
  id,
  name,
  use,
  stations,
  secondPress: String(secondPress),
  steps: steps.map(({ after, recipients, when }) => ({ key: crypto.randomUUID(), after: String(after), recipients, when })),
});

export type Checked = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** The steps are put in the order of their times. `taken`: the ids of the other plans. */
export const checkPlan = (draft: PlanDraft, taken: readonly string[]): Checked => {
  const steps = draft.steps.map(({ after, recipients, when }) => ({ after: after === '' ? undefined : Number(after), recipients, when }));
  const { name, use, stations, secondPress } = draft;
  const parsed = planSchema.safeParse({ id: draft.id ?? freeId(name, taken, 'plan'), name, use, stations, secondPress: secondPress === '' ? undefined : Number(secondPress), steps });
  return parsed.success ? { ok: true, plan: { ...parsed.data, steps: parsed.data.steps.toSorted((one, other) => one.after - other.after) } } : { ok: false, flaws: flawsOf(parsed.error) };
};

/** One text for one recipient, for comparing. */
export const recipientKey = (recipient: Recipient): string => {
  switch (recipient.to) {
    case 'everyone':
      return 'everyone';
    case 'station':
      return `station ${recipient.station}`;
    case 'group':
      return `group ${recipient.group}`;
    case 'channel':
      return `channel ${recipient.channel}`;
  }
};
