import { done, failed, type Result } from '../contract/problem.ts';
import type { TracedEvent } from '../contract/evidence.ts';
import type { Verification } from '../contract/station.ts';
import type { Log, Stop } from '../core/environment.ts';
import { guard } from '../core/guard.ts';
import { createListeners } from '../core/listeners.ts';
import { compareEvents, type Draft, type Event } from '../core/event/catalogue.ts';
import type { ProvenEvent } from '../core/event/provenEvent.ts';
import type { Acceptance, EventRecord, Replica, VersionVector } from '../core/event/replica.ts';
import { sealsSince } from '../core/site/protocol.ts';
import { isSealed } from '../core/event/sealing.ts';
import { subjectOf, subjectType } from '../core/event/subject.ts';
import { createAcceptance } from './acceptance.ts';
import type { Connection } from './connection.ts';
import { noPredecessor, type EncodedEvent } from './encoding.ts';
import { createEventTable, type CheckedEvent, type EventTable } from './eventTable.ts';
import { createGradualAcceptance } from './gradually.ts';
import { createHoldings } from './holdings.ts';
import { createHybridClock, type LedgerClock } from './hybridClock.ts';
import type { ChainEnd, Journal } from './journal.ts';
import { createKeyring } from './keyring.ts';
import { createKeptStates } from './keptStates.ts';
import type { LedgerFile, Replacement } from './ledgerFile.ts';
import { createLocalStore, type LocalStore } from './localStore.ts';
import { createNewcomer, type Newcomer } from './newcomer.ts';
import { createOwnChain, readOwn } from './ownChain.ts';
import { createPace, type Pace } from './pace.ts';
import { createEventReader } from './readEvent.ts';
import { createProofs } from './proveEvents.ts';
import { createRebuild, type Rebuild } from './rebuild.ts';
import { createRecovery } from './recovery.ts';
import { createRestoration, farOff } from './restoration.ts';
import type { SubjectKey } from './sealedBody.ts';
import { createTracing } from './traceEvents.ts';
import { createUrgentQueue } from './urgentQueue.ts';
import { createWriteProbe } from './writeProbe.ts';
import { verifyLedger } from './verifyLedger.ts';

export interface LedgerDependencies {
  readonly connection: Connection;
  readonly clock: LedgerClock;
  readonly log: Log;
  /** This station: its id and its Ed25519 key (PKCS #8 DER). */
  readonly stationId: string;
  readonly signingKey: Uint8Array;
  /** 32 bytes that every station of the site has: keys of subjects are wrapped under it. */
  readonly siteKey: Uint8Array;
  /** Keeps beside the ledger what could not be committed; without one it is kept in memory alone. */
  readonly journal?: Journal;
  /** Where the file can be replaced under a running station. */
  readonly file?: Pick<LedgerFile, 'replacement' | 'onReplaced' | 'openSetAside' | 'eraseSetAside' | 'isOpen'>;
  /** For a command of its own process; else the pace of a station that runs. */
  readonly pace?: Pace;
}

/** How it stands with the ledger, for whoever supervises it. */
export interface LedgerCondition {
  readonly takesWrites: boolean;
  /** Own events that have their number and wait for their commit. */
  readonly waiting: number;
  /** What happened to the file while this station ran, or when it started. */
  readonly replacement: Replacement | null;
  /** So many events were here before and have not come back yet, from what was set aside or from other stations. */
  readonly missing: number;
  /** This station was restored from a backup (of this moment), and waits until these stations have said what they have of it. Null when it does not. */
  readonly restoring: { readonly from: string; readonly waitsFor: readonly string[] } | null;
}

