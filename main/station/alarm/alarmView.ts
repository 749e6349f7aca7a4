import type { Alarm } from '../../contract/alarm.ts';
import type { RecipientState } from '../../contract/delivery.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import { dueChannels } from '../../core/plan/dueDeliveries.ts';
import { isAddressed, nextStepAt } from '../../core/plan/escalation.ts';
import type { SiteStations } from '../site/siteStations.ts';

export interface AlarmViewDependencies {
  readonly self: string;
  readonly document: () => PlanDocument;
  readonly stations: SiteStations;
  readonly channelName: (id: string) => string;
  /** Messages that this station is trying to get out at this moment. */
  readonly underWay: () => ReadonlySet<string>;
  readonly now: () => number;
}

/** An alarm and what only this station knows of it. */
export interface HeldAlarm {
  readonly alarm: Alarm;
  /** The same with its moments as this station counts them: for the plan. */
  readonly timed: Alarm;
  /** Milliseconds since it was raised, as this station counts them. */
  readonly elapsed: number;
  /** What that was when this station began to follow it. */
  readonly followedFrom: number;
  /** The stations to whose sockets this station has written it. */
  readonly sentTo: ReadonlySet<string>;
}

/**
 * Adds what depends on the plan and the time: whether this station is to show it, when it goes further, and the recipients that have not said
 * anything yet. At the station that raised it nothing counts down, ever.
 */
export const createAlarmView =
  ({ self, document, stations, channelName, underWay, now }: AlarmViewDependencies): ((held: HeldAlarm) => Alarm) =>
  ({ alarm, timed, elapsed, sentTo }) => {
    const plans = document();
    const ids = stations.ids();
    const trying = (channel: string): boolean => [...underWay()].some((message) => message.startsWith(`${alarm.id}/${channel}/`));
    const next = alarm.stationId === self ? null : nextStepAt(plans, timed, elapsed);
    const unanswered = (to: RecipientState['to'], id: string, name: string, state: RecipientState['state']): readonly RecipientState[] =>
      alarm.recipients.some((known) => known.to === to && known.id === id) ? [] : [{ to, id, name, state, at: null, attempts: 0, answer: '' }];
    return {
      ...alarm,
      addressed: isAddressed(plans, timed, self, ids, elapsed),
      nextStepAt: next === null ? null : new Date(now() - elapsed + next).toISOString(),
      recipients: [
        ...alarm.recipients.map((recipient) => (recipient.to === 'channel' ? { ...recipient, name: channelName(recipient.id) } : recipient)),
        ...[...ids]
          .filter((id) => alarm.closedAt === null && id !== alarm.stationId && (sentTo.has(id) || isAddressed(plans, timed, id, ids, elapsed)))
          .flatMap((id) => unanswered('station', id, stations.nameOf(id), sentTo.has(id) ? 'sent' : 'due')),
        ...(alarm.closedAt === null ? [...dueChannels(plans, timed, elapsed).keys()] : []).flatMap((id) => unanswered('channel', id, channelName(id), trying(id) ? 'sent' : 'due')),
      ],
    };
  };
