import type { Event } from '../event/catalogue.ts';
import { foldAlarm, pressesOf } from './foldAlarm.ts';

/**
 * The events of an alarm as the window of the station that raised it may show them. After a duress code these are the events that a PIN would
 * have left there: closed, called off, and not a word of who is coming. An alarm that was raised by signing in under duress is not shown at all.
 * Once a colleague has closed it, it is shown as it was: whoever forced the code is gone.
 */
export const asAfterPin = (events: readonly Event[]): readonly Event[] => {
  const raised = events.find((event) => event.kind === 'AlarmRaised');
  const at = events.findIndex((event) => event.kind === 'AlarmClosedUnderDuress');
  const forced = events[at];
  const signedInUnderDuress = raised?.body.source === 'duress';
  if (forced?.kind !== 'AlarmClosedUnderDuress' && !signedInUnderDuress) return events;
  if (foldAlarm(events)?.closedAt != null) return events;
  if (forced?.kind !== 'AlarmClosedUnderDuress' || signedInUnderDuress) return [];
  const before = events.slice(0, at);
  const { press: _press, ...body } = forced.body;
  const closed: Event = { ...forced, kind: 'AlarmClosed', body: { ...body, presses: [...pressesOf(before)] } };
  return [...before, closed, ...events.slice(at + 1).flatMap((event) => afterwards(event, forced.origin, toldBefore(before)))];
};

/** The channels that had word of the alarm: those that hear of its end. The duress code tells more of them, and that must not show. */
const toldBefore = (events: readonly Event[]): ReadonlySet<string> => new Set(events.flatMap((event) => (event.kind === 'DeliveryAttempted' && event.body.outcome === 'received' ? [event.body.channel] : [])));

/** After a close somebody may have looked in, and the ways out that were told of it are told that it is over. */
const afterwards = (event: Event, here: string, told: ReadonlySet<string>): readonly Event[] => {
  if (event.kind === 'FollowedUp' && event.origin === here) return [event];
  if (event.kind === 'DeliveryAttempted' && event.body.occasion === 'duress' && told.has(event.body.channel)) return [{ ...event, body: { ...event.body, occasion: 'closed' } }];
  return [];
};
