import { performance } from 'node:perf_hooks';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Verification } from '../contract/station.ts';
import type { Clock, Log, Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';
import type { Draft, Event } from '../core/event/catalogue.ts';
import type { EventRecord, Replica, VersionVector } from '../core/event/replica.ts';
import { subjectOf } from '../core/event/subject.ts';
import { createAcceptance } from './acceptance.ts';
import type { Connection } from './connection.ts';
import { readableEvents } from './damage.ts';
import { noPredecessor } from './encoding.ts';
import { createEventTable, type CheckedEvent, type EventTable } from './eventTable.ts';
import { createGradualAcceptance } from './gradually.ts';
import { createHybridClock } from './hybridClock.ts';
import type { ChainEnd, Journal } from './journal.ts';
import { createKeptStates } from './keptStates.ts';
import type { LedgerFile, Replacement } from './ledgerFile.ts';
import { createLocalStore, type LocalStore } from './localStore.ts';
import { createOwnChain, readOwn } from './ownChain.ts';
import { createPace, type Pace } from './pace.ts';
import { readEvent } from './readEvent.ts';
import { createWriteProbe } from './writeProbe.ts';
import { verifyLedger } from './verifyLedger.ts';

export interface LedgerDependencies {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly log: Log;
  /** This station: its id and its Ed25519 key (PKCS #8 DER). */
  readonly stationId: string;
  readonly signingKey: Uint8Array;
  /** Keeps beside the ledger what could not be committed; without one it is kept in memory alone. */
  readonly journal?: Journal;
  /** Where the file can be replaced under a running station. */
  readonly file?: Pick<LedgerFile, 'replacement' | 'onReplaced' | 'openSetAside'>;
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
}

/** The append-only log of this site on this station. One transaction a commit; listeners hear only of what is durable. */
export interface Ledger extends Omit<Replica, 'accept'>, Pick<EventTable, 'eventsOf' | 'state' | 'states'> {
  /** Stamps, signs and commits. Nothing was written when it fails with `LedgerUnwritable`. */
  readonly append: (drafts: readonly Draft[]) => Result<readonly Event[]>;
  /**
   * For alarms: stamps and signs, hands the records to `send` BEFORE the commit, and never fails. When the commit fails
   * the events keep their place in the chain, are kept in the journal, and are committed as soon as that is possible.
   */
  readonly appendUrgently: (drafts: readonly Draft[], send: (records: readonly EventRecord[]) => void) => readonly Event[];
  /** Takes over events of others at once. */
  readonly accept: (records: readonly EventRecord[]) => Result<{ readonly accepted: number }>;
  /** The same for many: a few at a time, so that no alarm waits for them. */
  readonly acceptGradually: (records: readonly EventRecord[]) => Promise<Result<{ readonly accepted: number }>>;
  /** Tries to commit what `appendUrgently` could not. True when nothing waits any more. It is tried again by itself, too. */
  readonly flush: () => boolean;
  /** Measured: a write went well within the last seconds, and nothing waits that is kept in memory alone. */
  readonly takesWrites: () => boolean;
  readonly condition: () => LedgerCondition;
  /** Called with events that are not durable here yet: own urgent ones, and alarm frames of others. Those that wait already come at once. */
  readonly onUrgent: (listener: (events: readonly Event[]) => void) => Stop;
  /** Called after each commit with the events that this program can read. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => Stop;
  /** A walk over every event, in turns. */
  readonly verify: () => Promise<Verification>;
  /** Folds every projection anew from its events, in turns. Returns how many subjects there are. */
  readonly rebuild: () => Promise<number>;
  /** Takes back what can be read of a ledger that was set aside, whenever that was. To be called once after the start. */
  readonly salvage: () => Promise<void>;
  readonly local: LocalStore;
}

/** First and longest pause before a commit that failed is tried again. Milliseconds. */
const firstRetry = 100;
const longestRetry = 5000;

/** So many subjects between two looks at the time. */
const refoldedAtOnce = 8;

interface Waiting {
  readonly events: readonly CheckedEvent[];
  /** Whether the journal has it. */
  kept: boolean;
}

export const createLedger = ({ connection, clock, log, stationId, signingKey, journal, file, pace = createPace() }: LedgerDependencies): Ledger => {
  const table = createEventTable(connection);
  const states = createKeptStates(table, log);
  const local = createLocalStore(connection);
  const probeWrites = createWriteProbe(local, clock, log);
  const committed = createListeners<readonly EventRecord[]>(log);
  const readable = createListeners<readonly Event[]>(log);
  const urgent = createListeners<readonly Event[]>(log);

  const read = <Value>(from: () => Value, otherwise: Value): Value => {
    try {
      return from();
    } catch (error) {
      log.error({ error: String(error) }, 'the ledger cannot be read');
      return otherwise;
    }
  };

  /** What is here, and what was here at its best: they differ only after a file was lost. */
  let held = new Map(read(table.have, new Map<string, number>()));
  const best = new Map(held);
  const own = (): ChainEnd => read(() => table.head(stationId), undefined) ?? { seq: 0, hash: noPredecessor };
  const noted = journal?.head() ?? null;
  const start = own();
  const hybrid = createHybridClock(clock, read(table.latestTick, { wall: 0, counter: 0 }));
  const chain = createOwnChain(stationId, signingKey, hybrid, noted !== null && noted.seq > start.seq ? noted : start);
  if (noted !== null) best.set(stationId, Math.max(noted.seq, start.seq));
  const waiting: Waiting[] = [];
  let journalHolds = false;
  let retry: NodeJS.Timeout | null = null;
  let retryAfter = firstRetry;

  /** Own events have their place behind all those before them: while some of these are missing, nothing can be written past them. */
  const joins = (seq: number): boolean => (held.get(stationId) ?? 0) === seq - 1;

  /** `synced`: nobody else has them. */
  const commit = (events: readonly CheckedEvent[], synced: boolean): void => {
    const projected = table.commit(events, synced);
    states.learn(projected, events.every(({ record }) => record.seq <= (best.get(record.origin) ?? 0)));
    for (const { record } of events) {
      held.set(record.origin, record.seq);
      best.set(record.origin, Math.max(best.get(record.origin) ?? 0, record.seq));
    }
    const last = events.findLast(({ record }) => record.origin === stationId);
    if (last !== undefined && last.record.seq >= (best.get(stationId) ?? 0)) journal?.noteHead({ seq: last.record.seq, hash: last.hash });
    if (replacedSince && missing() === 0) {
      replacedSince = false;
      states.reload();
    }
  };

  /** Only after the commit, and when nothing of this module is half done: listeners append in turn. */
  const publish = (events: readonly CheckedEvent[]): void => {
    committed.tell(events.map((event) => event.record));
    const known = readableOf(events);
    if (known.length > 0) readable.tell(known);
  };

  const retryLater = (): void => {
    if (retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      flush();
    }, retryAfter);
    retry.unref();
    retryAfter = Math.min(retryAfter * 2, longestRetry);
  };

  /** Nothing waits any more. */
  const settled = (): void => {
    retryAfter = firstRetry;
    if (journalHolds) journal?.clear();
    journalHolds = false;
  };

  const keep = (entry: Waiting): void => {
    if (entry.kept || journal === undefined) return;
    entry.kept = journal.add(entry.events.map(({ record }) => record));
    journalHolds ||= entry.kept;
  };

  const flush = (): boolean => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      try {
        if (!joins(next.events[0]?.record.seq ?? 0)) throw new Error('own events before it are missing');
        commit(next.events, true);
      } catch (error) {
        log.error({ error: String(error), waiting: waiting.length }, 'the ledger takes no writes');
        for (const entry of waiting) keep(entry);
        retryLater();
        return false;
      }
      waiting.shift();
      if (waiting.length === 0) settled();
      publish(next.events);
    }
    return true;
  };

  /** Whatever is written in answer to an event is written later than it. */
  const observe = (events: readonly CheckedEvent[]): void => {
    for (const { encoded } of events) if (!hybrid.observe(encoded)) log.warn({ origin: encoded.origin, wall: encoded.wall }, 'a station writes with a clock far ahead');
  };

  const acceptance = createAcceptance({
    table,
    signingKeyOf: (origin) => local.roster.list().find((station) => station.id === origin)?.signingKey,
    log,
    commit: (events) => {
      commit(events, false);
      observe(events);
      const last = events.findLast(({ record }) => record.origin === stationId);
      if (last !== undefined && last.record.seq > chain.end().seq) chain.endAt({ seq: last.record.seq, hash: last.hash });
      publish(events);
    },
  });

  // What waits here has its number already: no other event may take that. What is missing before it may come.
  const accept = (records: readonly EventRecord[]): Result<{ readonly accepted: number }> => {
    const taken = waiting[0]?.events[0]?.record.seq ?? Number.POSITIVE_INFINITY;
    return acceptance.accept(records.filter((record) => record.origin !== stationId || record.seq < taken));
  };
  const acceptGradually = createGradualAcceptance(accept, pace);

  const missing = (): number => [...best].reduce((sum, [origin, seq]) => sum + Math.max(0, seq - (held.get(origin) ?? 0)), 0);

  /** After the file was replaced, until everything is back. */
  let replacedSince = file?.replacement() != null;
  file?.onReplaced(({ reason, keptAs }) => {
    held = new Map(read(table.have, new Map<string, number>()));
    for (const [origin, seq] of held) best.set(origin, Math.max(best.get(origin) ?? 0, seq));
    const there = own();
    if (there.seq > chain.end().seq) chain.endAt(there);
    replacedSince = reason === 'damaged' || reason === 'lost';
    if (replacedSince) states.protect();
    else states.reload();
    if (keptAs !== null && reason === 'damaged') toSalvage(keptAs);
    void salvage();
    flush();
    // What was open when the station ended could not be seen at its start.
    if (reason === 'returned') for (const { id } of read(() => table.states('alarm', { open: true }), [])) readable.tell(read(() => table.eventsOf(subjectOf('alarm', id)), []));
  });

  const toSalvage = (path: string): void => read(() => local.keepSecret(salvageName, Buffer.from(path, 'utf8')), undefined);
  const firstKept = file?.replacement() ?? null;
  if (firstKept?.reason === 'damaged' && firstKept.keptAs !== null) toSalvage(firstKept.keptAs);

  const salvage = async (): Promise<void> => {
    const path = read(() => local.secret(salvageName), undefined);
    if (path === undefined || path.length === 0) return settleAlone();
    const from = file?.openSetAside(new TextDecoder().decode(path)) ?? null;
    let back = 0;
    if (from !== null) {
      try {
        for (const records of unbroken(readableEvents(from))) {
          const taken = await acceptGradually(records);
          back += taken.ok ? taken.value.accepted : 0;
        }
      } finally {
        from.close();
      }
    }
    log.warn({ path: new TextDecoder().decode(path), back, missing: missing() }, 'what could be read of the ledger that was set aside is back');
    read(() => local.keepSecret(salvageName, Buffer.alloc(0)), undefined);
    settleAlone();
    flush();
  };

  /** Where there is no other station nobody else ever saw what is missing, so nothing is taken twice by going on behind what is left. */
  const settleAlone = (): void => {
    const end = own();
    if (end.seq >= chain.end().seq || local.roster.list().some(({ id }) => id !== stationId) || joins(waiting[0]?.events[0]?.record.seq ?? chain.end().seq + 1)) return;
    log.error({ lost: (best.get(stationId) ?? 0) - end.seq }, 'own events are lost, and this station goes on behind those that are left');
    chain.endAt(end);
    best.set(stationId, end.seq);
    journal?.noteHead(end);
    for (const [index, entry] of waiting.entries()) waiting[index] = { events: chain.stampAgain(entry.events), kept: entry.kept };
  };

  for (const records of journal?.waiting() ?? []) {
    journalHolds = true;
    const events = readOwn(records, stationId);
    const [first, last] = [events?.[0], events?.at(-1)];
    if (events === null || first === undefined || last === undefined || first.record.seq <= start.seq) continue;
    observe(events);
    waiting.push({ events, kept: true });
    if (last.record.seq > chain.end().seq) chain.endAt({ seq: last.record.seq, hash: last.hash });
  }
  if (waiting.length > 0) log.warn({ waiting: waiting.length }, 'alarms from before wait to be committed');
  else settled();
  if (start.seq > (noted?.seq ?? 0)) journal?.noteHead(start);
  flush();

  return {
    append: (drafts) => {
      if (drafts.length === 0) return done([]);
      if (!flush() || !joins(chain.end().seq + 1)) return unwritable();
      const before = chain.end();
      const events = chain.stamp(drafts);
      try {
        commit(events, true);
      } catch (error) {
        chain.endAt(before);
        log.error({ error: String(error) }, 'a commit failed');
        return unwritable();
      }
      publish(events);
      return done(readableOf(events));
    },
    appendUrgently: (drafts, send) => {
      if (drafts.length === 0) return [];
      const events = chain.stamp(drafts);
      // They have their place in the chain from here on, whatever comes of telling others, and before what listeners write in turn.
      waiting.push({ events, kept: false });
      const known = readableOf(events);
      try {
        send(events.map((event) => event.record));
      } catch (error) {
        log.error({ error: String(error) }, 'an alarm could not be sent');
      }
      urgent.tell(known);
      flush();
      return known;
    },
    flush,
    takesWrites: () => {
      const settled = flush() || waiting.every(({ kept, events }) => kept && !joins(events[0]?.record.seq ?? 0));
      return probeWrites() && settled;
    },
    condition: () => ({ takesWrites: waiting.length === 0 && probeWrites(), waiting: waiting.reduce((sum, { events }) => sum + events.length, 0), replacement: file?.replacement() ?? null, missing: missing() }),
    onUrgent: (listener) => {
      const pending = readableOf(waiting.flatMap(({ events }) => events));
      if (pending.length > 0) listener(pending);
      return urgent.add(listener);
    },
    onEvents: readable.add,
    onCommitted: committed.add,
    // What was lost is named with what is left of it, so that the others send it again.
    have: (): VersionVector => new Map([...best.keys()].map((origin) => [origin, held.get(origin) ?? 0])),
    read: table.after,
    accept,
    acceptGradually,
    preview: (records) => {
      const checked = acceptance.checkLoose(records);
      if (!checked.ok) return checked;
      observe(checked.value);
      const known = readableOf(checked.value);
      if (known.length > 0) urgent.tell(known);
      return done(undefined);
    },
    eventsOf: table.eventsOf,
    state: states.state,
    states: states.states,
    verify: async () => {
      const { ok, problems, ...walked } = await verifyLedger(connection, local.roster.list(), pace);
      const lost = [...best].filter(([origin, seq]) => (held.get(origin) ?? 0) < seq).map(([origin, seq]) => ({ origin, seq: (held.get(origin) ?? 0) + 1, problem: `events up to ${seq} were here and are missing` }));
      return { ...walked, ok: ok && lost.length === 0, problems: [...problems, ...lost] };
    },
    rebuild: async () => {
      let after = '';
      let subjects = 0;
      for (;;) {
        const began = performance.now();
        const projected = table.refold(after, refoldedAtOnce);
        states.learn(new Map([...projected].flatMap(([subject, projection]) => (projection === null ? [] : [[subject, projection]]))), false);
        subjects += projected.size;
        after = [...projected.keys()].at(-1) ?? after;
        if (projected.size < refoldedAtOnce) return subjects;
        await pace.rest(performance.now() - began);
      }
    },
    salvage,
    local,
  };
};

const salvageName = 'set aside, to be read';

/** A portion may end within a commit; what is left of it goes before the next. */
function* unbroken(portions: Iterable<readonly EventRecord[]>): Generator<readonly EventRecord[], void, void> {
  let rest: readonly EventRecord[] = [];
  for (const portion of portions) {
    const records = [...rest, ...portion];
    const signedByOrigin = new Map(records.filter(({ signature }) => signature !== null).map(({ origin, seq }) => [origin, seq]));
    const whole = records.filter(({ origin, seq }) => seq <= (signedByOrigin.get(origin) ?? 0));
    rest = records.filter(({ origin, seq }) => seq > (signedByOrigin.get(origin) ?? 0));
    if (whole.length > 0) yield whole;
  }
}

const readableOf = (events: readonly CheckedEvent[]): readonly Event[] =>
  events.flatMap(({ encoded }) => {
    const event = readEvent(encoded);
    return event === null ? [] : [event];
  });

const unwritable = () => failed('LedgerUnwritable', 'The ledger takes no writes at the moment.', 'Check the space on the disk and the rights of the data folder; nothing that was typed is lost.');
