import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { incidentSummarySchema, type IncidentSearch, type IncidentSearchResult, type TextPart } from '../contract/incident.ts';
import { matchExpression } from './searchQuery.ts';

/** Stand around what was found while it comes from SQLite; the index takes no text that has them. */
export const hitStart = '\u0002';
export const hitEnd = '\u0003';

/** Hits on one page. */
export const pageSize = 25;
/**
 * So many are ranked with bm25, which reads every place of every word. Where more fit, the words are so common that their number says little: those with
 * all of them in the title come first, then the newest.
 */
export const ranked = 1000;

/** How much a hit counts in each column, in the order of the table: one in the title as much as many in the account. */
export const weights = '10.0, 3.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0';
/** Words of an excerpt. */
export const excerptWords = 20;

const rowids = z.number().array();
const hitRow = z.object({ title: z.string(), excerpt: z.string(), state: z.string() });
const stateSchema = z.object({ summary: incidentSummarySchema });
/** `left`: those that came or changed; `fresh`: those of them that are not in the index at all. */
const progressRow = z.object({ known: z.number(), left: z.number(), fresh: z.number() });

/** Answers searches from one connection, which only reads. Throws what SQLite throws. */
export const createSearchReader = (database: Database): ((search: IncidentSearch) => IncidentSearchResult) => {
  const selectNewest = database.prepare('SELECT rowid FROM incident_text WHERE incident_text MATCH ? ORDER BY rowid DESC LIMIT ?').pluck();
  const selectBest = database.prepare(`SELECT rowid FROM incident_text WHERE incident_text MATCH ? ORDER BY bm25(incident_text, ${weights}), rowid DESC`).pluck();
  const selectHit = database.prepare(`
    SELECT highlight(incident_text, 0, '${hitStart}', '${hitEnd}') AS title, snippet(incident_text, -1, '${hitStart}', '${hitEnd}', '…', ${excerptWords}) AS excerpt, projection.state AS state
    FROM incident_text JOIN searched_incident ON number = incident_text.rowid JOIN projection ON projection.subject = searched_incident.subject
    WHERE incident_text MATCH ? AND incident_text.rowid = ?`);
  const selectProgress = database.prepare(`
    SELECT (SELECT count(*) FROM searched_incident) AS known, (SELECT count(*) FROM incident_to_index) AS left,
      (SELECT count(*) FROM incident_to_index WHERE subject NOT IN (SELECT subject FROM searched_incident)) AS fresh`);

  const order = (expression: string): { readonly numbers: readonly number[]; readonly more: boolean } => {
    const newest = rowids.parse(selectNewest.all(expression, ranked + 1));
    if (newest.length <= ranked) return { numbers: rowids.parse(selectBest.all(expression)), more: false };
    const titled = rowids.parse(selectNewest.all(`{title} : (${expression})`, ranked));
    const known = new Set(titled);
    return { numbers: [...titled, ...newest.filter((number) => !known.has(number))].slice(0, ranked), more: true };
  };

  const read = ({ text, page }: IncidentSearch): IncidentSearchResult => {
    const expression = matchExpression(text);
    const { numbers, more } = expression === null ? { numbers: [], more: false } : order(expression);
    const hits = numbers.slice(page * pageSize, (page + 1) * pageSize).flatMap((number) => {
      const row = hitRow.optional().parse(selectHit.get(expression, BigInt(number)));
      return row === undefined ? [] : [{ incident: stateSchema.parse(JSON.parse(row.state)).summary, title: partsOf(row.title), excerpt: partsOf(row.excerpt) }];
    });
    const { known, left, fresh } = progressRow.parse(selectProgress.get());
    return { hits, total: numbers.length, more, indexed: known + fresh - left, of: known + fresh };
  };

  // One state of the database for all of it, whatever is committed meanwhile.
  return database.transaction(read);
};

/** Text with its markers as parts without them. */
export const partsOf = (marked: string): TextPart[] =>
  marked.split(hitStart).flatMap((stretch, index) => {
    const end = index === 0 ? 0 : stretch.indexOf(hitEnd);
    const parts = index === 0 ? [{ text: stretch, hit: false }] : [{ text: stretch.slice(0, end), hit: true }, { text: stretch.slice(end + 1), hit: false }];
    return parts.filter(({ text }) => text !== '');
  });
