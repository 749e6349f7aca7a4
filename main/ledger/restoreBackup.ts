import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { done, failed, type Result } from '../contract/problem.ts';
import type { EventRecord } from '../core/event/replica.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import type { OpenedBackup } from './backupFile.ts';
import { createConnection } from './connection.ts';
import { copyDatabase, readWhole } from './copyDatabase.ts';
import { openForReading, readableEvents } from './damage.ts';
import { eraseListed, readErasedList } from './erasedList.ts';
import { freeIn } from './freeIn.ts';
import { createLocalStore } from './localStore.ts';
import { openOrThrow } from './openDatabase.ts';
import { forgetSetAside, wholeCommits } from './recovery.ts';
import { noteRestoration } from './restoration.ts';

/**
 * Makes a ledger of a backup, under the key of the folder that it is to live in; it has its name only when all of it is there. What was erased since is forgotten again:
 * what the list beside the backup names at once, what other stations know of as soon as they say so.
 * `othersAreGone`: nobody else has events of this station from after the backup, so its chain goes on at once.
 *
 * Errors: `BackupUnreadable`, `LedgerUnwritable`, `LedgerDamaged` for one that a newer program made. The backup is not changed.
 */
export const restoreLedger = (backup: OpenedBackup, into: string, key: Uint8Array, othersAreGone: boolean): Result<void> => {
  const fresh = `${into}.restoring`;
  const clear = (): void => {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${fresh}${ending}`, { force: true });
  };
  try {
    if (freeIn(dirname(into)) < backup.databaseBytes) return noRoom(into);
    clear();
    // The copy is made of the tables alone: what is wrong with another page would not show.
    readWhole(backup.file, backup.key, () => {});
    copyDatabase({ from: backup.file, fromKey: backup.key, into: fresh, intoKey: key, scratch: `${into}.backup`, onSize: () => {} });
    const database = openOrThrow(fresh, key);
    try {
      settleIn(database, backup.at, othersAreGone);
      eraseListed(database, readErasedList(dirname(backup.file)));
    } finally {
      database.close();
    }
    const descriptor = openSync(fresh, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(fresh, into);
    return done(undefined);
  } catch (error) {
    clear();
    return explain(error, backup.file, into);
  }
};

/** What was true of the old machine alone, or may have changed since, is left behind. */
const settleIn = (database: Database, at: string, othersAreGone: boolean): void => {
  const local = createLocalStore(createConnection(database));
  database.transaction(() => {
    // One that was used after the backup would be good once more.
    database.exec('DELETE FROM invitation');
    forgetSetAside(local);
    if (!othersAreGone) noteRestoration(local, at);
  })();
};

/** Hands over every event of a backup, whole commits in the order in which they came to its station, after the stations that wrote them. `BackupUnreadable`. */
export const replayBackup = async (backup: OpenedBackup, meet: (stations: readonly EnrolledStation[]) => void, take: (records: readonly EventRecord[]) => Promise<void>): Promise<Result<void>> =>
  withBackup(backup, async (database) => {
    meet(createLocalStore(createConnection(database)).roster.list());
    for (const records of wholeCommits(readableEvents(database))) await take(records);
  });

const withBackup = async <Value>(backup: OpenedBackup, use: (database: Database) => Promise<Value>): Promise<Result<Value>> => {
  try {
    readWhole(backup.file, backup.key, () => {});
  } catch (error) {
    return explain(error, backup.file, backup.file);
  }
  const database = openForReading(backup.file, backup.key);
  if (database === null) return unreadable(backup.file, 'its first page does not hold');
  try {
    return done(await use(database));
  } finally {
    database.close();
  }
};

const explain = (error: unknown, backup: string, into: string) => {
  const text = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return noRoom(into);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) return unreadable(backup, `its content was changed or cut short: ${text}`);
  if (error instanceof RangeError && text.includes('version')) return failed('LedgerDamaged', `${backup} cannot be used: ${text}.`, 'Install the newer program on this machine.', 'file');
  if (error instanceof RangeError) return unreadable(backup, text);
  if (!(error instanceof BetterSqlite3.SqliteError) && code === '') throw error;
  return failed('LedgerUnwritable', `${into} cannot be written: ${text}.`, 'Check the rights of the data folder and the space on its disk. Nothing was left behind.', 'data');
};

const unreadable = (file: string, what: string) => failed('BackupUnreadable', `${file} does not hold: ${what}.`, 'Take another backup, or copy it again from where it was made.', 'file');

const noRoom = (into: string) => failed('LedgerUnwritable', `There is no room for ${into}.`, 'Free some space on its disk. Nothing was left behind.', 'data');
