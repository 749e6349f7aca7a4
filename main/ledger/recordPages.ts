import type { Database, Statement } from 'better-sqlite3';
import { z } from 'zod';
import { incidentSummarySchema } from '../contract/incident.ts';
import { windowLanguageSchema } from '../contract/language.ts';
import type { RecordChoices, RecordCursor, RecordOrder, RecordPage } from '../contract/recordList.ts';
import { hitEnd, hitStart, partsOf } from './markedText.ts';
import { numbersEach } from './recordLines.ts';
import { matchExpression } from './searchQuery.ts';

/** Records on one page. */
export const pageLength = 50;
/**
 * So many are ranked with bm25, which reads every place of every word. Where more fit, the words are so common that their number says little: those with
 * all of them in the title come first, then the newest.
 */
export const ranked = 1000;
/** How much a hit counts in each column, in the order of the table: one in the title as much as many in the account. */
const weights = '10.0, 3.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0';
/** Words of an excerpt. */
const excerptWords = 20;
/** So many of each are offered to filter by. */
const mostChoices = 200;

/** What a page is asked for by, with all that depends on today, or on who is one person, worked out. */
export const selectionSchema = z.strictObject({
  words: z.string(),
  /** Milliseconds since the epoch: from, and until before. */
  happened: z.strictObject({ from: z.int().nullable(), until: z.int().nullable() }),
  filed: z.strictObject({ from: z.int().nullable(), until: z.int().nullable() }),
  place: z.string().nullable(),
  station: z.string().nullable(),
  staff: z.string().nullable(),
  category: z.string().nullable(),
  review: z.string().nullable(),
  openFollowUps: z.boolean(),
  /** None but these. */
  subjects: z.array(z.string()).nullable(),
  order: z.enum(['best', 'filed', 'happened', 'title', 'place']),
  /** By whose alphabet places are ordered. */
  language: windowLanguageSchema,
  after: z.strictObject({ key: z.union([z.string(), z.int(), z.null()]), number: z.int() }).nullable(),
});
export type RecordSelection = z.output<typeof selectionSchema>;

const placed = z.object({ number: z.int(), key: z.union([z.string(), z.int(), z.null()]) });
const shownRow = z.object({ state: z.string() });
const hitRow = z.object({ number: z.number(), title: z.string(), excerpt: z.string() });
const stateSchema = z.object({ summary: incidentSummarySchema });
const progressRow = z.object({ lines: z.number(), left: z.number(), records: z.number() });
const choiceRow = z.object({ value: z.string(), count: z.number() });

/** A part of a query with what stands for its names. */
interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string | bigint | null>>;
}

export interface RecordPages {
  readonly page: (selection: RecordSelection) => RecordPage;
  readonly choices: () => RecordChoices;
}

