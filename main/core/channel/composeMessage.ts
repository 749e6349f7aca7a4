import type { Alarm, AlarmKind } from '../../contract/alarm.ts';
import type { Occasion } from '../../contract/delivery.ts';
import type { FaultRecord } from '../../contract/station.ts';
import type { Delivery } from '../plan/dueDeliveries.ts';
import type { OutgoingMessage } from './message.ts';

/** Who sends, and from where. */
export interface Sender {
  readonly site: string;
  readonly station: string;
  /** Zone (point) of the station that the message is about. */
  readonly zone: number;
}

/**
 * What goes out about an alarm, in plain words. The names of people stay on the site: a message passes through gateways that nobody
 * here knows. The kind comes first wherever it is not real.
 */
export const composeAlarmMessage = (alarm: Alarm, { message, occasion, at }: Pick<Delivery, 'message' | 'occasion' | 'at'>, { site, station, zone }: Sender): OutgoingMessage => {
  const began = Date.parse(alarm.raisedAt);
  const happened = began + at;
  const ending = occasion === 'closed' ? endingOf(alarm) : null;
  return {
    id: message,
    occasion,
    kind: alarm.kind,
    level: alarm.level,
    alarm: alarm.id,
    fault: null,
    ending,
    site,
    station: alarm.station,
    stationId: alarm.stationId,
    sentBy: station,
    place: alarm.place,
    zone,
    at: happened,
    began,
    subject: `${marks[alarm.kind]}${headline(alarm, occasion, ending)} at ${alarm.place}`,
    text: [
      ...kindLines[alarm.kind],
      `${site}: ${alarm.station}, ${alarm.place}.`,
      `${occasion === 'closed' ? 'Called' : 'Call made'} at ${clock(began)}${occasion === 'closed' ? `, over at ${clock(happened)}` : ''}.`,
      ...(occasion === 'closed' ? endingLines[ending ?? 'resolved'] : openLines(alarm)),
      `Message ${message}. It may come twice.`,
    ].join('\n'),
  };
};

/** What goes out about a fault: to the people who look after the terminals. */
export const composeFaultMessage = (fault: FaultRecord, place: string, { message, occasion }: Pick<Delivery, 'message' | 'occasion'>, { site, station, zone }: Sender): OutgoingMessage => {
  const over = occasion === 'fault-ended';
  const began = Date.parse(fault.since);
  const at = over ? Date.parse(fault.endedAt ?? fault.since) : began;
  return {
    id: message,
    occasion,
    kind: 'real',
    level: 'assist',
    alarm: null,
    fault: fault.id,
    faultKind: fault.kind,
    site,
    station: fault.station,
    stationId: fault.stationId,
    sentBy: station,
    place,
    zone,
    at,
    began,
    subject: `${over ? 'Fault over' : 'Fault'} at ${fault.station}: ${fault.message}`,
    text: [`${site}: ${fault.station}, ${place}.`, fault.message, ...(over ? [`It began at ${clock(began)} and was over at ${clock(at)}.`] : [`Since ${clock(began)}.`, fault.remedy]), `Message ${message}. It may come twice.`].join('\n'),
  };
};

const marks: Record<AlarmKind, string> = { real: '', drill: 'DRILL: ', test: 'TEST: ' };
const kindLines: Record<AlarmKind, readonly string[]> = { real: [], drill: ['This is a drill. Nobody is in danger.'], test: ['This is a test. Nobody is in danger.'] };

const headline = (alarm: Alarm, occasion: Occasion, ending: OutgoingMessage['ending']): string => {
  if (occasion === 'closed') return ending === 'called-off' ? 'Called off where it was raised' : ending === 'false-alarm' ? 'False alarm' : 'Over';
  if (occasion === 'duress') return 'Emergency under duress';
  if (occasion === 'raised-to-emergency') return 'Now an emergency';
  return alarm.level === 'emergency' ? 'Emergency' : 'Assistance wanted';
};

/** A false alarm that only the station itself says was one has been called off: nobody else has seen it. */
const endingOf = (alarm: Alarm): NonNullable<OutgoingMessage['ending']> => {
  if (alarm.timeline.some(({ what }) => what === 'called-off')) return 'called-off';
  return alarm.closeReason === 'false-alarm' ? 'false-alarm' : 'resolved';
};

const endingLines = {
  resolved: ['A colleague closed it.'],
  'false-alarm': ['A colleague closed it as a false alarm.'],
  'called-off': ['It was called off at the desk itself: somebody still has to look in.'],
} as const;

const openLines = (alarm: Alarm): readonly string[] => [
  alarm.level === 'emergency' ? 'Somebody is in danger.' : 'Somebody asks for help.',
  ...(alarm.duress ? ['The duress code was typed: the person may be forced. Do not call the desk.'] : []),
  ...(alarm.alone ? ['The person works alone.'] : []),
  ...(alarm.source === 'check-in' ? ['The person did not check in.'] : []),
  alarm.acknowledgements.length === 0 ? 'Nobody of the site has answered yet.' : `On the way: ${alarm.acknowledgedBy.join(', ')}.`,
];

/** By the clock on the wall of the site. */
const clock = (moment: number): string => {
  const shown = new Date(moment);
  const two = (number: number): string => number.toString().padStart(2, '0');
  return `${two(shown.getHours())}:${two(shown.getMinutes())}:${two(shown.getSeconds())} on ${shown.getFullYear()}-${two(shown.getMonth() + 1)}-${two(shown.getDate())}`;
};
