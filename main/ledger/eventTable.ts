import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { compareEvents, type Event } from '../core/event/catalogue.ts';
import { projections, type Projected } from '../core/event/projections.ts';
import type { EventRecord, VersionVector } from '../core/event/replica.ts';
import { subjectType, type SubjectType } from '../core/event/subject.ts';
import { decodeEvent, type EncodedEvent } from './encoding.ts';
import { readEvent } from './readEvent.ts';

const bytes = z.instanceof(Uint8Array);
const headRow = z.object({ origin: z.string(), seq: z.number(), hash: bytes, signature: bytes, wall: z.number(), counter: z.number() });
const recordRow = z.object({ origin: z.string(), seq: z.number(), bytes, signature: bytes.nullable() });

/** The last event held of one origin. */
export type Head = z.infer<typeof headRow>;

/** An event on its way into the table, checked and hashed. */
export interface CheckedEvent {
  readonly record: EventRecord;
  readonly encoded: EncodedEvent;
  readonly hash: Uint8Array;
}

/** All SQL over events and their projections. Nothing is decided here. */
export interface EventTable {
  readonly head: (origin: string) => Head | undefined;
  readonly have: () => VersionVector;
  readonly after: (origin: string, seq: number, limitBytes: number) => readonly EventRecord[];
  readonly eventsOf: (subject: string) => readonly Event[];
  /** In one transaction: the events, their heads and the projections of their subjects. */
  readonly commit: (events: readonly CheckedEvent[]) => void;
  readonly state: <Type extends SubjectType>(type: Type, subject: string) => Projected[Type] | undefined;
  /** By `sort`, newest last. */
  readonly states: <Type extends SubjectType>(type: Type, filter?: { readonly open?: boolean; readonly link?: string; readonly newest?: number }) => readonly Projected[Type][];
}

export const createEventTable = (database: Database): EventTable => {
  const selectHead = database.prepare('SELECT origin, seq, hash, signature, wall, counter FROM head WHERE origin = ?');
  const selectHave = database.prepare('SELECT origin, seq FROM head').raw();
  const selectAfter = database.prepare('SELECT origin, seq, bytes, signature FROM event WHERE origin = ? AND seq > ? ORDER BY seq');
  const selectSubject = database.prepare('SELECT bytes FROM event WHERE subject = ?').pluck();
  const insertEvent = database.prepare('INSERT INTO event (origin, seq, wall, counter, kind, subject, bytes, hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const upsertHead = database.prepare('INSERT OR REPLACE INTO head (origin, seq, hash, signature, wall, counter) VALUES (?, ?, ?, ?, ?, ?)');
  const upsertProjection = database.prepare('INSERT OR REPLACE INTO projection (subject, type, open, sort, link, state) VALUES (?, ?, ?, ?, ?, ?)');
  const selectState = database.prepare('SELECT state FROM projection WHERE subject = ?').pluck();
  const selectStates = database.prepare(
    'SELECT state FROM projection WHERE type = @type AND (@open IS NULL OR open = @open) AND (@link IS NULL OR link = @link) ORDER BY sort DESC, subject DESC LIMIT @newest',
  ).pluck();

  const eventsOf = (subject: string): readonly Event[] =>
    bytes
      .array()
      .parse(selectSubject.all(subject))
      .flatMap((encoded) => {
        const decoded = decodeEvent(encoded);
        const event = decoded === null ? null : readEvent(decoded);
        return event === null ? [] : [event];
      })
      .toSorted(compareEvents);

  const project = (subject: string): void => {
    const type = subjectType(subject);
    const projection = type === null ? null : projections[type](eventsOf(subject));
    if (projection === null) return;
    upsertProjection.run(subject, type, projection.open ? 1 : 0, projection.sort, projection.link, JSON.stringify(projection.state));
  };

  const commit = database.transaction((events: readonly CheckedEvent[]) => {
    for (const { record, encoded, hash } of events) {
      insertEvent.run(record.origin, record.seq, encoded.wall, encoded.counter, encoded.kind, encoded.subject, record.bytes, hash, record.signature);
      if (record.signature !== null) upsertHead.run(record.origin, record.seq, hash, record.signature, encoded.wall, encoded.counter);
    }
    for (const subject of new Set(events.map(({ encoded }) => encoded.subject))) project(subject);
  });

  return {
    head: (origin) => headRow.optional().parse(selectHead.get(origin)),
    have: () => new Map(z.tuple([z.string(), z.number()]).array().parse(selectHave.all())),
    after: (origin, seq, limitBytes) => signedStretch(selectAfter.iterate(origin, seq), limitBytes),
    eventsOf,
    commit: (events) => {
      commit.immediate(events);
    },
    state: (_type, subject) => {
      const state = selectState.get(subject);
      return typeof state === 'string' ? parseState(state) : undefined;
    },
    states: (type, filter = {}) =>
      z
        .string()
        .array()
        .parse(selectStates.all({ type, open: filter.open === undefined ? null : Number(filter.open), link: filter.link ?? null, newest: filter.newest ?? -1 }))
        .map((state) => parseState<Projected[typeof type]>(state))
        .toReversed(),
  };
};

/** Rows up to about the limit, cut behind a signed one, so that whoever gets them can verify them by themselves. */
const signedStretch = (rows: IterableIterator<unknown>, limitBytes: number): readonly EventRecord[] => {
  const records: EventRecord[] = [];
  let size = 0;
  for (const row of rows) {
    const record = recordRow.parse(row);
    records.push(record);
    size += record.bytes.length + 128;
    if (size >= limitBytes && record.signature !== null) break;
  }
  return records;
};

/** Projections are written by this program only, from checked events, in a database that only this program can read. */
const parseState = <State>(state: string): State => JSON.parse(state) as State;
