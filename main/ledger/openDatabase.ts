import { chmodSync, existsSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { done, failed, type Result } from '../contract/problem.ts';
import { toHex } from '../platform/primitives.ts';
import { migrate } from './migrations/migrate.ts';

/**
 * Opens the encrypted ledger file (SQLCipher 4 format), or makes it. `key` has 32 bytes.
 *
 * Errors: `KeyWrong` when the file does not open with the key, `LedgerDamaged`, `LedgerUnwritable`. The file is never
 * replaced or deleted here, whatever is wrong with it.
 */
export const openDatabase = (file: string, key: Uint8Array): Result<Database> => {
  const existed = existsSync(file);
  try {
    return done(openOrThrow(file, key));
  } catch (error) {
    return explain(error, file, existed);
  }
};

/** The same with SQLite's own errors; a `RangeError` for a ledger of a newer program. */
export const openOrThrow = (file: string, key: Uint8Array): Database => {
  const database = new BetterSqlite3(file);
  try {
    // SQLite gives the WAL the same rights.
    if (process.platform !== 'win32' && existsSync(file)) chmodSync(file, 0o600);
    database.pragma(`cipher='sqlcipher'`);
    database.pragma(`legacy=4`);
    database.pragma(`key="x'${toHex(key)}'"`);
    database.pragma('busy_timeout = 500');
    database.pragma('journal_mode = WAL');
    // The driver's compiled-in default for WAL is NORMAL, which may lose the last commits when the power goes.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten: keys of erased subjects, and what was folded of them.
    database.pragma('secure_delete = ON');
    migrate(database);
    // One process has the data folder (see dataFolder.ts); a lock that lasts is somebody else's mistake. Nothing waits for it: it is tried again.
    database.pragma('busy_timeout = 0');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** Empty, in memory, and takes no writes: stands in for a ledger that cannot be opened yet. */
export const openStandIn = (): Database => {
  const database = new BetterSqlite3(':memory:');
  migrate(database);
  database.pragma('query_only = ON');
  return database;
};

/** What SQLite says of a file or a disk in trouble, as against a bug. */
export const isDatabaseError = (error: unknown): error is InstanceType<typeof BetterSqlite3.SqliteError> => error instanceof BetterSqlite3.SqliteError;

/** The problem for what `openOrThrow` threw. `existed`: whether the file was there before. */
export const explain = (error: unknown, file: string, existed: boolean) => {
  const code = error instanceof BetterSqlite3.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' && existed) {
    return failed(
      'KeyWrong',
      `The ledger ${file} does not open with the database key of this data folder.`,
      'Put the key back that belongs to this ledger (ledger.key, or the key store of the account that made it). Nothing was changed.',
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return failed('LedgerDamaged', `The ledger ${file} is damaged (${code}).`, 'Keep the file, and join this station to its site again in a new data folder: the other stations have its events.');
  if (error instanceof RangeError) return failed('LedgerDamaged', `The ledger ${file} cannot be used: ${error.message}.`, 'Install the newer program on this station.');
  return failed('LedgerUnwritable', `The ledger ${file} cannot be opened for writing${code === '' ? '' : ` (${code})`}.`, 'Check the rights of the data folder and the space on its disk.');
};

export type { Database };
