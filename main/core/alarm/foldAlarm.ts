import type { Alarm, AlarmMoment, AlarmState, StaffReference } from '../../contract/alarm.ts';
import type { Attempt, RecipientState } from '../../contract/delivery.ts';
import type { Event, EventBody } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

type Acknowledgement = Alarm['acknowledgements'][number];

/**
 * The state of one alarm from its events in total order. Null while `AlarmRaised` has not arrived: acknowledgements may
 * come from one station before the alarm itself comes from another.
 *
 * A close answers the presses that whoever closed knew of, and no other: a press that crossed it on the way keeps the alarm
 * open, whatever the clocks of the two stations say, and everybody has to answer anew. A duress code is such a press. What is
 * closed stays closed as it was closed first; later closes only lengthen the timeline.
 *
 * `addressed` and `nextStepAt` depend on the plan and the time, so they are not folded.
 */
export const foldAlarm = (events: readonly Event[]): Alarm | null => {
  const raised = events.find((event) => event.kind === 'AlarmRaised');
  if (raised === undefined) return null;
  const folding: Folding = { raisedBy: raised.origin, answered: unansweredPresses(events).size === 0, isFirst: firstTimes(), arrivedOccasions: new Set() };
  let alarm = beginning(raised.subject, raised.origin, raised.wall, raised.body);
  for (const event of events) alarm = apply(alarm, event, folding);
  return { ...alarm, attempts: attemptsOf(events), state: stateOf(alarm) };
};

/** Every press of an alarm, by its id. */
export const pressesOf = (events: readonly Event[]): ReadonlySet<string> => new Set(events.flatMap((event) => ('press' in event.body ? [event.body.press] : [])));

/** All at once: of a channel that was down for days there are many, and they are not to be copied for each other. */
const attemptsOf = (events: readonly Event[]): Attempt[] =>
  events.flatMap((event): Attempt[] => {
    if (event.kind !== 'DeliveryAttempted') return [];
    const { message: _message, ...attempt } = event.body;
    return [attempt];
  });

const unansweredPresses = (events: readonly Event[]): ReadonlySet<string> => pressesOf(events).difference(new Set(events.flatMap((event) => (event.kind === 'AlarmClosed' ? event.body.presses : []))));

/** What one event must know of all the others. */
interface Folding {
  readonly raisedBy: string;
  /** Some close answered every press. */
  readonly answered: boolean;
  /** True once for each text: what several stations record, or one again and again, is told once. */
  readonly isFirst: (text: string) => boolean;
  /** What got through to which channel, so far. */
  readonly arrivedOccasions: Set<string>;
}

const firstTimes = (): ((text: string) => boolean) => {
  const known = new Set<string>();
  return (text) => known.size < known.add(text).size;
};

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
  duress: body.source === 'duress',
  unheard: false,
  followUp: 'none',
  recipients: [],
  attempts: [],
  nextStepAt: null,
  addressed: true,
});

