import type { Alarm } from '../../contract/alarm.ts';
import type { PlanDocument, PlanStep } from '../../contract/plan.ts';
import { choosePlan } from './choosePlan.ts';
import { lastPlanned, momentsOf, stepTimes, type ReachedStep } from './reachedSteps.ts';

/** When nobody whom it was for has received an alarm after this time, it goes to everybody. Milliseconds. */
export const unheardAfter = 8_000;
/** So long the last step has to be answered; then everybody is told. Milliseconds. */
export const lastAnswer = 30_000;

/** The steps that an alarm has reached, the earliest first. `elapsed`: milliseconds since it was raised. */
export const reachedSteps = (document: PlanDocument, alarm: Alarm, elapsed: number): readonly ReachedStep[] => {
  const now = untilClosed(alarm, elapsed);
  return stepTimes(document, alarm, hurriedAt(document, alarm, now)).filter(({ at }) => at <= now);
};

/** For `unheardAfter` nobody whom it was for has received it: no station that is to show it, no way out. Whether that was written down or not. */
export const isUnheard = (document: PlanDocument, alarm: Alarm, elapsed: number): boolean => {
  if (alarm.unheard) return true;
  const now = untilClosed(alarm, elapsed);
  return now >= unheardAfter && !isHeard(document, alarm, now);
};

/**
 * Whether a station is to show an alarm: by a step that names it, and also when
 *
 * - it has answered already, or it is the one that raised it;
 * - nobody has heard the alarm, or it was closed under duress;
 * - the last step has gone by unanswered;
 * - the plan names no other station that exists: a mistake in a plan must never hide an alarm.
 *
 * `stations`: the ids of all that the site has.
 */
export const isAddressed = (document: PlanDocument, alarm: Alarm, station: string, stations: ReadonlySet<string>, elapsed: number): boolean => {
  const now = untilClosed(alarm, elapsed);
  return alarm.duress || isUnheard(document, alarm, now) || namesNobodyElse(document, alarm, stations) || isAddressedByPlan(document, alarm, station, now);
};

/**
 * When the alarm goes further by itself, in milliseconds after it was raised; null when it is closed or answered, or everybody has been told and no
 * step is left.
 */
export const nextStepAt = (document: PlanDocument, alarm: Alarm, elapsed: number): number | null => {
  if (alarm.closedAt !== null) return null;
  const { acknowledged } = momentsOf(alarm);
  const hurried = hurriedAt(document, alarm, elapsed);
  const times = stepTimes(document, alarm, hurried).map(({ at }) => at);
  if (hurried === null && !isHeard(document, alarm, elapsed)) times.push(unheardAfter);
  if (hurried === null && acknowledged === null) times.push(everybodyAt(document, alarm));
  const later = times.filter((at) => at > elapsed);
  return later.length === 0 ? null : Math.min(...later);
};

/** Of a closed alarm no further step is reached. */
const untilClosed = (alarm: Alarm, elapsed: number): number => Math.min(elapsed, momentsOf(alarm).closed ?? elapsed);

/** What brings all steps forward that are left. */
const hurriedAt = (document: PlanDocument, alarm: Alarm, elapsed: number): number | null => {
  const { duress } = momentsOf(alarm);
  const unheard = isUnheard(document, alarm, elapsed) ? unheardAfter : null;
  return duress === null ? unheard : Math.min(duress, unheard ?? duress);
};

const isHeard = (document: PlanDocument, alarm: Alarm, elapsed: number): boolean =>
  alarm.acknowledgements.length > 0 ||
  alarm.recipients.some(({ to, id, state }) => {
    if (state === 'due' || state === 'sent' || state === 'failed') return false;
    return to === 'channel' || (id !== alarm.stationId && isAddressedByPlan(document, alarm, id, Math.min(elapsed, unheardAfter)));
  });

const isAddressedByPlan = (document: PlanDocument, alarm: Alarm, station: string, elapsed: number): boolean => {
  if (station === alarm.stationId || alarm.acknowledgements.some(({ stationId }) => stationId === station)) return true;
  if (alarm.acknowledgements.length === 0 && elapsed >= everybodyAt(document, alarm)) return true;
  return stepTimes(document, alarm, null).some(({ step, at }) => at <= elapsed && namesStation(document, step, station));
};

const everybodyAt = (document: PlanDocument, alarm: Alarm): number => lastPlanned(choosePlan(document, alarm)) + lastAnswer;

/** Steps whose conditions may never hold do not count: a plan that tells nobody in the daytime tells everybody. */
const namesNobodyElse = (document: PlanDocument, alarm: Alarm, stations: ReadonlySet<string>): boolean => {
  const steps = stepTimes(document, { ...alarm, acknowledgements: [] }, null);
  return ![...stations].some((station) => station !== alarm.stationId && steps.some(({ step }) => namesStation(document, step, station)));
};

const namesStation = ({ groups }: PlanDocument, { recipients }: PlanStep, station: string): boolean =>
  recipients.some((recipient) => {
    switch (recipient.to) {
      case 'everyone':
        return true;
      case 'station':
        return recipient.station === station;
      case 'group':
        return groups.some(({ id, stations }) => id === recipient.group && stations.includes(station));
      case 'channel':
        return false;
    }
  });
