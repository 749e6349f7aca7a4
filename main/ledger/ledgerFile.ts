import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Clock, Log, Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';
import { checkpointedByCommits } from './checkpointThread.ts';
import { createConnection, isDamage, type Connection, type ReplaceableConnection } from './connection.ts';
import { copyOwnTables, eraseIn, isWhole, openForReading, setAside, setAsideOf } from './damage.ts';
import { explain, openOrThrow, openStandIn } from './openDatabase.ts';

/** Why the file at the ledger's path is another one than before. */
export interface Replacement {
  /**
   * `damaged`: its content did not hold, and it was set aside. `lost`: there was none although this station is enrolled. `rewritten`: it was
   * deleted or replaced under the running station, which wrote all of it again. `returned`: it could not be opened at first and now could.
   */
  readonly reason: 'damaged' | 'lost' | 'rewritten' | 'returned';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where what stood there before lies now; null when there was nothing. */
  readonly keptAs: string | null;
}

/** The ledger's file, watched while the station runs. Nothing that happens to it ends the station, and nothing of it is deleted here. */
export interface LedgerFile {
  readonly connection: Pick<ReplaceableConnection, keyof Connection | 'transactions'>;
  /** Looks whether the file is still there and holds, and repairs what does not. To be called about once a second. Never throws. */
  readonly tend: () => void;
  /** What happened last; null while nothing did. */
  readonly replacement: () => Replacement | null;
  /** Called when another file stands behind the connection. */
  readonly onReplaced: (listener: (replacement: Replacement) => void) => Stop;
  /** False while it cannot be opened and an empty one in memory stands in for it. */
  readonly isOpen: () => boolean;
  /** What stands at the path is what is open: others may open it as well. */
  readonly isInPlace: () => boolean;
  /** What was set aside, for reading; null when it cannot be read at all. The caller closes it. */
  readonly openSetAside: (path: string) => Database | null;
  /** Destroys the keys of these subjects, and what was folded of them, in every ledger that was set aside; the log names those in which it cannot be done. */
  readonly eraseSetAside: (subjects: readonly string[]) => void;
  readonly close: () => void;
}

