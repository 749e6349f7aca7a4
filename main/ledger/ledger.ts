import type { Database } from 'better-sqlite3';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Verification } from '../contract/station.ts';
import type { Clock, Log, Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';
import type { Draft, Event } from '../core/event/catalogue.ts';
import type { EventRecord, Replica } from '../core/event/replica.ts';
import { openSigningKey, sha256, signBytes } from '../platform/primitives.ts';
import { createAcceptance } from './acceptance.ts';
import { encodeEvent, noPredecessor } from './encoding.ts';
import { createEventTable, type CheckedEvent, type EventTable } from './eventTable.ts';
import { createHybridClock } from './hybridClock.ts';
import { createLocalStore, type LocalStore } from './localStore.ts';
import { readEvent } from './readEvent.ts';
import { createWriteProbe } from './writeProbe.ts';
import { verifyLedger } from './verifyLedger.ts';

export interface LedgerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** This station: its id and its Ed25519 key (PKCS #8 DER). */
  readonly stationId: string;
  readonly signingKey: Uint8Array;
}

/** The append-only log of this site on this station. One transaction a commit; listeners hear only of what is durable. */
export interface Ledger extends Replica, Pick<EventTable, 'eventsOf' | 'state' | 'states'> {
  /** Stamps, signs and commits. Nothing was written when it fails with `LedgerUnwritable`. */
  readonly append: (drafts: readonly Draft[]) => Result<readonly Event[]>;
  /**
   * For alarms: stamps and signs, hands the records to `send` BEFORE the commit, and never fails. When the commit fails
   * the events keep their place in the chain and are committed as soon as that is possible.
   */
  readonly appendUrgently: (drafts: readonly Draft[], send: (records: readonly EventRecord[]) => void) => readonly Event[];
  /** Tries to commit what `appendUrgently` could not. True when nothing waits any more. */
  readonly flush: () => boolean;
  /** Measured: nothing waits for its commit, and a write went well within the last seconds. */
  readonly takesWrites: () => boolean;
  /** Called with events that are not durable here yet: own urgent ones, and alarm frames of others. */
  readonly onUrgent: (listener: (events: readonly Event[]) => void) => Stop;
  /** Called after each commit with the events that this program can read. */
  readonly onEvents: (listener: (events: readonly Event[]) => void) => Stop;
  readonly verify: () => Verification;
  readonly local: LocalStore;
}

export const createLedger = ({ database, clock, log, stationId, signingKey }: LedgerDependencies): Ledger => {
  const table = createEventTable(database);
  const local = createLocalStore(database);
  const key = openSigningKey(signingKey);
  let head = table.head(stationId) ?? { seq: 0, hash: noPredecessor };
  const hybrid = createHybridClock(clock, latestTick(database));
  const probeWrites = createWriteProbe(local, clock, log);
  const waiting: CheckedEvent[][] = [];
  const committed = createListeners<readonly EventRecord[]>(log);
  const readable = createListeners<readonly Event[]>(log);
  const urgent = createListeners<readonly Event[]>(log);

  const stamp = (drafts: readonly Draft[]): CheckedEvent[] =>
    drafts.map((draft, index) => {
      const encoded = {
        origin: stationId,
        seq: head.seq + 1,
        ...hybrid.tick(),
        previous: head.hash,
        kind: draft.kind,
        subject: draft.subject,
        seal: 0,
        body: Buffer.from(JSON.stringify(draft.body), 'utf8'),
      };
      const bytes = encodeEvent(encoded);
      const hash = sha256(bytes);
      const signature = index === drafts.length - 1 ? signBytes(key, hash) : null;
      head = { seq: encoded.seq, hash };
      return { record: { origin: stationId, seq: encoded.seq, bytes, signature }, encoded, hash };
    });

  /** Only after the commit, and when nothing of this module is half done: listeners append in turn. */
  const publish = (events: readonly CheckedEvent[]): void => {
    committed.tell(events.map((event) => event.record));
    const known = readableOf(events);
    if (known.length > 0) readable.tell(known);
  };

  const flush = (): boolean => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      try {
        table.commit(next);
      } catch (error) {
        log.error({ error: String(error), waiting: waiting.length }, 'the ledger takes no writes');
        return false;
      }
      waiting.shift();
      publish(next);
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
      table.commit(events);
      observe(events);
      if (events.some(({ encoded }) => encoded.origin === stationId && encoded.seq > head.seq)) head = table.head(stationId) ?? head;
      publish(events);
    },
  });

  return {
    append: (drafts) => {
      if (drafts.length === 0) return done([]);
      if (!flush()) return unwritable();
      const before = head;
      const events = stamp(drafts);
      try {
        table.commit(events);
      } catch (error) {
        head = before;
        log.error({ error: String(error) }, 'a commit failed');
        return unwritable();
      }
      publish(events);
      return done(readableOf(events));
    },
    appendUrgently: (drafts, send) => {
      if (drafts.length === 0) return [];
      const events = stamp(drafts);
      // They have their place in the chain from here on, whatever comes of telling others, and before what listeners write in turn.
      waiting.push(events);
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
    takesWrites: () => flush() && probeWrites(),
    onUrgent: urgent.add,
    onEvents: readable.add,
    onCommitted: committed.add,
    have: table.have,
    read: table.after,
    // What waits here has its number already: while it does, no other event may take that.
    accept: (records) => acceptance.accept(waiting.length === 0 ? records : records.filter((record) => record.origin !== stationId)),
    preview: (records) => {
      const checked = acceptance.checkLoose(records);
      if (!checked.ok) return checked;
      observe(checked.value);
      const known = readableOf(checked.value);
      if (known.length > 0) urgent.tell(known);
      return done(undefined);
    },
    eventsOf: table.eventsOf,
    state: table.state,
    states: table.states,
    verify: () => verifyLedger(database, local.roster.list()),
    local,
  };
};

const readableOf = (events: readonly CheckedEvent[]): readonly Event[] =>
  events.flatMap(({ encoded }) => {
    const event = readEvent(encoded);
    return event === null ? [] : [event];
  });

/** The clock goes on behind the latest moment in the ledger. */
const latestTick = (database: Database): { wall: number; counter: number } => {
  const row: unknown = database.prepare('SELECT wall, counter FROM head ORDER BY wall DESC, counter DESC LIMIT 1').raw().get();
  return Array.isArray(row) ? { wall: Number(row[0]), counter: Number(row[1]) } : { wall: 0, counter: 0 };
};

const unwritable = () => failed('LedgerUnwritable', 'The ledger takes no writes at the moment.', 'Check the space on the disk and the rights of the data folder; nothing that was typed is lost.');
