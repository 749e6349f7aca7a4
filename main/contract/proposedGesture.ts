import type { Channel } from './channel.ts';
import type { PlanDocument } from './plan.ts';
import type { Gesture, Purpose } from './trigger.ts';

/**
 * The gesture to begin with when something new is bound: one press calls colleagues; what may reach the police takes two, since they
 * withdraw after few false calls (NPCC: two in twelve months). Quiet functions harm nobody: one press.
 */
export const proposedGesture = (purpose: Purpose, document: Pick<PlanDocument, 'plans'>, channels: readonly Pick<Channel, 'id' | 'reachesPolice'>[]): Gesture =>
  reachesPolice(purpose, document, channels) ? { type: 'double-press' } : { type: 'press' };

/** Whether a step of any plan tells the police of an alarm of that level, now or when nobody acknowledges. */
export const reachesPolice = (purpose: Purpose, { plans }: Pick<PlanDocument, 'plans'>, channels: readonly Pick<Channel, 'id' | 'reachesPolice'>[]): boolean => {
  if (purpose !== 'assist' && purpose !== 'emergency') return false;
  const police = new Set(channels.filter((channel) => channel.reachesPolice).map(({ id }) => id));
  return plans.some(({ steps }) =>
    steps.some(({ recipients, when }) => (when.level === 'assist' || purpose === 'emergency') && recipients.some((recipient) => recipient.to === 'channel' && police.has(recipient.channel))),
  );
};
