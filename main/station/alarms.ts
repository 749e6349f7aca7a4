import type { Alarm, CloseReason, Press, StaffReference } from '../contract/alarm.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { decidePress } from '../core/alarm/decidePress.ts';
import { foldAlarm, pressesOf } from '../core/alarm/foldAlarm.ts';
import type { PlanDocument } from '../contract/plan.ts';
import type { Stop } from '../core/environment.ts';
import { compareEvents, type Draft, type Event } from '../core/event/catalogue.ts';
import type { EventRecord } from '../core/event/replica.ts';
import { subjectId, subjectOf, subjectType } from '../core/event/subject.ts';
import { choosePlan } from '../core/plan/choosePlan.ts';
import { defaultPlanDocument } from '../core/plan/defaultPlan.ts';
import { byWhom, ownFile, type StationContext } from './context.ts';

/** How long a closed alarm stays on the screens of those who came. Milliseconds. */
const closedStaysFor = 10 * 60 * 1000;
const closedKept = 50;

/**
 * The alarms that matter now, held in memory and folded from events: durable ones, own ones that are not durable yet,
 * and those that arrived as alarm frames. Nothing here waits for the database, the LAN or a window.
 */
export interface Alarms {
  readonly press: (press: Press, staff: StaffReference | null) => string;
  readonly acknowledge: (alarm: string, staff: StaffReference | null) => Result<void>;
  readonly arrive: (alarm: string, staff: StaffReference | null) => Result<void>;
  readonly close: (alarm: string, reason: CloseReason, note: string, staff: StaffReference | null) => Result<void>;
  readonly find: (alarm: string) => Alarm | undefined;
  /** Open ones first, most serious first; then the closed ones, newest first. */
  readonly list: () => readonly Alarm[];
  /** What screens show: the open ones, and those closed within the last minutes. */
  readonly current: () => readonly Alarm[];
  readonly stop: Stop;
}

/** What alarms need to know of the rest of the station. */
export interface AlarmSurroundings {
  readonly document: () => PlanDocument;
  /** Whether this station's person works alone now. */
  readonly isAlone: () => boolean;
}

const quiet: AlarmSurroundings = { document: () => defaultPlanDocument, isAlone: () => false };

