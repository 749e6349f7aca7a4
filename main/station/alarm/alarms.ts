import type { Alarm, CloseReason, Press, StaffReference } from '../../contract/alarm.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { decidePress } from '../../core/alarm/decidePress.ts';
import { foldAlarm, pressesOf } from '../../core/alarm/foldAlarm.ts';
import type { Stop } from '../../core/environment.ts';
import type { Draft, Event } from '../../core/event/catalogue.ts';
import { inOrder } from '../../core/event/order.ts';
import type { EventRecord } from '../../core/event/replica.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { choosePlan } from '../../core/plan/choosePlan.ts';
import { defaultPlanDocument } from '../../core/plan/defaultPlan.ts';
import { createAlarmAges, type Hearing } from './alarmAges.ts';
import { closedOnes, createAlarmLists, type AlarmLists } from './alarmLists.ts';
import { createAlarmView, type HeldAlarm } from './alarmView.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';
import { createDisguise, type Disguise } from './disguise.ts';
import { createResending } from './resending.ts';
import { createSiteStations } from '../site/siteStations.ts';

const closedKept = 50;

/**
 * The alarms that matter now, held in memory and folded from events: durable ones, own ones that are not durable yet,
 * and those that arrived as alarm frames. Nothing here waits for the database, the LAN or a window.
 */
export interface Alarms extends AlarmLists {
  readonly press: (press: Press, staff: StaffReference | null) => string;
  readonly acknowledge: (alarm: string, staff: StaffReference | null) => Result<void>;
  readonly arrive: (alarm: string, staff: StaffReference | null) => Result<void>;
  /** A window here shows it. */
  readonly seen: (alarm: string) => Result<void>;
  readonly close: (alarm: string, reason: CloseReason, note: string, staff: StaffReference | null) => Result<void>;
  /** Looks like a close on this station's own window, and calls for help everywhere else. */
  readonly closeUnderDuress: (alarm: string, reason: CloseReason, note: string, staff: StaffReference | null) => Result<void>;
  readonly followUp: (alarm: string, note: string, staff: StaffReference | null) => Result<void>;
  /** As this station's own window may show them, while somebody may stand before it who must not know. */
  readonly shownHere: AlarmLists;
  /** Likewise what went out of the site, and the walks of others. */
  readonly attemptsShownHere: Disguise['attempts'];
  readonly runsShownHere: Disguise['runs'];
  /** All that are held, as folded: for escalation. */
  readonly held: () => readonly HeldAlarm[];
  readonly eventsOf: (alarm: string) => readonly Event[];
  /** Tells the connected stations at once and writes it down as soon as possible. Never fails. */
  readonly record: (drafts: readonly Draft[]) => void;
  /** Once a second: writes again to whoever has not said that it has an alarm of this station. */
  readonly tick: () => void;
  readonly stop: Stop;
}

/** What alarms need to know of the rest of the station. */
export interface AlarmSurroundings {
  readonly document: () => PlanDocument;
  /** Whether this station's person works alone now. */
  readonly isAlone: () => boolean;
  readonly channelName: (id: string) => string;
  /** Messages that this station is trying to get out at this moment. */
  readonly underWay: () => ReadonlySet<string>;
  /** The stations that are connected now, by id. */
  readonly connected: () => readonly string[];
  /** Writes records to the sockets of some stations; returns the ids of those written to. */
  readonly sendTo: (stations: readonly string[], records: readonly EventRecord[]) => readonly string[];
}

const quiet: AlarmSurroundings = { document: () => defaultPlanDocument, isAlone: () => false, channelName: (id) => id, underWay: () => new Set(), connected: () => [], sendTo: () => [] };

