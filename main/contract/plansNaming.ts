import type { PlanDocument } from './plan.ts';

/** The names of the plans in which a channel stands, and whether those who hear of faults are told by it: what has to be changed before it goes. */
export const plansNaming = ({ plans, faults }: Pick<PlanDocument, 'plans' | 'faults'>, channel: string): { readonly plans: readonly string[]; readonly faults: boolean } => ({
  plans: plans.filter(({ steps }) => steps.some(({ recipients }) => recipients.some((recipient) => recipient.to === 'channel' && recipient.channel === channel))).map(({ name }) => name),
  faults: faults.channels.includes(channel),
});
