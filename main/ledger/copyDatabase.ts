import { existsSync, rmSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { toHex } from '../platform/primitives.ts';
import { unsoundTable } from './damage.ts';

export interface CopyOptions {
  readonly from: string;
  readonly fromKey: Uint8Array;
  /** Must be missing, or empty. */
  readonly into: string;
  readonly intoKey: Uint8Array;
  /** A path beside the ledger for a file that is there meanwhile, and stays empty. */
  readonly scratch: string;
  /** Hears of how large the source is before anything is written. Bytes. What it throws ends the copy. */
  readonly onSize: (bytes: number) => void;
}

/**
 * One state of a database, whatever is committed meanwhile, written anew under another key: nothing that was deleted is in the copy. Reads the source alone. Throws what
 * SQLite throws, and leaves what was written to the caller. Blocks its thread all the while.
 */
export const copyDatabase = ({ from, fromKey, into, intoKey, scratch, onSize }: CopyOptions): void => {
  // SQLite would make it.
  if (!existsSync(from)) throw new RangeError(`${from} is not there`);
  // `VACUUM INTO` writes under the key of the connection's main database, and a database in memory has none: an empty file lends it.
  rmSync(scratch, { force: true });
  const database = openEncrypted(scratch, intoKey, false);
  try {
    // A reader of a WAL may have to wait while another connection begins or ends.
    database.pragma('busy_timeout = 5000');
    database.prepare('ATTACH ? AS source KEY ?').run(from, `x'${toHex(fromKey)}'`);
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) => Number(database.pragma(`source.${name}`, { simple: true })));
    onSize(((pages ?? 0) - (free ?? 0)) * (size ?? 0));
    database.prepare('VACUUM source INTO ?').run(into);
  } finally {
    database.close();
    rmSync(scratch, { force: true });
  }
};

/** Opens a copy, reads every page of it, and gives it to `use`. Throws what SQLite throws; a `RangeError` for a table that does not hold. */
export const readWhole = <Value>(file: string, key: Uint8Array, use: (database: Database) => Value): Value => {
  const database = openEncrypted(file, key, true);
  try {
    const unsound = unsoundTable(database);
    if (unsound !== null) throw new RangeError(`table ${unsound} does not hold`);
    return use(database);
  } finally {
    database.close();
  }
};

const openEncrypted = (file: string, key: Uint8Array, readonly: boolean): Database => {
  const database = new BetterSqlite3(file, { readonly });
  database.pragma(`cipher='sqlcipher'`);
  database.pragma('legacy=4');
  database.pragma(`key="x'${toHex(key)}'"`);
  return database;
};
