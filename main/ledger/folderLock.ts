import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { done, failed, type Result } from '../contract/problem.ts';

/**
 * Takes a data folder for this process. The lock is SQLite's on an empty file in it: the system drops it with the process,
 * however that ends, and it works alike on Linux, Windows and macOS.
 *
 * @returns what gives it up again; `DataFolderInUse`, or `DataFolderUnusable` when the file cannot be written.
 */
export const lockFolder = (path: string): Result<() => void> => {
  let lock: BetterSqlite3.Database | undefined;
  try {
    lock = new BetterSqlite3(join(path, 'lock'));
    lock.pragma('busy_timeout = 0');
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const code = error instanceof BetterSqlite3.SqliteError ? error.code : 'unknown error';
    if (code.startsWith('SQLITE_BUSY')) {
      return failed('DataFolderInUse', `The data folder ${path} is in use by another Quietbell process.`, 'Use that one (quietbell status --data shows it), end it first, or choose another folder with --data.');
    }
    return failed('DataFolderUnusable', `The data folder ${path} cannot be written (${code}).`, 'Check the rights of the folder and the space on its disk.');
  }
  const held = lock;
  return done(() => held.close());
};