/** The append-only log of this site on this station. One transaction a commit; listeners hear only of what is durable. */
export interface Ledger extends Omit<Replica, 'accept' | 'hear'>, Pick<EventTable, 'countBefore' | 'eventsOf' | 'head' | 'oldest' | 'papersBefore' | 'state' | 'states' | 'subjectsOf'> {
  /** Stamps, signs and commits. Nothing was written when it fails with `LedgerUnwritable`. */
  readonly append: (drafts: readonly Draft[]) => Result<readonly Event[]>;
  /**
   * For alarms: stamps and signs, hands the records to `send` BEFORE the commit, and never fails. When the commit fails
   * the events keep their place in the chain, are kept in the journal, and are committed as soon as that is possible.
   */
  readonly appendUrgently: (drafts: readonly Draft[], send: (records: readonly EventRecord[]) => void) => readonly Event[];
  /** Takes over events of others at once. */
  readonly accept: (records: readonly EventRecord[]) => Result<Acceptance>;
  /** The same for many: a few at a time, so that no alarm waits for them. */
  readonly acceptGradually: (records: readonly EventRecord[]) => Promise<Result<Acceptance>>;
  /** Tries to commit what `appendUrgently` could not. True when nothing waits any more. It is tried again by itself, too. */
  readonly flush: () => boolean;
  /** Measured: a write went well within the last seconds, and nothing waits that is kept in memory alone. */
  readonly takesWrites: () => boolean;
  readonly condition: () => LedgerCondition;
  /** How far the time of new events is ahead of the clock: milliseconds. */
  readonly clockAhead: () => number;
  /** The time of the last event held of each station, in milliseconds since the epoch; by station. */
  readonly lastWrote: () => ReadonlyMap<string, number>;
  /** Called with events that are not durable here yet: own urgent ones, and alarm frames of others. Those that wait already come at once. */
  readonly onUrgent: (listener: (events: readonly Event[]) => void) => Stop;
  /** Called after each commit with the events that this program can read. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => Stop;
  /** What is left of everything that was erased, in the total order. */
  readonly erasures: () => readonly Extract<Event, { kind: 'SubjectErased' }>[];
  /** Something was erased that may still stand in the WAL, or in a ledger that was set aside: overwrites it there. To be called again and again; it does nothing otherwise. */
  readonly settleErasures: () => void;
  /** What a station says that it has: one that was restored from a backup goes on behind that. */
  readonly hear: (station: string, have: VersionVector) => void;
  /** That station was retired: what it has of this one's chain does not matter any more. */
  readonly excuse: (station: string) => void;
  /** A walk over every event, in turns. */
  readonly verify: () => Promise<Verification>;
  /** Events in the order in which this station learned of them, some behind a place in it: of these subjects with what was written, or of all without. */
  readonly trace: (subjects: readonly string[] | null, after: number) => readonly TracedEvent[];
  /** The events of these subjects, with all that it takes to check them elsewhere. */
  readonly prove: (subjects: readonly string[]) => readonly ProvenEvent[];
  /** Folds every projection anew from its events, in turns. Returns how many subjects there are. */
  readonly rebuild: Rebuild['run'];
  /** How far that is; null while it is not under way. */
  readonly rebuilding: Rebuild['progress'];
  /** The same for what a press needs to know, at once. */
  readonly refoldFirst: Rebuild['first'];
  /** Takes back what can be read of a ledger that was set aside, whenever that was. To be called once after the start. */
  readonly salvage: () => Promise<void>;
  /** Whether this station takes over what the site has, and may hurry; its index waits for the end of that. */
  readonly newcomer: Pick<Newcomer, 'takesOver' | 'hurries' | 'indexed'>;
  /** Its keys are destroyed: what was or is written about it is read by nobody. */
  readonly isErased: (subject: string) => boolean;
  readonly local: LocalStore;
}