export const createAlarms = (context: StationContext, sendAlarm: (records: readonly EventRecord[]) => void, { document, isAlone }: AlarmSurroundings = quiet): Alarms => {
  const { ledger, identity, clock, changes, log } = context;
  const eventsByAlarm = new Map<string, Map<string, Event>>();
  const alarms = new Map<string, Alarm>();
  const alarmByPress = new Map<string, string>();

  const learn = (events: readonly Event[]): void => {
    const touched = new Set<string>();
    for (const event of events) {
      if (subjectType(event.subject) !== 'alarm') continue;
      const id = subjectId(event.subject);
      eventsByAlarm.set(id, eventsOf(id).set(keyOf(event), event));
      if ('press' in event.body) alarmByPress.set(event.body.press, id);
      touched.add(id);
    }
    for (const id of touched) refold(id);
    forgetOld();
    if (touched.size > 0) changes.announce('alarms');
    for (const id of touched) confirmReceipt(id);
  };

  /** An alarm that is not held here may have grown old: a word that comes late, or again, must not make it a new one. */
  const eventsOf = (id: string): Map<string, Event> => {
    const held = eventsByAlarm.get(id);
    if (held !== undefined) return held;
    try {
      return new Map(ledger.eventsOf(subjectOf('alarm', id)).map((event) => [keyOf(event), event]));
    } catch (error) {
      log.error({ alarm: id, error: String(error) }, 'what the ledger has of an alarm cannot be read');
      return new Map();
    }
  };

  /** Closed ones stay in the ledger; a station that runs for a year does not hold them all. */
  const forgetOld = (): void => {
    for (const { id } of closedOnes().slice(closedKept)) {
      alarms.delete(id);
      eventsByAlarm.delete(id);
    }
  };

  const closedOnes = (): readonly Alarm[] => [...alarms.values()].filter((alarm) => alarm.closedAt !== null).toSorted(newestFirst);

  const refold = (id: string): void => {
    const alarm = foldAlarm([...(eventsByAlarm.get(id)?.values() ?? [])].toSorted(compareEvents));
    if (alarm !== null) alarms.set(id, alarm);
  };

  /** Tells the caller that this station's program has the alarm and shows it. */
  const confirmReceipt = (id: string): void => {
    const alarm = alarms.get(id);
    if (alarm === undefined || alarm.closedAt !== null || alarm.stationId === identity.station.id) return;
    const confirmed = [...(eventsByAlarm.get(id)?.values() ?? [])].some((event) => event.kind === 'AlarmReceived' && event.origin === identity.station.id);
    if (!confirmed) record([{ kind: 'AlarmReceived', subject: subjectOf('alarm', id), body: { station: ownFile(context).name } }]);
  };

  const record = (drafts: readonly Draft[]): void => {
    ledger.appendUrgently(drafts, sendAlarm);
  };

  /** Alarms that grew old in the ledger are looked up there. */
  const find = (id: string): Alarm | undefined => alarms.get(id) ?? ledger.state('alarm', subjectOf('alarm', id));

  const onOpen = (id: string, drafts: (alarm: Alarm) => readonly Draft[]): Result<void> => {
    const alarm = find(id);
    if (alarm === undefined) return failed('AlarmUnknown', `This site has no alarm ${id}.`, 'The list of alarms shows those that it has.', 'alarm');
    if (alarm.closedAt !== null) return failed('AlarmClosed', `That alarm was closed at ${alarm.closedAt}.`, 'Nothing needs doing; if help is needed again, press again.', 'alarm');
    record(drafts(alarm));
    return done(undefined);
  };

  const start = (): Stop => {
    const stops = [ledger.onUrgent(learn), ledger.onEvents(learn)];
    for (const alarm of [...ledger.states('alarm', { open: true }), ...ledger.states('alarm', { open: false, newest: closedKept })]) learn(ledger.eventsOf(subjectOf('alarm', alarm.id)));
    return () => {
      for (const stop of stops) stop();
    };
  };

  const list = (): readonly Alarm[] => [...[...alarms.values()].filter((alarm) => alarm.closedAt === null).toSorted(mostSeriousFirst), ...closedOnes()];

  return {
    press: (press, staff) => {
      const { id, name, place } = ownFile(context);
      const open = [...alarms.values()].filter((alarm) => alarm.closedAt === null);
      const alone = isAlone();
      const secondPress = choosePlan(document(), { stationId: id, alone }).secondPress * 1000;
      const decision = decidePress(press, { stationId: id, station: name, place, staff, alone, secondPress }, open, alarmByPress, clock.now());
      record(decision.drafts);
      log.info({ alarm: decision.alarm, level: press.level, kind: press.kind, source: press.source, events: decision.drafts.length }, 'a press was dealt with');
      return decision.alarm;
    },
    acknowledge: (id, staff) =>
      onOpen(id, (alarm) => (alarm.acknowledgements.some(({ stationId }) => stationId === identity.station.id) ? [] : [{ kind: 'AlarmAcknowledged', subject: subjectOf('alarm', id), body: byWhom(context, staff) }])),
    arrive: (id, staff) =>
      onOpen(id, (alarm) =>
        alarm.acknowledgements.some(({ stationId, arrivedAt }) => stationId === identity.station.id && arrivedAt !== null) ? [] : [{ kind: 'ResponderArrived', subject: subjectOf('alarm', id), body: byWhom(context, staff) }],
      ),
    close: (id, reason, note, staff) =>
      onOpen(id, () => [{ kind: 'AlarmClosed', subject: subjectOf('alarm', id), body: { reason, note, presses: [...pressesOf([...(eventsByAlarm.get(id)?.values() ?? [])])], ...byWhom(context, staff) } }]),
    find,
    list,
    current: () => list().filter((alarm) => alarm.closedAt === null || clock.now() - Date.parse(alarm.closedAt) < closedStaysFor),
    stop: start(),
  };
};

const keyOf = (event: Event): string => `${event.origin}/${event.seq}`;

const mostSeriousFirst = (a: Alarm, b: Alarm): number => Number(b.level === 'emergency') - Number(a.level === 'emergency') || newestFirst(a, b);
const newestFirst = (a: Alarm, b: Alarm): number => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0);