/** `sendAlarm` writes records to the socket of every connected station and may return the ids of those written to. */
export const createAlarms = (context: StationContext, sendAlarm: (records: readonly EventRecord[]) => unknown, surroundings: AlarmSurroundings = quiet): Alarms => {
  const { ledger, identity, clock, changes, log, ids } = context;
  const { document, isAlone, channelName, underWay } = surroundings;
  const self = identity.station.id;
  const eventsByAlarm = new Map<string, Map<string, Event>>();
  const alarms = new Map<string, Alarm>();
  const disguise = createDisguise(self);
  const alarmByPress = new Map<string, string>();
  const ages = createAlarmAges(clock, self);
  const stations = createSiteStations(context);
  const view = createAlarmView({ self, document, stations, channelName, underWay, now: clock.now });
  const resending = createResending(context, surroundings);

  const learn = (events: readonly Event[], from: Hearing): void => {
    const touched = new Set<string>();
    for (const event of events) {
      if (subjectType(event.subject) !== 'alarm') continue;
      const id = subjectId(event.subject);
      eventsByAlarm.set(id, heldEvents(id).set(keyOf(event), event));
      if ('press' in event.body) alarmByPress.set(event.body.press, id);
      touched.add(id);
      if (event.kind === 'SubjectErased' && alarms.get(id)?.closedAt != null) forget(id);
    }
    for (const id of touched) refold(id, from);
    forgetOld();
    if (touched.size > 0) changes.announce('alarms');
    for (const id of touched) confirmReceipt(id);
  };

  /** An alarm that is not held here may have grown old: a word that comes late, or again, must not make it a new one. */
  const heldEvents = (id: string): Map<string, Event> => {
    const held = eventsByAlarm.get(id);
    if (held !== undefined) return held;
    return new Map(guard(log, 'what the ledger has of an alarm cannot be read', () => ledger.eventsOf(subjectOf('alarm', id)), { alarm: id })?.map((event) => [keyOf(event), event]));
  };

  /** Closed ones stay in the ledger; a station that runs for a year does not hold them all. */
  const forgetOld = (): void => {
    for (const { id } of closedOnes([...alarms.values()]).slice(closedKept)) forget(id);
  };

  const forget = (id: string): void => {
    for (const kept of [alarms, eventsByAlarm]) kept.delete(id);
    for (const part of [ages, resending, disguise]) part.forget(id);
  };

  const eventsOf = (id: string): readonly Event[] => inOrder([...(eventsByAlarm.get(id)?.values() ?? [])]);

  const refold = (id: string, from: Hearing): void => {
    const events = eventsOf(id);
    const alarm = foldAlarm(events);
    if (alarm === null) return;
    alarms.set(id, alarm);
    ages.hear(alarm, from);
    disguise.take(alarm, events);
  };

  /** Tells the caller that this station's program has the alarm and shows it. */
  const confirmReceipt = (id: string): void => {
    const alarm = alarms.get(id);
    if (alarm === undefined || alarm.closedAt !== null || alarm.stationId === self || !ages.isSettled(id)) return;
    const confirmed = eventsOf(id).some((event) => event.kind === 'AlarmReceived' && event.origin === self);
    if (!confirmed) record([{ kind: 'AlarmReceived', subject: subjectOf('alarm', id), body: { station: ownFile(context).name } }]);
  };

  const record = (drafts: readonly Draft[]): void => {
    ledger.appendUrgently(drafts, (records) => resending.sent(drafts, records, sendAlarm(records)));
  };

  /** Alarms that grew old in the ledger are looked up there. */
  const find = (id: string): Alarm | undefined => alarms.get(id) ?? ledger.state('alarm', subjectOf('alarm', id));
  const asShown = (id: string): Alarm | undefined => {
    const shown = disguise.of(id);
    return shown === undefined ? find(id) : (shown ?? undefined);
  };
  const held = (alarm: Alarm): HeldAlarm => ({ alarm, timed: ages.timed(alarm), ...ages.of(alarm), sentTo: resending.sentTo(alarm.id) });

  /** A clock that was set back says nothing about how long ago the press before was. */
  const countedHere = (alarm: Alarm): Alarm => ({ ...alarm, raisedAt: new Date(clock.now() - ages.of(alarm).elapsed).toISOString() });

  const onKnown = (alarm: Alarm | undefined, id: string, drafts: (alarm: Alarm) => readonly Draft[]): Result<void> => {
    if (alarm === undefined) return failed('AlarmUnknown', `This site has no alarm ${id}.`, 'The list of alarms shows those that it has.', 'alarm');
    record(drafts(alarm));
    return done(undefined);
  };

  const onOpen = (alarm: Alarm | undefined, id: string, drafts: (alarm: Alarm) => readonly Draft[]): Result<void> => {
    if (alarm?.closedAt != null) return failed('AlarmClosed', `That alarm was closed at ${alarm.closedAt}.`, 'Nothing needs doing; if help is needed again, press again.', 'alarm');
    return onKnown(alarm, id, drafts);
  };

  const start = (): Stop => {
    const stops = [
      ledger.onUrgent((events) => learn(events, 'frame')),
      ledger.onEvents((events) => {
        ages.noteReplicated(events);
        learn(events, 'replication');
      }),
      stations.stop,
    ];
    for (const alarm of [...ledger.states('alarm', { open: true }), ...ledger.states('alarm', { open: false, newest: closedKept })]) learn(ledger.eventsOf(subjectOf('alarm', alarm.id)), 'ledger');
    return () => {
      for (const stop of stops) stop();
    };
  };

  const looks = { view: (alarm: Alarm): Alarm => view(held(alarm)), isSettled: ages.isSettled, now: clock.now };

  return {
    ...createAlarmLists(() => [...alarms.values()], find, looks),
    shownHere: createAlarmLists(() => [...alarms.keys()].flatMap((id) => asShown(id) ?? []), asShown, looks),
    attemptsShownHere: disguise.attempts,
    runsShownHere: disguise.runs,
    press: (press, staff) => {
      const { id, name, place } = ownFile(context);
      // To the person at the desk a call that was closed under duress is over: whoever presses again calls anew. A sign-in under duress knows better.
      const open = [...alarms.keys()].flatMap((known) => (press.source === 'duress' ? alarms.get(known) : asShown(known)) ?? []).flatMap((alarm) => (alarm.closedAt === null ? [countedHere(alarm)] : []));
      const alone = isAlone();
      const secondPress = choosePlan(document(), { stationId: id, alone }).secondPress * 1000;
      const decision = decidePress(press, { stationId: id, station: name, place, staff, alone, secondPress }, open, alarmByPress, clock.now());
      record(decision.drafts);
      log.info({ alarm: decision.alarm, level: press.level, kind: press.kind, source: press.source, events: decision.drafts.length }, 'a press was dealt with');
      return decision.alarm;
    },
    acknowledge: (id, staff) =>
      onOpen(asShown(id), id, (alarm) => (alarm.acknowledgements.some(({ stationId }) => stationId === self) ? [] : [{ kind: 'AlarmAcknowledged', subject: subjectOf('alarm', id), body: byWhom(context, staff) }])),
    arrive: (id, staff) =>
      onOpen(asShown(id), id, (alarm) =>
        alarm.acknowledgements.some(({ stationId, arrivedAt }) => stationId === self && arrivedAt !== null) ? [] : [{ kind: 'ResponderArrived', subject: subjectOf('alarm', id), body: byWhom(context, staff) }],
      ),
    seen: (id) =>
      onKnown(asShown(id), id, (alarm) => {
        const known = alarm.stationId === self || alarm.closedAt !== null || eventsOf(id).some((event) => event.kind === 'AlarmSeen' && event.origin === self);
        return known ? [] : [{ kind: 'AlarmSeen', subject: subjectOf('alarm', id), body: { station: ownFile(context).name } }];
      }),
    close: (id, reason, note, staff) => onOpen(find(id), id, () => [{ kind: 'AlarmClosed', subject: subjectOf('alarm', id), body: { reason, note, presses: [...pressesOf(eventsOf(id))], ...byWhom(context, staff) } }]),
    closeUnderDuress: (id, reason, note, staff) => onOpen(asShown(id), id, () => [{ kind: 'AlarmClosedUnderDuress', subject: subjectOf('alarm', id), body: { press: ids.next(), reason, note, ...byWhom(context, staff) } }]),
    followUp: (id, note, staff) => onKnown(asShown(id), id, (alarm) => (alarm.followUp === 'asked' ? [{ kind: 'FollowedUp', subject: subjectOf('alarm', id), body: { note, ...byWhom(context, staff) } }] : [])),
    held: () => [...alarms.values()].map(held),
    eventsOf,
    record,
    tick: () => {
      const settled = ages.tick();
      for (const id of settled) confirmReceipt(id);
      if (settled.length > 0) changes.announce('alarms');
      for (const alarm of alarms.values()) if (alarm.stationId === self && alarm.closedAt === null) resending.resend(alarm, eventsOf(alarm.id));
    },
    stop: start(),
  };
};

const keyOf = (event: Event): string => `${event.origin}/${event.seq}`;