/** Pages of the list from one connection, which only reads. Throws what SQLite throws. */
export const createRecordPages = (database: Database): RecordPages => {
  const selectShown = database.prepare('SELECT projection.state AS state FROM record_line JOIN projection ON projection.subject = record_line.subject WHERE record_line.number = ?');
  // All of a page in one walk along what was found: FTS5 works out anew for each statement what a beginning of a word stands for. The plus keeps it from a walk for each number.
  const selectHits = database.prepare(`
    SELECT rowid AS number, highlight(incident_text, 0, '${hitStart}', '${hitEnd}') AS title, snippet(incident_text, -1, '${hitStart}', '${hitEnd}', '…', ${excerptWords}) AS excerpt
    FROM incident_text WHERE incident_text MATCH @expression AND rowid BETWEEN @first AND @last AND +rowid IN (SELECT value FROM json_each(@numbers))`);
  const selectNumber = database.prepare('SELECT number FROM record_line WHERE subject = ?').pluck();
  const selectPlaces = database.prepare('SELECT DISTINCT place FROM record_line').pluck();
  const selectProgress = database.prepare(`
    SELECT (SELECT count(*) FROM record_line) AS lines, (SELECT count(*) FROM incident_to_index) AS left, (SELECT count(*) FROM projection WHERE type = 'incident') AS records`);
  const selectChoices = (['place', 'station', 'category'] as const).map((column) =>
    database.prepare(`SELECT ${column} AS value, count(*) AS count FROM record_line WHERE ${column} <> '' GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ${mostChoices}`),
  );
  const selectStaff = database.prepare(`SELECT DISTINCT staff FROM record_line WHERE staff <> '' ORDER BY staff LIMIT ${mostChoices}`).pluck();
  // Few: one for each combination of filters that somebody used.
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const numbersBy = (sql: string, values: Condition['values']): readonly number[] => z.number().array().parse(prepared(sql).pluck().all(values));

  const numbersOf = (subjects: readonly string[]): readonly number[] =>
    subjects.flatMap((subject) => {
      const number = selectNumber.get(subject);
      return typeof number === 'number' ? [number] : [];
    });

  /** The words come first wherever there are any: what they are in is found by the index, and each of these is looked at by its number. */
  const sourceOf = (selection: RecordSelection, places: readonly string[] | null): Condition => {
    const expression = matchExpression(selection.words);
    if (expression !== null && isByWordsAlone(selection)) return { sql: 'FROM incident_text WHERE incident_text MATCH @expression', values: { expression } };
    // DISTINCT has it made once, with an index, not read anew for each record.
    const ranked = places === null ? '' : ' CROSS JOIN (SELECT DISTINCT key AS rank, value AS place FROM json_each(@places)) AS ranked ON line.place = ranked.place';
    const values: Condition['values'] = places === null ? {} : { places: JSON.stringify(places) };
    if (expression === null) return { sql: `FROM record_line AS line${ranked} WHERE true`, values };
    return { sql: `FROM incident_text CROSS JOIN record_line AS line ON line.number = incident_text.rowid${ranked} WHERE incident_text MATCH @expression`, values: { ...values, expression } };
  };

  /** Those of all records in the reader's order, which SQLite does not know: they are few beside the records. Null where it is not asked for. */
  const placesFor = ({ order, language }: RecordSelection): readonly string[] | null => (order === 'place' ? z.string().array().parse(selectPlaces.all()).toSorted(alphabetOf(language)) : null);

  const narrowed = (selection: RecordSelection, places: readonly string[] | null): Condition => {
    const { happened, filed, place, station, staff, category, review, openFollowUps, subjects } = selection;
    const number = matchExpression(selection.words) === null ? 'line.number' : 'incident_text.rowid';
    return together([
      sourceOf(selection, places),
      ...when(happened.from, 'line.happened >= @happenedFrom', 'happenedFrom'),
      ...when(happened.until, 'line.happened < @happenedUntil', 'happenedUntil'),
      ...when(filed.from, `${number} >= @filedFrom`, 'filedFrom', numbersEach),
      ...when(filed.until, `${number} < @filedUntil`, 'filedUntil', numbersEach),
      ...when(place, 'line.place = @place', 'place'),
      ...when(station, 'line.station = @station', 'station'),
      ...when(staff, 'line.staff = @staff', 'staff'),
      ...when(category, 'line.category = @category', 'category'),
      ...when(review, 'line.review = @review', 'review'),
      ...(openFollowUps ? [{ sql: 'line.follow_ups > 0', values: {} }] : []),
      ...when(subjects === null ? null : JSON.stringify(numbersOf(subjects)), `${number} IN (SELECT value FROM json_each(@numbers))`, 'numbers'),
    ]);
  };

  /** One more than a page has, so that it is known whether another follows. */
  const walk = (selection: RecordSelection, order: Exclude<RecordOrder, 'best'>, { sql, values }: Condition, places: readonly string[] | null): readonly z.output<typeof placed>[] => {
    const after = selection.after === null || places === null ? selection.after : placeAmong(places, selection.after, selection.language);
    const { number, key, sorted, behind } = orders(matchExpression(selection.words) !== null)[order];
    const from = after === null ? '' : ` AND ${behind}`;
    return placed.array().parse(prepared(`SELECT ${number} AS number, ${key} AS key ${sql}${from} ORDER BY ${sorted} LIMIT ${pageLength + 1}`).all({ ...values, ...(after === null ? {} : { afterKey: bound(after.key), afterNumber: bound(after.number) }) }));
  };

  /** The best of all that fit, as far as that is worth while; a place among them is its number. */
  const rank = ({ sql, values }: Condition): readonly number[] => {
    const newest = numbersBy(`SELECT incident_text.rowid ${sql} ORDER BY incident_text.rowid DESC LIMIT ${ranked + 1}`, values);
    if (newest.length < 2) return newest;
    if (newest.length <= ranked) return numbersBy(`SELECT incident_text.rowid ${sql} ORDER BY bm25(incident_text, ${weights}), incident_text.rowid DESC`, values);
    const titled = numbersBy(`SELECT incident_text.rowid ${sql} ORDER BY incident_text.rowid DESC LIMIT ${ranked}`, { ...values, expression: `{title} : (${values['expression']})` });
    const known = new Set(titled);
    return [...titled, ...newest.filter((number) => !known.has(number))].slice(0, ranked);
  };

  const ordered = (selection: RecordSelection, condition: Condition, places: readonly string[] | null): { readonly shown: readonly number[]; readonly next: RecordCursor | null } => {
    const expression = matchExpression(selection.words);
    if (selection.order === 'best' && expression !== null) {
      const begin = selection.after?.number ?? 0;
      const all = rank(condition);
      return { shown: all.slice(begin, begin + pageLength), next: begin + pageLength < all.length ? { key: null, number: begin + pageLength } : null };
    }
    const found = walk(selection, selection.order === 'best' ? 'filed' : selection.order, condition, places);
    const shown = found.slice(0, pageLength);
    const last = shown.at(-1);
    return { shown: shown.map(({ number }) => number), next: found.length > pageLength && last !== undefined ? { key: last.key, number: last.number } : null };
  };

  const hitsIn = (expression: string | null, numbers: readonly number[]): ReadonlyMap<number, z.output<typeof hitRow>> => {
    if (expression === null || numbers.length === 0) return new Map();
    const values = { expression, first: bound(Math.min(...numbers)), last: bound(Math.max(...numbers)), numbers: JSON.stringify(numbers) };
    return new Map(hitRow.array().parse(selectHits.all(values)).map((hit) => [hit.number, hit]));
  };

  const read = (selection: RecordSelection): RecordPage => {
    const expression = matchExpression(selection.words);
    const places = placesFor(selection);
    const condition = narrowed(selection, places);
    const { shown, next } = ordered(selection, condition, places);
    const hits = hitsIn(expression, shown);
    const lines = shown.flatMap((number) => {
      const row = shownRow.optional().parse(selectShown.get(number));
      const hit = hits.get(number);
      if (row === undefined) return [];
      return [{ incident: stateSchema.parse(JSON.parse(row.state)).summary, found: hit === undefined ? null : { title: partsOf(hit.title), excerpt: partsOf(hit.excerpt) } }];
    });
    // Where all of them stand on this page, they are counted already.
    const counted = places === null ? condition : narrowed(selection, null);
    const [total = 0] = selection.after === null && next === null ? [shown.length] : numbersBy(`SELECT count(*) ${counted.sql}`, counted.values);
    const { lines: listed, left, records } = progressRow.parse(selectProgress.get());
    return { lines, total, next, indexed: Math.max(0, Math.min(listed, expression === null ? records : records - left)), of: records };
  };

  // One state of the database for all of a page, whatever is committed meanwhile.
  return {
    page: database.transaction(read),
    choices: database.transaction(() => {
      const [places = [], stations = [], categories = []] = selectChoices.map((select) => choiceRow.array().parse(select.all()));
      return { places, stations, staff: z.string().array().parse(selectStaff.all()), categories };
    }),
  };
};