export interface LedgerFileOptions {
  readonly file: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Who this station is, and that the key is right, is known from elsewhere: it can do without the file. */
  readonly enrolled: boolean;
  /** False for a command that only looks: it says what is wrong and leaves it as it is. */
  readonly repairs: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** A repair that failed is tried again after so many calls of `tend`, doubling up to the last. */
const longestPause = 32;

/**
 * Opens the ledger, or makes it. For a station that is not `enrolled` the errors are those of `openDatabase`; one that is, and
 * `repairs`, starts whatever state the file is in, unless a newer program wrote it.
 */
export const openLedgerFile = ({ file, key, enrolled, repairs, clock, log }: LedgerFileOptions): Result<LedgerFile> => {
  const replaced = createListeners<Replacement>(log);
  /** Where the ledger is written once more. */
  const fresh = `${file}.new`;
  let last: Replacement | null = null;
  let damaged = false;
  /** Where the damaged file went, while no new one could be made yet. */
  let aside: string | null = null;

  const openOwn = (): Database => {
    const database = openOrThrow(file, key);
    // A station that runs has a thread that empties the WAL.
    if (repairs) database.pragma(`wal_autocheckpoint = ${checkpointedByCommits}`);
    return database;
  };

  /** Null when its content does not hold. Throws what else keeps it from being opened. */
  const openSound = (): Database | null => {
    try {
      const database = openOwn();
      if (!enrolled || isWhole(database, file)) return database;
      database.close();
      return null;
    } catch (error) {
      if (enrolled && isDamage(error)) return null;
      throw error;
    }
  };

  /** Another file in the place of what cannot be used; `from` can still be read where it is open. */
  const beginAnew = (open: Database | null): { readonly database: Database; readonly replacement: Replacement } => {
    // Windows moves no file that is open.
    if (process.platform === 'win32') open?.close();
    const from = process.platform === 'win32' ? null : open;
    // What stands there after an attempt that failed is the beginning of the new one.
    if (aside === null) aside = setAside(file, clock.now());
    else for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    const replacement: Replacement = { reason: 'damaged', at: clock.now(), keptAs: aside };
    const database = openOwn();
    aside = null;
    const old = from ?? (replacement.keptAs === null ? null : openForReading(replacement.keptAs, key));
    if (old !== null) copyOwnTables(old, database, log);
    if (from === null) old?.close();
    return { database, replacement };
  };

  const openFirst = (): { readonly database: Database; readonly replacement: Replacement | null } => {
    // Written once more, and the process ended before it was put at its place.
    if (!existsSync(file) && existsSync(fresh)) renameSync(fresh, file);
    const existed = existsSync(file);
    const database = openSound();
    if (database === null && !repairs) throw new DamagedFile();
    if (database === null) return beginAnew(null);
    return { database, replacement: enrolled && !existed ? { reason: 'lost', at: clock.now(), keptAs: null } : null };
  };

  const existed = existsSync(file);
  let waitsForFile = false;
  let begun: ReturnType<typeof openFirst>;
  try {
    begun = openFirst();
  } catch (error) {
    if (error instanceof DamagedFile) return failed('LedgerDamaged', `The ledger ${file} is damaged.`, 'Start this station: it sets the file aside, begins a new one, and gets back what can be read of it and what the other stations have.');
    if (!enrolled || !repairs || error instanceof RangeError) return explain(error, file, existed);
    log.error({ error: String(error) }, 'the ledger cannot be opened and is tried again');
    waitsForFile = true;
    begun = { database: openStandIn(), replacement: null };
  }
  last = begun.replacement;
  const connection = createConnection(begun.database, () => {
    damaged = true;
  });
  let opened = identityOf(file);
  let pause = 0;
  let failures = 0;

  const become = ({ database, replacement }: { readonly database: Database; readonly replacement: Replacement }): void => {
    const old = connection.database();
    connection.replace(database);
    damaged = false;
    waitsForFile = false;
    opened = identityOf(file);
    last = replacement;
    log.error({ ...replacement }, 'the ledger is another file than before');
    replaced.tell(replacement);
    old.close();
  };

  /** The open handle still has everything that was ever committed: it is written once more, and put where it belongs. */
  const rewrite = (): { readonly database: Database; readonly replacement: Replacement } => {
    rmSync(fresh, { force: true });
    connection.database().prepare('VACUUM INTO ?').run(fresh);
    const keptAs = setAside(file, clock.now());
    renameSync(fresh, file);
    return { database: openOwn(), replacement: { reason: 'rewritten', at: clock.now(), keptAs } };
  };

  const openAtLast = (): { readonly database: Database; readonly replacement: Replacement } => {
    const { database, replacement } = openFirst();
    return { database, replacement: replacement ?? { reason: 'returned', at: clock.now(), keptAs: null } };
  };

  const repair = (): void => {
    if (waitsForFile) become(openAtLast());
    else if (damaged) become(beginAnew(connection.database()));
    else if (opened !== identityOf(file)) become(rewrite());
  };

  return done({
    connection,
    tend: () => {
      if (pause > 0) return void (pause -= 1);
      try {
        repair();
        failures = 0;
      } catch (error) {
        // Damage that shows only while everything is read: the next attempt begins anew.
        if (isDamage(error)) damaged = true;
        failures += 1;
        pause = Math.min(2 ** failures, longestPause) - 1;
        log.error({ error: String(error) }, 'the ledger could not be put right and is tried again');
      }
    },
    replacement: () => last,
    onReplaced: replaced.add,
    isOpen: () => !waitsForFile,
    isInPlace: () => !waitsForFile && !damaged && opened === identityOf(file),
    openSetAside: (path) => openForReading(path, key),
    eraseSetAside: (subjects) => {
      for (const path of setAsideOf(file)) eraseIn(path, key, subjects, log);
    },
    close: () => connection.database().close(),
  });
};

/** The file does not open or does not hold, although the key is the right one. */
class DamagedFile extends Error {}

/** Which files stand at the path: the ledger's and its WAL's. A file that was deleted while it is open goes on without a name, and ends with the process. */
const identityOf = (file: string): string => [file, `${file}-wal`].map((path) => String(statSync(path, { throwIfNoEntry: false })?.ino)).join(' ');