const apply = (alarm: Alarm, event: Event, folding: Folding): Alarm => {
  const { raisedBy, answered, isFirst } = folding;
  const at = moment(event.wall);
  switch (event.kind) {
    case 'AlarmRaised':
      return alarm.timeline.length > 0 ? alarm : note(alarm, { at, what: 'raised', ...by(event.body) });
    case 'AlarmRaisedToEmergency':
      return alarm.level === 'emergency' ? alarm : note({ ...alarm, level: 'emergency' }, { at, what: 'raised-to-emergency', ...by(event.body) });
    case 'AlarmPressedAgain':
      return note(alarm, { at, what: 'pressed-again', ...by(event.body) });
    case 'AlarmReceived': {
      const heard = reach(alarm, event.origin, event.body.station, 'received', at);
      if (heard.receivedBy.includes(event.body.station)) return heard;
      return note({ ...heard, receivedBy: [...heard.receivedBy, event.body.station] }, { at, what: 'received', station: event.body.station, staff: null });
    }
    case 'AlarmSeen': {
      const seen = reach(alarm, event.origin, event.body.station, 'seen', at);
      return isFirst(`seen by ${event.origin}`) ? note(seen, { at, what: 'seen', station: event.body.station, staff: null }) : seen;
    }
    case 'AlarmUnheard':
      return alarm.unheard ? alarm : note({ ...alarm, unheard: true }, { at, what: 'unheard', station: event.body.station, staff: null });
    case 'AlarmEscalated':
      return isFirst(`step ${event.body.step} of ${event.body.plan}`) ? note(alarm, { at, what: 'step', station: event.body.station, staff: null }, event.body.recipients.join(', ')) : alarm;
    case 'DeliveryAttempted':
      return deliver(alarm, event.body, at, folding);
    case 'AlarmAcknowledged': {
      if (alarm.acknowledgements.some((known) => known.stationId === event.origin)) return alarm;
      const answer = { ...by(event.body), stationId: event.origin, at, arrivedAt: null };
      return note(reach(withAcknowledgement(alarm, answer), event.origin, event.body.station, 'answered', at), { at, what: 'acknowledged', ...by(event.body) });
    }
    case 'ResponderArrived':
      return note(reach(arrive(alarm, event.origin, { ...by(event.body), stationId: event.origin, at, arrivedAt: at }), event.origin, event.body.station, 'answered', at), { at, what: 'arrived', ...by(event.body) });
    case 'AlarmClosedUnderDuress': {
      const forced = note({ ...alarm, duress: true }, { at, what: 'duress', ...by(event.body) });
      return alarm.level === 'emergency' ? forced : note({ ...forced, level: 'emergency' }, { at, what: 'raised-to-emergency', ...by(event.body) });
    }
    case 'AlarmClosed': {
      if (alarm.closedAt !== null) return alarm;
      if (!answered) return note({ ...alarm, acknowledgedBy: [], acknowledgements: [] }, { at, what: 'closed', ...by(event.body) });
      const calledOff = event.origin === raisedBy && !alarm.acknowledgements.some(({ arrivedAt }) => arrivedAt !== null);
      const closed: Alarm = { ...alarm, closedAt: at, closedBy: by(event.body), closeReason: event.body.reason, closeNote: event.body.note, followUp: calledOff && alarm.kind !== 'test' ? 'asked' : 'none' };
      return note(closed, { at, what: calledOff ? 'called-off' : 'closed', ...by(event.body) });
    }
    case 'FollowedUp':
      return note({ ...alarm, followUp: alarm.followUp === 'asked' ? 'done' : alarm.followUp }, { at, what: 'followed-up', ...by(event.body) }, event.body.note);
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

const furthest = ['due', 'failed', 'sent', 'received', 'seen', 'answered'] as const;

/** A station only ever gets further: word that it received may come after word that it answered. */
const reach = (alarm: Alarm, id: string, name: string, state: RecipientState['state'], at: string): Alarm => {
  const known = alarm.recipients.find((recipient) => recipient.to === 'station' && recipient.id === id);
  if (known !== undefined && furthest.indexOf(known.state) >= furthest.indexOf(state)) return alarm;
  return withRecipient(alarm, { to: 'station', id, name, state, at, attempts: 0, answer: '' });
};

/** A channel is where its newest message is. The timeline tells each message's first failure and its arrival, not every try. */
const deliver = (alarm: Alarm, { message, ...attempt }: EventBody<'DeliveryAttempted'>, at: string, { isFirst, arrivedOccasions }: Folding): Alarm => {
  const known = alarm.recipients.find((recipient) => recipient.to === 'channel' && recipient.id === attempt.channel);
  const occasion = `${attempt.occasion} to ${attempt.channel}`;
  if (attempt.outcome === 'received') arrivedOccasions.add(occasion);
  const arrived = arrivedOccasions.has(occasion);
  const channel: RecipientState = { to: 'channel', id: attempt.channel, name: attempt.channel, state: arrived ? 'received' : 'failed', at, attempts: (known?.attempts ?? 0) + 1, answer: attempt.answer };
  const tried = withRecipient(alarm, channel);
  if (!isFirst(`${attempt.outcome} ${message}`)) return tried;
  return note(tried, { at, what: attempt.outcome === 'received' ? 'delivered' : 'delivery-failed', station: attempt.station, staff: null }, attempt.channel);
};

const withRecipient = (alarm: Alarm, recipient: RecipientState): Alarm => {
  const at = alarm.recipients.findIndex(({ to, id }) => to === recipient.to && id === recipient.id);
  return { ...alarm, recipients: at < 0 ? [...alarm.recipients, recipient] : alarm.recipients.with(at, recipient) };
};

const stateOf = (alarm: Alarm): AlarmState => {
  if (alarm.closedAt !== null) return 'closed';
  if (alarm.acknowledgements.some((acknowledgement) => acknowledgement.arrivedAt !== null)) return 'on-scene';
  if (alarm.acknowledgements.length > 0) return 'acknowledged';
  return alarm.receivedBy.length > 0 ? 'received' : 'raised';
};

const note = (alarm: Alarm, entry: Omit<AlarmMoment, 'detail'>, detail = ''): Alarm => ({ ...alarm, timeline: [...alarm.timeline, { ...entry, detail }] });
const by = (body: { readonly station: string; readonly staff: StaffReference | null }) => ({ station: body.station, staff: body.staff?.name ?? null });
const moment = (wall: number): string => new Date(wall).toISOString();
