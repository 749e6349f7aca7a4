import { z } from 'zod';
import type { Clock } from '../core/environment.ts';
import type { Event } from '../core/event/catalogue.ts';
import { inOrder } from '../core/event/order.ts';
import { projections, type Projected, type Projection } from '../core/event/projections.ts';
import type { EventRecord, VersionVector } from '../core/event/replica.ts';
import { isErasable } from '../core/event/sealing.ts';
import { keptTypes, subjectType, type SubjectType } from '../core/event/subject.ts';
import type { Connection } from './connection.ts';
import { decodeEvent, type EncodedEvent } from './encoding.ts';
import type { Tick } from './hybridClock.ts';
import type { Keyring } from './keyring.ts';
import { ofPapersOnly } from './migrations/0005_audit.ts';
import type { ReadEncoded } from './readEvent.ts';
import { createRecordLines } from './recordLines.ts';
import { keyIdIn, sealedSeal } from './sealedBody.ts';

const bytes = z.instanceof(Uint8Array);
const headRow = z.object({ origin: z.string(), seq: z.number(), hash: bytes, signature: bytes, wall: z.number(), counter: z.number() });
const recordRow = z.object({ origin: z.string(), seq: z.number(), bytes, signature: bytes.nullable(), key: bytes.nullable() });
const placedRow = z.object({ sort: z.string(), subject: z.string(), state: z.string() });
const countRow = z.object({ before: z.number(), all: z.number() });
const paperRow = z.object({ wall: z.number(), counter: z.number(), origin: z.string(), seq: z.number(), bytes });
const places = z.tuple([z.string(), z.number()]).array();
const tickRow = z.object({ origin: z.string(), wall: z.number(), counter: z.number() });
const projectionRow = z.object({ subject: z.string(), open: z.number(), sort: z.string(), link: z.string().nullable(), state: z.string() });

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
  /** When each station wrote last, by the events that are here. */
  readonly heads: () => readonly (Tick & { readonly origin: string })[];
  readonly after: (origin: string, seq: number, limitBytes: number) => readonly EventRecord[];
  readonly eventsOf: (subject: string) => readonly Event[];
  /** Events of papers and people, newest first, before a moment: so many as are read at once, and those of them that this program can read. */
  readonly papersBefore: (before: EventPosition | null, count: number) => { readonly events: readonly Event[]; readonly last: EventPosition | null };
  /**
   * In one transaction, synced or not: the events, the keys that came with them, their heads and the projections of their subjects. Returns these by subject; null
   * for what was erased.
   */
  readonly commit: (events: readonly CheckedEvent[], synced: boolean) => ReadonlyMap<string, Projection<SubjectType> | null>;
  /** Folds these subjects anew. */
  readonly refoldThese: (subjects: Iterable<string>) => ReadonlyMap<string, Projection<SubjectType> | null>;
  /** So many subjects behind `after`, in their order; fewer at the end. */
  readonly subjects: (after: string, count: number) => readonly string[];
  /** Of the site and its stations, and what is open: few, whatever the size of the ledger. */
  readonly workedOn: () => readonly string[];
  /** Each from its events, whatever stands there. */
  readonly refold: (subjects: readonly string[]) => ReadonlyMap<string, Projection<SubjectType> | null>;
  /** Of so many subjects behind `after`: whether their rows are what their events fold to now. Empty at the end. */
  readonly compareProjections: (after: string, count: number) => ReadonlyMap<string, boolean>;
  readonly state: <Type extends SubjectType>(type: Type, subject: string) => Projected[Type] | undefined;
  /** Every subject of a type of which there is something to read. */
  readonly subjectsOf: (type: SubjectType) => readonly string[];
  /** By `sort`, newest last. */
  readonly states: <Type extends SubjectType>(type: Type, filter?: StateFilter) => readonly Projected[Type][];
  /** Without reading them: `sort` is a moment for what is kept by time. */
  readonly countBefore: (type: SubjectType, moment: string) => StateCounts;
  /** The oldest behind a place in the order of `sort` and subject, that place first. */
  readonly oldest: <Type extends SubjectType>(type: Type, behind: StatePlace, most: number) => readonly (StatePlace & { readonly state: Projected[Type] })[];
  /** Every row of a type, for those that are kept in memory. */
  readonly rows: (type: SubjectType) => ReadonlyMap<string, Projection<SubjectType>>;
}

