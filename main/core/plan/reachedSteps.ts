import type { Alarm } from '../../contract/alarm.ts';
import type { Plan, PlanDocument, PlanStep } from '../../contract/plan.ts';
import { choosePlan } from './choosePlan.ts';
import { isWithin } from './weekly.ts';

/**
 * When each step of a plan is reached. Everything here is counted in milliseconds after the alarm was raised, `elapsed` too: a station
 * counts that from when it first heard of the alarm, since its clock may differ from that of the one that called.
 */
export interface ReachedStep {
  readonly step: PlanStep;
  /** Its place in the plan, from 0. */
  readonly index: number;
  readonly at: number;
}

/** When something happened to an alarm, after it was raised; null: it did not. */
export interface AlarmMoments {
  readonly emergency: number | null;
  readonly acknowledged: number | null;
  readonly duress: number | null;
  readonly closed: number | null;
}

export const momentsOf = (alarm: Alarm): AlarmMoments => {
  const raisedAt = Date.parse(alarm.raisedAt);
  const after = (at: string | undefined | null): number | null => (at == null ? null : Math.max(0, Date.parse(at) - raisedAt));
  const first = (what: Alarm['timeline'][number]['what']): number | null => after(alarm.timeline.find((entry) => entry.what === what)?.at);
  return {
    emergency: alarm.level === 'emergency' ? (first('raised-to-emergency') ?? 0) : null,
    acknowledged: after(alarm.acknowledgements.map(({ at }) => at).toSorted()[0]),
    duress: alarm.source === 'duress' ? 0 : first('duress'),
    closed: after(alarm.closedAt),
  };
};

/** The plan's steps that are or will be reached if nothing further happens to the alarm, the earliest first. `hurriedAt`: when all that are left were brought forward. */
export const stepTimes = (document: PlanDocument, alarm: Alarm, hurriedAt: number | null): readonly ReachedStep[] => {
  const { emergency, acknowledged, duress } = momentsOf(alarm);
  return choosePlan(document, alarm)
    .steps.flatMap((step, index): ReachedStep[] => {
      const { level, alone, outOfHours, unacknowledged } = step.when;
      const planned = step.after * 1000;
      if (alone !== undefined && alone !== alarm.alone) return [];
      if (outOfHours !== undefined && outOfHours !== isOutOfHours(document, Date.parse(alarm.raisedAt) + planned)) return [];
      if (level === 'emergency' && emergency === null) return [];
      const at = Math.max(Math.min(planned, hurriedAt ?? planned), level === 'emergency' ? (emergency ?? 0) : 0);
      if (!unacknowledged || acknowledged === null || acknowledged > at) return [{ step, index, at }];
      // Whoever is on the way does not know that the person is forced: under duress the whole of the plan counts.
      return duress === null ? [] : [{ step, index, at: Math.max(at, duress) }];
    })
    .toSorted((a, b) => a.at - b.at || a.index - b.index);
};

/** The last planned moment of a plan. */
export const lastPlanned = (plan: Plan): number => Math.max(...plan.steps.map(({ after }) => after)) * 1000;

const isOutOfHours = ({ hours }: PlanDocument, moment: number): boolean => hours.length > 0 && !isWithin(hours, moment);
