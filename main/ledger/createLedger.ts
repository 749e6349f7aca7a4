import { done, failed, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import { compareEvents, type Draft, type Event } from '../core/event/catalogue.ts';
import type { Acceptance, EventRecord } from '../core/event/replica.ts';
import { isSealed, namingNobody } from '../core/event/sealing.ts';
import { subjectOf, subjectType } from '../core/event/subject.ts';
import { guard } from '../core/guard.ts';
import { createListeners } from '../core/listeners.ts';
import { sealsSince } from '../core/site/protocol.ts';
import { createAcceptance } from './acceptance.ts';
import { createComeback } from './comeback.ts';
import { createCommits } from './commits.ts';
import type { Connection } from './connection.ts';
import { noPredecessor, type EncodedEvent } from './encoding.ts';
import { createErasedRemains } from './erasedRemains.ts';
import { createEventTable, type CheckedEvent } from './eventTable.ts';
import { createGradualAcceptance } from './gradually.ts';
import { createHoldings } from './holdings.ts';
import { createHybridClock, type LedgerClock } from './hybridClock.ts';
import type { ChainEnd, Journal } from './journal.ts';
import { createKeptStates } from './keptStates.ts';
import { createKeyring } from './keyring.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerFile } from './ledgerFile.ts';
import { createLocalStore } from './localStore.ts';
import { createNewcomer } from './newcomer.ts';
import { createOwnChain } from './ownChain.ts';
import { createPace, type Pace } from './pace.ts';
import { createProofs } from './proveEvents.ts';
import { createEventReader } from './readEvent.ts';
import { createRebuild } from './rebuild.ts';
import { createRecovery } from './recovery.ts';
import { createRestoration, farOff } from './restoration.ts';
import type { SubjectKey } from './sealedBody.ts';
import { createTracing } from './traceEvents.ts';
import { createUrgentQueue } from './urgentQueue.ts';
import { verifyLedger } from './verifyLedger.ts';
import { createWriteProbe } from './writeProbe.ts';

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

  const read = <Value>(from: () => Value, otherwise: Value): Value => guard(log, 'the ledger cannot be read', from) ?? otherwise;
  const start: ChainEnd = read(() => table.head(stationId), undefined) ?? { seq: 0, hash: noPredecessor };
  const noted = journal?.head() ?? null;
  const holdings = createHoldings(read(table.have, new Map<string, number>()));
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
  const remains = createErasedRemains(connection, file, read(keyring.erased, []));
  const commits = createCommits({ stationId, table, keyring, states, holdings, journal, incomplete: file?.replacement() != null, onErased: remains.add });

  /** Whether every station of the site opens sealed bodies: until then calls for help stay open. Kept in memory. */
  const allOpenSeals = (): boolean => states.states('station').every(({ protocol, retirements }) => protocol === null || protocol >= sealsSince || retirements.length > 0);

  const keyFor =
    (inMemory: boolean) =>
    ({ kind, subject }: Draft): SubjectKey | null => {
      const type = subjectType(subject);
      return type !== null && isSealed(type, kind, allOpenSeals()) ? keyring.sealingKey(subject, inMemory) : null;
    };

  const commitOwn = (events: readonly CheckedEvent[]): void => {
    if (!commits.joins(events[0]?.record.seq ?? 0)) throw new Error('own events before it are missing');
    commits.commit(events, true);
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

  const acceptance = createAcceptance({
    table,
    signingKeyOf: (origin) => local.roster.list().find((station) => station.id === origin)?.signingKey,
    log,
    commit: (events) => {
      commits.commit(events, false);
      observe(events.map(({ encoded }) => encoded));
      const last = events.findLast(({ record }) => record.origin === stationId);
      if (last !== undefined) comeback.goOnBehind({ seq: last.record.seq, hash: last.hash });
      publish(events);
      comeback.settleRestored();
      // Others bring what they have; behind it may stand what only this process still knows.
      const more = last === undefined || !commits.isIncomplete() ? [] : recovery.after(last.record.seq);
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

  const comeback = createComeback({ stationId, table, keyring, local, chain, commits, queue, holdings, restoration, recovery, journal, file, observe, tell: readable.tell, log });

  // Read before the first alarm, whose way must not lead through the database.
  keyring.isErased('');
  comeback.resume();
  return {
    append: (drafts) => {
      if (drafts.length === 0) return done([]);
      if (!queue.flush()) return restoration.pending() === null ? unwritable() : stillRestoring();
      const before = chain.end();
      let events: readonly CheckedEvent[];
      try {
        events = chain.stamp(drafts.map(namingNobody), keyFor(false));
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
      const events = chain.stamp(drafts.map(namingNobody), keyFor(true));
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
      comeback.settleRestored();
      return queue.flush();
    },
    takesWrites: () => {
      const settled = queue.flush() || (queue.isKept() && !commits.joins(queue.first() ?? 0));
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
    trace: createTracing(connection, keyring, (staff) => states.state('staff', subjectOf('staff', staff))?.staff.name),
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
    settleErasures: remains.overwrite,
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
      comeback.settleRestored();
    },
    excuse: restoration.excuse,
    salvage: comeback.salvage,
    newcomer,
    isErased: keyring.isErased,
    local,
  };
};

const stillRestoring = () => failed('LedgerUnwritable', 'This station was restored from a backup and has yet to hear what the others have of it.', 'Start the other stations; those that are gone for good have to be retired. Calls go out meanwhile.');

const unwritable = () => failed('LedgerUnwritable', 'The ledger takes no writes at the moment.', 'Check the space on the disk and the rights of the data folder; nothing that was typed is lost.');
