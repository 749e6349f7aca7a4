import { readdirSync, renameSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Log } from '../core/environment.ts';
import type { EventRecord } from '../core/event/replica.ts';
import { toHex } from '../platform/primitives.ts';

/** A larger ledger is not read through before the station is armed: each of its pages proves itself when it is read. Bytes. */
const checkedUpTo = 64 * 1024 * 1024;

/**
 * SQLite's own look at every page and index; about 3 ms a megabyte. Table by table, since of the search index as such it would read every word again;
 * the tables that it consists of are looked at. The first that does not hold; null when all do.
 */
export const unsoundTable = (database: Database): string | null =>
  z
    .string()
    .array()
    .parse(database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").pluck().all())
    .find((table) => database.pragma(`quick_check(${table})`, { simple: true }) !== 'ok') ?? null;

export const isWhole = (database: Database, file: string): boolean => statSync(file).size > checkedUpTo || unsoundTable(database) === null;

/** Moves the ledger and what belongs to it out of the way, under a dated name, and returns that; null when there is none. Nothing is deleted. */
export const setAside = (file: string, now: number): string | null => {
  const { dir, name, ext } = parse(file);
  const kept = join(dir, `${name}.set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}${ext}`);
  let found = false;
  // The WAL goes first: beside a new ledger it would be taken for the new one's.
  for (const ending of ['-shm', '-wal', '']) found = moved(`${file}${ending}`, `${kept}${ending}`) || found;
  return found ? kept : null;
};

/** Every ledger that was ever set aside beside this one. */
export const setAsideOf = (file: string): readonly string[] => {
  const { dir, name, ext } = parse(file);
  return readdirSync(dir)
    .filter((entry) => entry.startsWith(`${name}.set-aside-`) && entry.endsWith(ext))
    .map((entry) => join(dir, entry));
};

/**
 * The one change that is ever made to what was set aside: keys of subjects that were erased, and what was folded of them, are taken out and overwritten, and its search index is emptied.
 * Where that cannot be done, since the file is damaged after all, the log says which file is to be removed.
 */
export const eraseIn = (path: string, key: Uint8Array, subjects: readonly string[], log: Log): void => {
  let database: Database | undefined;
  try {
    const opened = new BetterSqlite3(path);
    database = opened;
    unlock(opened, key);
    opened.pragma('secure_delete = ON');
    const has = (table: string): boolean => opened.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
    if (has('incident_text')) emptyIndex(opened);
    const deletions = ['subject_key', 'projection'].filter(has).map((table) => opened.prepare(`DELETE FROM ${table} WHERE subject = ?`));
    for (const subject of subjects) for (const deletion of deletions) deletion.run(subject);
    opened.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    log.warn({ path, error: String(error) }, 'what was erased may still stand in a ledger that was set aside: remove that file when it is not needed any more');
  } finally {
    database?.close();
  }
};

/** Nobody searches in it; should it ever be put back, the index is made anew. */
const emptyIndex = (database: Database): void => {
  const made = z.string().parse(database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'incident_text'").pluck().get());
  const settings = z.tuple([z.string(), z.number()]).array().parse(database.prepare("SELECT k, v FROM incident_text_config WHERE k IN ('automerge', 'crisismerge')").raw().all());
  database.transaction(() => {
    if (database.prepare('SELECT 1 FROM searched_incident LIMIT 1').get() === undefined) return;
    database.exec('DROP TABLE incident_text');
    database.exec(made);
    for (const [name, value] of settings) database.prepare('INSERT INTO incident_text (incident_text, rank) VALUES (?, ?)').run(name, BigInt(value));
    database.exec("DELETE FROM searched_incident; INSERT OR IGNORE INTO incident_to_index SELECT subject FROM projection WHERE type = 'incident'");
  })();
};

const moved = (from: string, to: string): boolean => {
  if (statSync(from, { throwIfNoEntry: false }) === undefined) return false;
  renameSync(from, to);
  return true;
};

/** To be called before anything else. */
export const unlock = (database: Database, key: Uint8Array): void => {
  database.pragma(`cipher='sqlcipher'`);
  database.pragma(`legacy=4`);
  database.pragma(`key="x'${toHex(key)}'"`);
};

/** Opens what was set aside, to read from it what can be read. Null when not even its first page holds. */
export const openForReading = (file: string, key: Uint8Array): Database | null => {
  let database: Database | undefined;
  try {
    database = new BetterSqlite3(file, { readonly: true });
    unlock(database, key);
    database.pragma('schema_version');
    return database;
  } catch {
    database?.close();
    return null;
  }
};

const ownTables = ['secret', 'roster', 'address', 'invitation', 'draft', 'upload', 'erased_subject'];

/** What no other station has: as many rows of this station's own tables as can be read. */
export const copyOwnTables = (from: Database, into: Database, log: Log): void => {
  for (const table of ownTables) {
    let copied = 0;
    try {
      for (const row of from.prepare(`SELECT * FROM ${table}`).raw().iterate()) {
        const values = z.array(z.unknown()).parse(row);
        copied += into.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values).changes;
      }
    } catch (error) {
      log.error({ table, copied, error: String(error) }, 'not all of what this station keeps for itself could be read from the damaged ledger');
    }
  }
};

const eventRow = z.object({ arrival: z.number(), origin: z.string(), seq: z.number(), bytes: z.instanceof(Uint8Array), signature: z.instanceof(Uint8Array).nullable(), key: z.instanceof(Uint8Array).nullable() });

/** So many rows at a time. */
const portion = 64;
/** So many rows in a row that cannot be read, and the rest is left to the other stations. */
const mostUnreadable = 2000;

/**
 * The events that can still be read, in the order in which they came here, a portion at a time. What stands on a damaged page is passed over: the
 * chain of its station ends there, until another station brings what is missing.
 */
export function* readableEvents(from: Database): Generator<readonly EventRecord[], void, void> {
  const read = createReading(from);
  let after = 0;
  for (let unreadable = 0; unreadable < mostUnreadable; ) {
    try {
      const rows = read(after, unreadable === 0 ? portion : 1);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.arrival;
      unreadable = 0;
      yield rows.map(({ arrival: _arrival, ...record }) => record);
    } catch {
      // A whole portion fails for one bad page: its rows are tried one by one from here.
      unreadable += 1;
      if (unreadable > 1) after += 1;
    }
  }
}

/** With the keys of their subjects, where these can be read as well: another station is asked for those that cannot. */
const createReading = (from: Database): ((after: number, count: number) => readonly z.infer<typeof eventRow>[]) => {
  const rows = (key: string, join: string, after: number, count: number) =>
    eventRow.array().parse(from.prepare(`SELECT arrival, origin, seq, bytes, signature, ${key} AS key FROM event ${join} WHERE arrival > ? ORDER BY arrival LIMIT ?`).all(after, count));
  // A ledger of before bodies were sealed has no table of keys.
  const hasKeys = from.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'subject_key'").get() !== undefined;
  return (after, count) => {
    try {
      if (hasKeys) return rows('wrapped', 'LEFT JOIN subject_key ON subject_key.subject = event.subject AND subject_key.id = event.key_id', after, count);
    } catch (error) {
      if (count > 1) throw error;
    }
    return rows('NULL', '', after, count);
  };
};
