import type { Alarm } from '../../contract/alarm.ts';
import type { PlanDocument, PlanStep } from '../../contract/plan.ts';
import type { Draft, Event } from '../event/catalogue.ts';
import { subjectOf } from '../event/subject.ts';
import { choosePlan } from './choosePlan.ts';
import { turnBegins } from './dueDeliveries.ts';
import { isUnheard, reachedSteps, unheardAfter } from './escalation.ts';

export interface RecordState {
  readonly document: PlanDocument;
  readonly alarm: Alarm;
  readonly events: readonly Event[];
  readonly self: { readonly id: string; readonly name: string };
  readonly stations: ReadonlySet<string>;
  /** Milliseconds after the alarm was raised; and what that was when this station began to follow it. */
  readonly elapsed: number;
  readonly followedFrom: number;
  /** What to call stations and channels. */
  readonly nameOf: (recipient: { readonly to: 'station' | 'channel'; readonly id: string }) => string;
}

/**
 * What this station has to write down of how an alarm goes on: that nobody heard it, and each step that it reached. The station that raised it does
 * so, and another one when that is gone. Steps that come with the alarm itself are told by it.
 */
export const dueRecords = ({ document, alarm, events, self, stations, elapsed, followedFrom, nameOf }: RecordState): readonly Draft[] => {
  if (alarm.closedAt !== null) return [];
  const subject = subjectOf('alarm', alarm.id);
  const turn = [alarm.stationId, ...[...stations].filter((station) => station !== alarm.stationId).toSorted()].indexOf(self.id);
  const isMine = (at: number): boolean => turn >= 0 && elapsed >= turnBegins(at, turn, { followedFrom, stations });
  const plan = choosePlan(document, alarm).id;
  const recorded = new Set(events.flatMap((event) => (event.kind === 'AlarmEscalated' && event.body.plan === plan ? [event.body.step] : [])));
  const unheard: readonly Draft[] = !alarm.unheard && isUnheard(document, alarm, elapsed) && isMine(unheardAfter) ? [{ kind: 'AlarmUnheard', subject, body: { station: self.name } }] : [];
  const steps = reachedSteps(document, alarm, elapsed).filter(({ index, at }) => at > 0 && !recorded.has(index) && isMine(at));
  return [...unheard, ...steps.map(({ step, index }): Draft => ({ kind: 'AlarmEscalated', subject, body: { plan, step: index, recipients: inWords(step, document, nameOf), station: self.name } }))];
};

const inWords = ({ recipients }: PlanStep, { groups }: PlanDocument, nameOf: RecordState['nameOf']): string[] =>
  recipients.map((recipient) => {
    switch (recipient.to) {
      case 'everyone':
        return 'everyone';
      case 'station':
        return nameOf({ to: 'station', id: recipient.station });
      case 'group':
        return groups.find(({ id }) => id === recipient.group)?.name ?? recipient.group;
      case 'channel':
        return nameOf({ to: 'channel', id: recipient.channel });
    }
  });