/** Where an event stands in the one order of all. */
export type EventPosition = Pick<Event, 'wall' | 'counter' | 'origin' | 'seq'>;

/** Which states of a type: open ones or others, those that belong to an alarm, only so many of the newest. */
export interface StateFilter {
  readonly open?: boolean;
  readonly link?: string;
  readonly newest?: number;
}

/** Where a state stands among those of its type. */
export interface StatePlace {
  readonly sort: string;
  readonly subject: string;
}

/** Of one type, how many there are, and how many whose `sort` lies before a moment. */
export interface StateCounts {
  readonly before: number;
  readonly all: number;
}

export const createEventTable = (connection: Connection, keyring: Keyring, readEncoded: ReadEncoded, clock: Clock): EventTable => {
  const recordLines = createRecordLines(connection);
  const selectHead = connection.prepare('SELECT origin, seq, hash, signature, wall, counter FROM head WHERE origin = ?');
  const selectHeads = connection.prepare('SELECT origin, wall, counter FROM head');
  const selectHave = connection.prepare('SELECT origin, seq FROM head').raw();
  const selectAfter = connection.prepare(`
    SELECT origin, seq, bytes, signature, wrapped AS key
    FROM event LEFT JOIN subject_key ON subject_key.subject = event.subject AND subject_key.id = event.key_id
    WHERE origin = ? AND seq > ? ORDER BY seq`);
  const selectSubject = connection.prepare('SELECT bytes FROM event WHERE subject = ?').pluck();
  // Answered from the index alone.
  const selectPlaces = connection.prepare('SELECT origin, seq FROM event WHERE subject = ?').raw();
  const selectBytes = connection.prepare('SELECT bytes FROM event WHERE origin = ? AND seq = ?').pluck();
  const insertEvent = connection.prepare('INSERT INTO event (origin, seq, wall, counter, kind, subject, bytes, hash, signature, key_id, learned) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const upsertHead = connection.prepare('INSERT OR REPLACE INTO head (origin, seq, hash, signature, wall, counter) VALUES (?, ?, ?, ?, ?, ?)');
  const selectSubjects = connection.prepare('SELECT DISTINCT subject FROM event WHERE subject > ? ORDER BY subject LIMIT ?').pluck();
  const selectBetween = connection.prepare('SELECT DISTINCT subject FROM event WHERE subject > ? AND subject < ?').pluck();
  const selectOpen = connection.prepare("SELECT subject FROM projection WHERE type IN ('alarm', 'alone', 'fault', 'run') AND open = 1").pluck();
  const dropProjection = connection.prepare('DELETE FROM projection WHERE subject = ?');
  // A row whose place in the lists stays is written where it lies, and no index is touched: each page that a commit changes is encrypted and synced.
  const updateState = connection.prepare('UPDATE projection SET state = @state WHERE subject = @subject AND open = @open AND sort = @sort AND link IS @link');
  // Not one statement with ON CONFLICT: its way of settling conflicts would hold in the triggers as well, and a record that waits to be indexed would refuse its own change.
  const updateProjection = connection.prepare('UPDATE projection SET open = @open, sort = @sort, link = @link, state = @state WHERE subject = @subject');
  const insertProjection = connection.prepare('INSERT INTO projection (subject, type, open, sort, link, state) VALUES (@subject, @type, @open, @sort, @link, @state)');
  // That of a record which the index lacks; whether it still says what the record does, only an update of the program makes doubtful (`searchIndex.ts`).
  const listUnindexed = connection.prepare(`
    INSERT OR IGNORE INTO incident_to_index (subject)
    SELECT subject FROM projection WHERE subject = @subject AND type = 'incident' AND NOT EXISTS (SELECT 1 FROM searched_incident WHERE subject = @subject)`);
  const selectRow = connection.prepare('SELECT subject, open, sort, link, state FROM projection WHERE subject = ?');
  const selectState = connection.prepare('SELECT state FROM projection WHERE subject = ?').pluck();
  const selectOfType = connection.prepare('SELECT subject FROM projection WHERE type = ?').pluck();
  const selectRows = connection.prepare('SELECT subject, open, sort, link, state FROM projection WHERE type = ?');
  const selectCounts = connection.prepare('SELECT (SELECT count(*) FROM projection WHERE type = @type AND sort < @moment) AS before, (SELECT count(*) FROM projection WHERE type = @type) AS "all"');
  const selectOldest = connection.prepare('SELECT sort, subject, state FROM projection WHERE type = ? AND (sort, subject) > (?, ?) ORDER BY sort, subject LIMIT ?');
  /** One statement for each way of asking: a condition that may be absent would keep SQLite from reading in the order of an index. */
  const selectStates = (['', 'AND open = @open', 'AND link = @link', 'AND open = @open AND link = @link'] as const).map((conditions) =>
    connection.prepare(`SELECT state FROM projection WHERE type = @type ${conditions} ORDER BY sort DESC, subject DESC LIMIT @newest`).pluck(),
  );

  const selectPapers = connection.prepare(
    `SELECT wall, counter, origin, seq, bytes FROM event WHERE ${ofPapersOnly} AND (wall, counter, origin, seq) < (?, ?, ?, ?) ORDER BY wall DESC, counter DESC, origin DESC, seq DESC LIMIT ?`,
  );

  const readAll = (encoded: readonly (EncodedEvent | null)[]): readonly Event[] => encoded.flatMap((each) => (each === null ? [] : (readEncoded(each) ?? [])));

  const eventsOf = (subject: string): readonly Event[] => inOrder(readAll(bytes.array().parse(selectSubject.all(subject)).map(decodeEvent)));

  /** The same within the commit of some of them: only the others are read back. */
  const eventsBeside = (subject: string, inHand: InHand): readonly Event[] =>
    inOrder(
      readAll(
        places
          .parse(selectPlaces.all(subject))
          .map(([origin, seq]) => inHand.get(placeOf(origin, seq)) ?? decodeEvent(bytes.parse(selectBytes.get(origin, seq)))),
      ),
    );

  const fold = (subject: string, inHand?: InHand): Projection<SubjectType> | null => {
    const type = subjectType(subject);
    if (type === null || keyring.isErased(subject)) return null;
    return projections[type](inHand === undefined ? eventsOf(subject) : eventsBeside(subject, inHand));
  };

  const write = (subject: string, projection: Projection<SubjectType>): void => {
    const [open, sort, link, state] = columnsOf(projection);
    const row = { subject, open, sort, link, state };
    if (updateState.run(row).changes === 0 && updateProjection.run(row).changes === 0) insertProjection.run({ ...row, type: subjectType(subject) });
    const incident = incidentIn(subject, projection);
    if (incident !== null) recordLines.write(subject, incident);
  };

  /** Whether its rows say this already. */
  const stands = (subject: string, projection: Projection<SubjectType> | null): boolean => {
    const row = projectionRow.optional().parse(selectRow.get(subject));
    const isFolded = JSON.stringify(row === undefined ? null : [row.open, row.sort, row.link, row.state]) === JSON.stringify(projection === null ? null : columnsOf(projection));
    return isFolded && (subjectType(subject) !== 'incident' || recordLines.holds(subject, incidentIn(subject, projection)));
  };

  const project = (subject: string, inHand?: InHand): Projection<SubjectType> | null => {
    const projection = fold(subject, inHand);
    if (projection !== null) write(subject, projection);
    return projection;
  };

  /** What is folded of these subjects now; where that was erased, nothing. */
  const projectAll = (subjects: Iterable<string>, into: Map<string, Projection<SubjectType> | null>, inHand?: InHand): void => {
    for (const subject of subjects) {
      const projection = project(subject, inHand);
      if (projection !== null || keyring.isErased(subject)) into.set(subject, projection);
    }
  };

  const commit = (events: readonly CheckedEvent[], synced: boolean): ReadonlyMap<string, Projection<SubjectType> | null> => {
    const projected = new Map<string, Projection<SubjectType> | null>();
    const learned = clock.now();
    connection.transact(() => {
      for (const { record, encoded, hash } of events) {
        const keyId = encoded.seal === sealedSeal ? keyIdIn(encoded.body) : null;
        insertEvent.run(record.origin, record.seq, encoded.wall, encoded.counter, encoded.kind, encoded.subject, record.bytes, hash, record.signature, keyId, learned);
        if (record.signature !== null) upsertHead.run(record.origin, record.seq, hash, record.signature, encoded.wall, encoded.counter);
      }
      keyring.keep(events);
      for (const subject of erasedBy(events)) {
        keyring.erase(subject);
        dropProjection.run(subject);
      }
      projectAll(new Set(events.map(({ encoded }) => encoded.subject)), projected, inHandOf(events));
    }, synced);
    return projected;
  };

  return {
    head: (origin) => headRow.optional().parse(selectHead.get(origin)),
    heads: () => tickRow.array().parse(selectHeads.all()),
    have: () => new Map(places.parse(selectHave.all())),
    after: (origin, seq, limitBytes) => signedStretch(selectAfter.iterate(origin, seq), limitBytes),
    eventsOf,
    papersBefore: (before, count) => {
      const rows = paperRow.array().parse(selectPapers.all(before?.wall ?? Number.MAX_SAFE_INTEGER, before?.counter ?? 0, before?.origin ?? '', before?.seq ?? 0, count));
      const { bytes: _bytes, ...last } = rows.at(-1) ?? { bytes: null, wall: 0, counter: 0, origin: '', seq: 0 };
      return { events: readAll(rows.map((row) => decodeEvent(row.bytes))), last: rows.length < count ? null : last };
    },
    commit,
    refoldThese: (subjects) => {
      const projected = new Map<string, Projection<SubjectType> | null>();
      connection.transact(() => projectAll(subjects, projected), false);
      return projected;
    },
    subjects: (after, count) => z.string().array().parse(selectSubjects.all(after, count)),
    // A type's subjects lie between its name with a slash and with the sign that follows the slash.
    workedOn: () => z.string().array().parse([...keptTypes.flatMap((type) => selectBetween.all(`${type}/`, `${type}0`)), ...selectOpen.all()]),
    refold: (subjects) => {
      const projected = new Map<string, Projection<SubjectType> | null>();
      connection.transact(() => {
        for (const subject of subjects) {
          const projection = fold(subject);
          // What stands there already is not written again: a press would wait for the disk behind it.
          if (projection === null) dropProjection.run(subject);
          else if (!stands(subject, projection)) write(subject, projection);
          listUnindexed.run({ subject });
          projected.set(subject, projection);
        }
      }, false);
      return projected;
    },
    compareProjections: (after, count) =>
      new Map(
        z
          .string()
          .array()
          .parse(selectSubjects.all(after, count))
          .map((subject) => [subject, stands(subject, fold(subject))]),
      ),
    state: (_type, subject) => {
      const state = selectState.get(subject);
      return typeof state === 'string' ? parseState(state) : undefined;
    },
    subjectsOf: (type) => z.string().array().parse(selectOfType.all(type)),
    states: (type, filter = {}) =>
      z
        .string()
        .array()
        .parse(selectStates[Number(filter.open !== undefined) + 2 * Number(filter.link !== undefined)]?.all({ type, open: Number(filter.open ?? 0), link: filter.link ?? '', newest: filter.newest ?? -1 }) ?? [])
        .map((state) => parseState<Projected[typeof type]>(state))
        .toReversed(),
    countBefore: (type, moment) => countRow.parse(selectCounts.get({ type, moment })),
    oldest: (type, { sort, subject }, most) =>
      placedRow
        .array()
        .parse(selectOldest.all(type, sort, subject, most))
        .map(({ state, ...place }) => ({ ...place, state: parseState<Projected[typeof type]>(state) })),
    rows: (type) =>
      new Map(
        projectionRow
          .array()
          .parse(selectRows.all(type))
          .map(({ subject, open, sort, link, state }) => [subject, { open: open === 1, sort, link, state: parseState(state) }]),
      ),
  };
};

/** The state of a record; null of anything else. What stands under the type of a subject is of that type; TypeScript cannot correlate the two. */
const incidentIn = (subject: string, projection: Projection<SubjectType> | null): Projected['incident'] | null =>
  projection !== null && subjectType(subject) === 'incident' ? (projection.state as Projected['incident']) : null;

/** What is being committed, by its place in its chain. */
type InHand = ReadonlyMap<string, EncodedEvent>;

const placeOf = (origin: string, seq: number): string => `${origin} ${seq}`;

const inHandOf = (events: readonly CheckedEvent[]): InHand => new Map(events.map(({ record, encoded }) => [placeOf(record.origin, record.seq), encoded]));

const columnsOf = ({ open, sort, link, state }: Projection<SubjectType>): readonly [number, string, string | null, string] => [open ? 1 : 0, sort, link, JSON.stringify(state)];

const erasedBy = (events: readonly CheckedEvent[]): ReadonlySet<string> => new Set(events.filter(({ encoded: { kind, seal, subject } }) => kind === 'SubjectErased' && seal === 0 && isErasable(subject)).map(({ encoded }) => encoded.subject));

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
