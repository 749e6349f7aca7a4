import type { Database } from 'better-sqlite3';
import { initial } from './0001_initial.ts';
import { lists } from './0002_lists.ts';
import { search } from './0003_search.ts';
import { seals } from './0004_seals.ts';
import { audit } from './0005_audit.ts';
import { updates } from './0006_updates.ts';
import { uploads } from './0007_uploads.ts';
import { procedureDrafts } from './0008_procedure_drafts.ts';
import { personDrafts } from './0009_person_drafts.ts';
import { recordLines } from './0010_record_lines.ts';

/** In order; a migration that was released is never edited. The number of those applied is SQLite's `user_version`. */
export const migrations: readonly string[] = [initial, lists, search, seals, audit, updates, uploads, procedureDrafts, personDrafts, recordLines];

/** Brings the database up to date, each step in a transaction of its own. Throws a `RangeError` for one written by a newer program. */
export const migrate = (database: Database, upTo: number = migrations.length): void => {
  const applied = Number(database.pragma('user_version', { simple: true }));
  if (applied > migrations.length) throw new RangeError(`the ledger is of version ${applied}; this program knows up to ${migrations.length}`);
  for (const [index, migration] of migrations.entries()) {
    if (index < applied || index >= upTo) continue;
    database.transaction(() => {
      database.exec(migration);
      database.pragma(`user_version = ${index + 1}`);
    })();
  }
};
