import type { Alarm, AlarmMoment, AlarmState, StaffReference } from '../../contract/alarm.ts';
import type { Event, EventBody } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

type Acknowledgement = Alarm['acknowledgements'][number];

/**
 * The state of one alarm from its events in total order. Null while `AlarmRaised` has not arrived: acknowledgements may
 * come from one station before the alarm itself comes from another.
 *
 * A close answers the presses that whoever closed knew of, and no other: a press that crossed it on the way keeps the alarm
 * open, whatever the clocks of the two stations say, and everybody has to answer anew. What is closed stays closed as it was
 * closed first; later closes only lengthen the timeline.
 */
export const foldAlarm = (events: readonly Event[]): Alarm | null => {
  const raised = events.find((event) => event.kind === 'AlarmRaised');
  if (raised === undefined) return null;
  const unanswered = unansweredPresses(events);
  let alarm = beginning(raised.subject, raised.origin, raised.wall, raised.body);
  for (const event of events) alarm = apply(alarm, event, unanswered.size === 0);
  return { ...alarm, state: stateOf(alarm) };
};

/** Every press of an alarm, by its id. */
export const pressesOf = (events: readonly Event[]): ReadonlySet<string> => new Set(events.flatMap((event) => ('press' in event.body ? [event.body.press] : [])));

const unansweredPresses = (events: readonly Event[]): ReadonlySet<string> => pressesOf(events).difference(new Set(events.flatMap((event) => (event.kind === 'AlarmClosed' ? event.body.presses : []))));

const beginning = (subject: string, origin: string, wall: number, body: EventBody<'AlarmRaised'>): Alarm => ({
  id: subjectId(subject),
  level: body.level,
  kind: body.kind,
  state: 'raised',
  station: body.station,
  stationId: origin,
  place: body.place,
  staff: body.staff,
  source: body.source,
  raisedAt: moment(wall),
  receivedBy: [],
  acknowledgedBy: [],
  acknowledgements: [],
  closedAt: null,
  closedBy: null,
  closeReason: null,
  closeNote: '',
  timeline: [],
  alone: body.alone,
  duress: false,
  unheard: false,
  followUp: 'none',
  recipients: [],
  attempts: [],
  nextStepAt: null,
  addressed: true,
});

const apply = (alarm: Alarm, event: Event, answered: boolean): Alarm => {
  const at = moment(event.wall);
  switch (event.kind) {
    case 'AlarmRaised':
      return alarm.timeline.length > 0 ? alarm : note(alarm, { at, what: 'raised', ...by(event.body) });
    case 'AlarmRaisedToEmergency':
      return alarm.level === 'emergency' ? alarm : note({ ...alarm, level: 'emergency' }, { at, what: 'raised-to-emergency', ...by(event.body) });
    case 'AlarmPressedAgain':
      return note(alarm, { at, what: 'pressed-again', ...by(event.body) });
    case 'AlarmReceived':
      if (alarm.receivedBy.includes(event.body.station)) return alarm;
      return note({ ...alarm, receivedBy: [...alarm.receivedBy, event.body.station] }, { at, what: 'received', station: event.body.station, staff: null });
    case 'AlarmAcknowledged':
      if (alarm.acknowledgements.some((known) => known.stationId === event.origin)) return alarm;
      return note(withAcknowledgement(alarm, { ...by(event.body), stationId: event.origin, at, arrivedAt: null }), { at, what: 'acknowledged', ...by(event.body) });
    case 'ResponderArrived':
      return note(arrive(alarm, event.origin, { ...by(event.body), stationId: event.origin, at, arrivedAt: at }), { at, what: 'arrived', ...by(event.body) });
    case 'AlarmClosed':
      if (alarm.closedAt !== null) return alarm;
      if (!answered) return note({ ...alarm, acknowledgedBy: [], acknowledgements: [] }, { at, what: 'closed', ...by(event.body) });
      return note({ ...alarm, closedAt: at, closedBy: by(event.body), closeReason: event.body.reason, closeNote: event.body.note }, { at, what: 'closed', ...by(event.body) });
    default:
      return alarm;
  }
};

/** Whoever is there without having said that he was coming has acknowledged by arriving. */
const arrive = (alarm: Alarm, origin: string, arrival: Acknowledgement): Alarm =>
  alarm.acknowledgements.some((known) => known.stationId === origin)
    ? { ...alarm, acknowledgements: alarm.acknowledgements.map((known) => (known.stationId === origin ? { ...known, arrivedAt: known.arrivedAt ?? arrival.arrivedAt } : known)) }
    : withAcknowledgement(alarm, arrival);

const withAcknowledgement = (alarm: Alarm, acknowledgement: Acknowledgement): Alarm => ({
  ...alarm,
  acknowledgedBy: [...alarm.acknowledgedBy, acknowledgement.station],
  acknowledgements: [...alarm.acknowledgements, acknowledgement],
});

const stateOf = (alarm: Alarm): AlarmState => {
  if (alarm.closedAt !== null) return 'closed';
  if (alarm.acknowledgements.some((acknowledgement) => acknowledgement.arrivedAt !== null)) return 'on-scene';
  if (alarm.acknowledgements.length > 0) return 'acknowledged';
  return alarm.receivedBy.length > 0 ? 'received' : 'raised';
};

const note = (alarm: Alarm, entry: Omit<AlarmMoment, 'detail'>, detail = ''): Alarm => ({ ...alarm, timeline: [...alarm.timeline, { ...entry, detail }] });
const by = (body: { readonly station: string; readonly staff: StaffReference | null }) => ({ station: body.station, staff: body.staff?.name ?? null });
const moment = (wall: number): string => new Date(wall).toISOString();
