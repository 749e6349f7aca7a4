import type { Alarm } from '../../main/contract/alarm.ts';
import { planDocumentSchema, type PlanDocument } from '../../main/contract/plan.ts';
import { foldAlarm } from '../../main/core/alarm/foldAlarm.ts';
import { compareEvents, type Draft, type Event, type EventBody } from '../../main/core/event/catalogue.ts';

/** Stations of a story: 32 hexadecimal digits of one letter each. */
export const stationOf = (letter: string): string => letter.repeat(32);
export const desk = stationOf('d');
export const office = stationOf('e');
export const children = stationOf('f');
export const everyStation: ReadonlySet<string> = new Set([desk, office, children]);
export const names: Readonly<Record<string, string>> = { [desk]: 'Desk 1', [office]: 'Office', [children]: 'Children' };

export const raisedAt = Date.UTC(2026, 10, 24, 9);
export const alarmId = '00000000-0000-7000-8000-000000000001';
const subject = `alarm/${alarmId}`;

/** What happens to an alarm: where, how many seconds after it was raised, and what. */
export type Happening = readonly [station: string, seconds: number, draft: Draft];

export const by = (station: string) => ({ station: names[station] ?? station, staff: null });
export const raised = (rest: Partial<EventBody<'AlarmRaised'>> = {}): Happening => [desk, 0, { kind: 'AlarmRaised', subject, body: { level: 'assist', kind: 'real', source: 'device', place: 'Front desk', press: alarmId, alone: false, ...by(desk), ...rest } }];
export const raisedToEmergency = (seconds: number): Happening => [desk, seconds, { kind: 'AlarmRaisedToEmergency', subject, body: { press: '00000000-0000-7000-8000-000000000002', ...by(desk) } }];
export const underDuress = (seconds: number): Happening => [desk, seconds, { kind: 'AlarmClosedUnderDuress', subject, body: { press: '00000000-0000-7000-8000-000000000003', reason: 'false-alarm', note: 'nothing', ...by(desk) } }];
export const received = (station: string, seconds: number): Happening => [station, seconds, { kind: 'AlarmReceived', subject, body: { station: names[station] ?? station } }];
export const seen = (station: string, seconds: number): Happening => [station, seconds, { kind: 'AlarmSeen', subject, body: { station: names[station] ?? station } }];
export const acknowledged = (station: string, seconds: number): Happening => [station, seconds, { kind: 'AlarmAcknowledged', subject, body: by(station) }];
export const arrived = (station: string, seconds: number): Happening => [station, seconds, { kind: 'ResponderArrived', subject, body: by(station) }];
export const unheard = (seconds: number): Happening => [desk, seconds, { kind: 'AlarmUnheard', subject, body: { station: 'Desk 1' } }];
export const closed = (station: string, seconds: number, rest: Partial<EventBody<'AlarmClosed'>> = {}): Happening => [station, seconds, { kind: 'AlarmClosed', subject, body: { reason: 'resolved', note: '', presses: [alarmId], ...by(station), ...rest } }];
export const followedUp = (station: string, seconds: number): Happening => [station, seconds, { kind: 'FollowedUp', subject, body: { note: 'She is well', ...by(station) } }];
export const attempted = (station: string, seconds: number, rest: Partial<EventBody<'DeliveryAttempted'>> = {}): Happening => [
  station,
  seconds,
  {
    kind: 'DeliveryAttempted',
    subject,
    body: { channel: 'mail', occasion: 'raised', attempt: 1, outcome: 'failed', answer: 'refused', startedAt: new Date(raisedAt + seconds * 1000).toISOString(), duration: 0, station: names[station] ?? station, message: `${alarmId}/${rest.channel ?? 'mail'}/${rest.occasion ?? 'raised'}`, ...rest },
  },
];
export const escalated = (station: string, seconds: number, step: number): Happening => [station, seconds, { kind: 'AlarmEscalated', subject, body: { plan: 'colleagues', step, recipients: ['Security'], station: names[station] ?? station } }];

export const eventsOf = (...happenings: readonly Happening[]): readonly Event[] =>
  happenings.map(([origin, seconds, draft], index) => ({ ...draft, origin, seq: index + 1, wall: raisedAt + seconds * 1000, counter: 0 }) as Event).toSorted(compareEvents);

export const alarmOf = (...happenings: readonly Happening[]): Alarm => {
  const alarm = foldAlarm(eventsOf(...happenings));
  if (alarm === null) throw new Error('nothing was raised');
  return alarm;
};

/** A document with one plan of these steps; more of the document where it is given. */
export const planOf = (steps: readonly object[], rest: object = {}): PlanDocument => planDocumentSchema.parse({ plans: [{ id: 'colleagues', name: 'Colleagues', steps }], ...rest });