/** A JavaScript number would be bound as a real one, and FTS5 passes over conditions on its rowid that are no integers. */
const bound = <Value extends string | null>(value: Value | number): Value | bigint => (typeof value === 'number' ? BigInt(value) : value);

const when = (value: string | number | null, sql: string, name: string, times = 1): readonly Condition[] => (value === null ? [] : [{ sql, values: { [name]: bound(typeof value === 'number' ? value * times : value) } }]);

/** Nothing in the narrow rows is asked for: the index of words answers without them. */
const isByWordsAlone = ({ happened, place, station, staff, category, review, openFollowUps, order }: RecordSelection): boolean =>
  [happened.from, happened.until, place, station, staff, category, review].every((value) => value === null) && !openFollowUps && (order === 'best' || order === 'filed');

const together = (conditions: readonly Condition[]): Condition => ({ sql: conditions.map(({ sql }) => sql).join(' AND '), values: Object.assign({}, ...conditions.map(({ values }) => values)) });

const alphabetOf = (language: RecordSelection['language']): Intl.Collator['compare'] => new Intl.Collator(language, { numeric: true }).compare;

/** Where a page ended, with the rank of its place. One that no record has any more: behind those that come before it. */
const placeAmong = (places: readonly string[], { key, number }: RecordCursor, language: RecordSelection['language']): RecordCursor => {
  const place = String(key ?? '');
  const rank = places.findIndex((each) => each.toLowerCase() === place.toLowerCase());
  const compare = alphabetOf(language);
  return rank === -1 ? { key: places.filter((each) => compare(each, place) < 0).length - 1, number: 0 } : { key: rank, number };
};

/** Each order with the place of a record in it, and what lies behind a place. Records that are alike stand in the order of filing, the newest first. */
const orders = (byWords: boolean): Readonly<Record<Exclude<RecordOrder, 'best'>, { readonly number: string; readonly key: string; readonly sorted: string; readonly behind: string }>> => {
  // The index of words walks by this one only.
  const number = byWords ? 'incident_text.rowid' : 'line.number';
  const alphabetical = (column: string) => ({ number, key: column, sorted: `${column}, ${number} DESC`, behind: `(${column} > @afterKey OR (${column} = @afterKey AND ${number} < @afterNumber))` });
  return {
    filed: { number, key: 'NULL', sorted: `${number} DESC`, behind: `${number} < @afterNumber AND @afterKey IS NULL` },
    happened: { number, key: 'line.happened', sorted: `line.happened DESC, ${number} DESC`, behind: `line.happened <= @afterKey AND (line.happened < @afterKey OR ${number} < @afterNumber)` },
    title: alphabetical('line.title'),
    place: { ...alphabetical('ranked.rank'), key: 'line.place' },
  };
};