export const createLedger = ({ connection, clock, log, stationId, signingKey, siteKey, journal, file, pace: given }: LedgerDependencies): Ledger => {
  const keyring = createKeyring(connection, siteKey);
  const readEncoded = createEventReader(keyring);
  const table = createEventTable(connection, keyring, readEncoded, clock);
  const states = createKeptStates(table, log);
  const local = createLocalStore(connection);
  const probeWrites = createWriteProbe(local, clock, log);
  const committed = createListeners<readonly EventRecord[]>(log);
  const readable = createListeners<readonly Event[]>(log);
  const urgent = createListeners<readonly Event[]>(log);

  const readableOf = (events: readonly CheckedEvent[]): readonly Event[] =>
    events.flatMap(({ encoded }) => {
      const event = guard(log, 'an event could not be read', () => readEncoded(encoded)) ?? null;
      return event === null ? [] : [event];
    });

  const read = <Value>(from: () => Value, otherwise: Value): Value => {
    try {
      return from();
    } catch (error) {
      log.error({ error: String(error) }, 'the ledger cannot be read');
      return otherwise;
    }
  };

  const own = (): ChainEnd => read(() => table.head(stationId), undefined) ?? { seq: 0, hash: noPredecessor };
  const readHave = (): VersionVector => read(table.have, new Map<string, number>());
  const start = own();
  const noted = journal?.head() ?? null;
  const holdings = createHoldings(readHave());
  if (noted !== null && noted.seq > start.seq) holdings.setBest(stationId, noted.seq);
  const restoration = createRestoration(local, stationId, log);
  const newcomer = createNewcomer({
    holdings,
    isNew: [...holdings.vector().keys()].every((origin) => origin === stationId) && read(() => table.states('site').length === 0, false) && restoration.pending() === null && file?.replacement() == null && file?.isOpen() !== false,
    isAlarmOpen: () => read(() => table.states('alarm', { open: true, newest: 1 }), []).length > 0,
  });
  const pace = given ?? createPace(newcomer.hurries);
  const rebuild = createRebuild({ table, learn: (projected) => states.learn(new Map([...projected].filter(([subject, projection]) => projection !== null || keyring.isErased(subject))), false), pace });
  const heads = read(table.heads, []);
  const hybrid = createHybridClock(clock, heads.find(({ origin }) => origin === stationId) ?? { wall: 0, counter: 0 });
  const chain = createOwnChain(stationId, signingKey, hybrid, restoration.pending() !== null ? { seq: start.seq + farOff, hash: start.hash } : noted !== null && noted.seq > start.seq ? noted : start);
  /** Erased, and not overwritten everywhere yet. What a process left undone the next one does at its start. */
  const unsettled = new Set<string>(read(keyring.erased, []));
  /** After the file was replaced, until everything is back. */
  let incomplete = file?.replacement() != null;

  /** Own events have their place behind all those before them: while some of these are missing, nothing can be written past them. */
  const joins = (seq: number): boolean => holdings.of(stationId) === seq - 1;

  const commitOrThrow = (events: readonly CheckedEvent[], synced: boolean): ReturnType<EventTable['commit']> => {
    try {
      return table.commit(events, synced);
    } catch (error) {
      keyring.rolledBack();
      throw error;
    }
  };

  /** `synced`: nobody else has them. */
  const commit = (events: readonly CheckedEvent[], synced: boolean): void => {
    const projected = commitOrThrow(events, synced);
    for (const [subject, projection] of projected) if (projection === null) unsettled.add(subject);
    states.learn(projected, holdings.knows(events));
    holdings.add(events);
    const last = events.findLast(({ record }) => record.origin === stationId);
    if (last !== undefined && last.record.seq >= holdings.best(stationId)) journal?.noteHead({ seq: last.record.seq, hash: last.hash });
    if (incomplete && holdings.missing() === 0) {
      incomplete = false;
      states.reload();
    }
  };

  /** Whether every station of the site opens sealed bodies: until then calls for help stay open. Kept in memory. */
  const allOpenSeals = (): boolean => states.states('station').every(({ protocol, retirements }) => protocol === null || protocol >= sealsSince || retirements.length > 0);

  const keyFor =
    (inMemory: boolean) =>
    ({ kind, subject }: Draft): SubjectKey | null => {
      const type = subjectType(subject);
      return type !== null && isSealed(type, kind, allOpenSeals()) ? keyring.sealingKey(subject, inMemory) : null;
    };

  const commitOwn = (events: readonly CheckedEvent[]): void => {
    if (!joins(events[0]?.record.seq ?? 0)) throw new Error('own events before it are missing');
    commit(events, true);
    recovery.remember(events.map(({ record }) => record));
  };

  /** Only after the commit, and when nothing of this module is half done: listeners append in turn. */
  const publish = (events: readonly CheckedEvent[]): void => {
    committed.tell(events.map((event) => event.record));
    const known = readableOf(events);
    if (known.length > 0) readable.tell(known);
  };

  const queue = createUrgentQueue({ commit: commitOwn, publish, journal, log });

  /** Whatever is written in answer to an event is written later than it. */
  const observe = (stamped: readonly Pick<EncodedEvent, 'origin' | 'wall' | 'counter'>[]): void => {
    for (const { origin, wall, counter } of stamped) {
      if (origin === stationId) hybrid.resume({ wall, counter });
      else if (!hybrid.observe({ wall, counter })) log.warn({ origin, wall }, 'a station writes with a clock far ahead');
    }
  };
  observe(heads);

  const goOnBehind = (end: ChainEnd): void => {
    if (end.seq > chain.end().seq) chain.endAt(end);
  };

  const acceptance = createAcceptance({
    table,
    signingKeyOf: (origin) => local.roster.list().find((station) => station.id === origin)?.signingKey,
    log,
    commit: (events) => {
      commit(events, false);
      observe(events.map(({ encoded }) => encoded));
      const last = events.findLast(({ record }) => record.origin === stationId);
      if (last !== undefined) goOnBehind({ seq: last.record.seq, hash: last.hash });
      publish(events);
      settleRestored();
      // Others bring what they have; behind it may stand what only this process still knows.
      const more = last === undefined || !incomplete ? [] : recovery.after(last.record.seq);
      if (more.length > 0) void acceptGradually(more);
    },
  });

  // What waits here has its number already: no other event may take that. What is missing before it may come.
  const accept = (records: readonly EventRecord[]): Result<Acceptance> => {
    const taken = queue.first() ?? Number.POSITIVE_INFINITY;
    return acceptance.accept(records.filter((record) => record.origin !== stationId || record.seq < taken));
  };
  const acceptGradually = createGradualAcceptance(accept, pace);

  const recovery = createRecovery({
    local,
    openSetAside: (path) => file?.openSetAside(path) ?? null,
    take: async (records) => {
      const taken = await acceptGradually(records);
      return taken.ok ? taken.value.accepted : 0;
    },
    log,
  });

  const salvage = async (): Promise<void> => {
    const back = await recovery.run();
    if (back !== null) log.warn({ back, missing: holdings.missing() }, 'what could be read of the ledger that was set aside is back');
    settleAlone();
    queue.flush();
  };

  /** Where there is no other station nobody else ever saw what is missing, so nothing is given twice by going on behind what is left. */
  const settleAlone = (): void => {
    const end = read(() => table.head(stationId) ?? { seq: 0, hash: noPredecessor }, null);
    if (end === null || file?.isOpen() === false) return;
    if (local.roster.list().some(({ id }) => id !== stationId) || joins(queue.first() ?? chain.end().seq + 1)) return;
    log.error({ lost: holdings.best(stationId) - end.seq }, 'own events are lost, and this station goes on behind those that are left');
    chain.endAt(end);
    holdings.setBest(stationId, end.seq);
    journal?.noteHead(end);
    queue.replace(chain.stampAgain);
  };

  /** After a restoration: everybody has said what they have of this chain, and all of that is back, so it goes on from here. */
  const settleRestored = (): void => {
    const pending = restoration.pending();
    if (pending === null) return;
    if (pending.most > holdings.best(stationId)) holdings.setBest(stationId, pending.most);
    const end = read(() => table.head(stationId), undefined);
    if (pending.waitsFor.length > 0 || end === undefined || end.seq < pending.most) return;
    if (chain.end().seq >= farOff) {
      chain.endAt(end);
      queue.replace(chain.stampAgain);
    }
    // Until what waits is committed the journal has it at its place far off, and another start has to come through here.
    if (queue.flush()) restoration.finish();
  };

  const takeReplacement = (replacement: Replacement): void => {
    holdings.replace(readHave());
    goOnBehind(own());
    incomplete = replacement.reason === 'damaged' || replacement.reason === 'lost';
    if (incomplete) states.protect();
    else states.reload();
    recovery.note(replacement);
    salvage().catch((error: unknown) => log.error({ error: String(error) }, 'what was set aside cannot be read'));
    queue.flush();
    // What was open when the station ended could not be seen at its start.
    if (replacement.reason === 'returned') for (const { id } of read(() => table.states('alarm', { open: true }), [])) readable.tell(read(() => table.eventsOf(subjectOf('alarm', id)), []));
  };

  const resume = (): void => {
    const kept = (journal?.waiting() ?? []).flatMap((records) => readOwn(records, stationId) ?? []);
    const waiting = commitsOf(kept).filter((events) => (events[0]?.record.seq ?? 0) > start.seq);
    for (const events of waiting) {
      observe(events.map(({ encoded }) => encoded));
      keyring.meet(events);
    }
    const last = waiting.at(-1)?.at(-1);
    if (last !== undefined) goOnBehind({ seq: last.record.seq, hash: last.hash });
    if (kept.length > 0) queue.resume(waiting);
    if (waiting.length > 0) log.warn({ waiting: waiting.length }, 'alarms from before wait to be committed');
    if (start.seq > (noted?.seq ?? 0)) journal?.noteHead(start);
    recovery.note(file?.replacement() ?? null);
    file?.onReplaced(takeReplacement);
    queue.flush();
    settleRestored();
  };

  // Read before the first alarm, whose way must not lead through the database.
  keyring.isErased('');
  resume();
  return {
    append: (drafts) => {
      if (drafts.length === 0) return done([]);
      if (!queue.flush()) return restoration.pending() === null ? unwritable() : stillRestoring();
      const before = chain.end();
      let events: readonly CheckedEvent[];
      try {
        events = chain.stamp(drafts, keyFor(false));
        commitOwn(events);
      } catch (error) {
        chain.endAt(before);
        log.error({ error: String(error) }, 'a commit failed');
        return restoration.pending() === null ? unwritable() : stillRestoring();
      }
      publish(events);
      return done(readableOf(events));
    },
    appendUrgently: (drafts, send) => {
      if (drafts.length === 0) return [];
      const events = chain.stamp(drafts, keyFor(true));
      // They have their place in the chain from here on, whatever comes of telling others, and before what listeners write in turn.
      queue.add(events);
      const known = readableOf(events);
      guard(log, 'an alarm could not be sent', () => send(events.map((event) => event.record)));
      newcomer.end();
      urgent.tell(known);
      queue.flush();
      return known;
    },
    flush: () => {
      settleRestored();
      return queue.flush();
    },
    takesWrites: () => {
      const settled = queue.flush() || (queue.isKept() && !joins(queue.first() ?? 0));
      return probeWrites() && settled;
    },
    condition: () => ({ takesWrites: queue.first() === null && probeWrites(), waiting: queue.events().length, replacement: file?.replacement() ?? null, missing: holdings.missing(), restoring: restoration.pending() }),
    clockAhead: hybrid.ahead,
    lastWrote: () => new Map(read(table.heads, []).map(({ origin, wall }) => [origin, wall])),
    onUrgent: (listener) => {
      const pending = readableOf(queue.events());
      if (pending.length > 0) listener(pending);
      return urgent.add(listener);
    },
    onEvents: readable.add,
    onCommitted: committed.add,
    have: holdings.vector,
    expect: newcomer.expect,
    read: table.after,
    wantedKeys: keyring.wanted,
    findKeys: keyring.find,
    learnKeys: (keys) => {
      const learnt = keyring.learn(keys);
      if (learnt.size > 0) {
        states.learn(table.refoldThese(learnt), false);
        readable.tell([...learnt].flatMap(table.eventsOf));
      }
      return learnt.size;
    },
    accept,
    acceptGradually,
    preview: (records) => {
      const checked = acceptance.checkLoose(records);
      if (!checked.ok) return checked;
      observe(checked.value.map(({ encoded }) => encoded));
      keyring.meet(checked.value);
      newcomer.end();
      const known = readableOf(checked.value);
      if (known.length > 0) urgent.tell(known);
      return done(undefined);
    },
    eventsOf: table.eventsOf,
    countBefore: table.countBefore,
    oldest: table.oldest,
    subjectsOf: table.subjectsOf,
    head: table.head,
    trace: createTracing(connection, keyring),
    prove: createProofs(connection, keyring, local.roster.list),
    papersBefore: table.papersBefore,
    state: states.state,
    states: states.states,
    erasures: () =>
      keyring
        .erased()
        .flatMap(table.eventsOf)
        .filter((event) => event.kind === 'SubjectErased')
        .toSorted(compareEvents),
    settleErasures: () => {
      if (unsettled.size === 0) return;
      // Somebody reads at this moment: then the next time.
      if (!connection.emptyLog()) return;
      file?.eraseSetAside([...unsettled]);
      unsettled.clear();
    },
    verify: async () => {
      // After an update what is shown is still on its way to what the events say.
      if (rebuild.progress() !== null) await rebuild.run();
      const { ok, problems, ...walked } = await verifyLedger({ connection, roster: local.roster.list(), keyring, compareProjections: table.compareProjections, pace });
      const lost = holdings.lost().map(({ origin, from, to }) => ({ origin, seq: from, subject: null, problem: `events up to ${to} were here and are missing` }));
      return { ...walked, ok: ok && lost.length === 0, problems: [...problems, ...lost] };
    },
    rebuild: rebuild.run,
    rebuilding: rebuild.progress,
    refoldFirst: rebuild.first,
    hear: (station, have) => {
      restoration.hear(station, have.get(stationId) ?? 0);
      settleRestored();
    },
    excuse: restoration.excuse,
    salvage,
    newcomer,
    isErased: keyring.isErased,
    local,
  };
};

/** As they were signed: each behind a signature is a commit. */
const commitsOf = (events: readonly CheckedEvent[]): readonly (readonly CheckedEvent[])[] => {
  const ends = events.flatMap(({ record }, index) => (record.signature === null ? [] : [index + 1]));
  return ends.map((end, index) => events.slice(ends[index - 1] ?? 0, end));
};

const stillRestoring = () => failed('LedgerUnwritable', 'This station was restored from a backup and has yet to hear what the others have of it.', 'Start the other stations; those that are gone for good have to be retired. Calls go out meanwhile.');

const unwritable = () => failed('LedgerUnwritable', 'The ledger takes no writes at the moment.', 'Check the space on the disk and the rights of the data folder; nothing that was typed is lost.');
