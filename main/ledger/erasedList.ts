/**
 * What was erased, beside the backups: `quietbell-erased.txt` in their folder, a subject a line. A backup of before an erasure still has the key, and a site of one station
 * has no other that remembers; so whoever restores from this folder forgets these again. The lines are identifiers and say nothing about anybody. The list only ever grows.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { isErasable } from '../core/event/sealing.ts';

const name = 'quietbell-erased.txt';
const heading = '# What was erased. Whoever restores a backup from this folder erases it again. Keep this file with the backups.';

export const readErasedList = (folder: string): readonly string[] => {
  const file = join(folder, name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length <= 200 && isErasable(line));
};

/** Adds what this ledger knows of. Throws what the disk throws. */
export const writeErasedList = (folder: string, erased: readonly string[]): void => {
  const known = new Set(readErasedList(folder));
  if (erased.every((subject) => known.has(subject))) return;
  const file = join(folder, name);
  writeFileSync(`${file}.part`, `${[heading, ...new Set([...known, ...erased])].join('\n')}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.part`, file);
};

export const erasedIn = (database: Database): readonly string[] => z.string().array().parse(database.prepare('SELECT subject FROM erased_subject ORDER BY subject').pluck().all());

/** In a ledger that no station has open yet: what is on the list is forgotten before anybody can see it. */
export const eraseListed = (database: Database, listed: readonly string[]): void => {
  const forget = ['INSERT OR IGNORE INTO erased_subject (subject) VALUES (?)', ...['subject_key', 'wanted_key', 'projection'].map((table) => `DELETE FROM ${table} WHERE subject = ?`)].map((sql) => database.prepare(sql));
  database.transaction(() => {
    for (const subject of listed) for (const statement of forget) statement.run(subject);
  })();
};
