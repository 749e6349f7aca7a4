import BetterSqlite3, { type Database } from 'better-sqlite3';
import { z } from 'zod';

/** A statement as the ledger uses them. */
export interface Prepared {
  readonly run: (...parameters: unknown[]) => { readonly changes: number };
  readonly get: (...parameters: unknown[]) => unknown;
  readonly all: (...parameters: unknown[]) => unknown[];
  readonly iterate: (...parameters: unknown[]) => IterableIterator<unknown>;
  /** The first column of each row instead of the row. */
  readonly pluck: () => Prepared;
  /** Each row as an array. */
  readonly raw: () => Prepared;
}

/** What the ledger asks of its database. */
export interface Connection {
  readonly prepare: (sql: string) => Prepared;
  /**
   * Runs the work in one transaction that has the right to write from its beginning. One that is not `synced` may be lost when the power goes,
   * with nothing before it: right for what others have as well, since the disk is then not waited for.
   */
  readonly transact: (work: () => void, synced?: boolean) => void;
  /** Brings what stands in the WAL into the file and empties it. False when somebody reads from it at this moment. */
  readonly emptyLog: () => boolean;
}

/** A connection that others hold on to while the file behind it is replaced. */
export interface ReplaceableConnection extends Connection {
  readonly database: () => Database;
  /** So many were committed, or tried, since it was made. */
  readonly transactions: () => number;
  /** Every statement is prepared anew on first use. The old database stays open: it is the caller's to close. */
  readonly replace: (database: Database) => void;
}

/** `onDamage` hears of it each time when SQLite finds the file damaged; the caller of the statement gets the error as well. */
export const createConnection = (first: Database, onDamage: () => void = () => {}): ReplaceableConnection => {
  let current = first;
  let transactions = 0;

  const watched = <Value>(run: () => Value): Value => {
    try {
      return run();
    } catch (error) {
      if (isDamage(error)) onDamage();
      throw error;
    }
  };

  const prepare = (sql: string, form: 'rows' | 'pluck' | 'raw'): Prepared => {
    let statement: BetterSqlite3.Statement | null = null;
    let of: Database | null = null;
    const prepared = (): BetterSqlite3.Statement => {
      if (statement === null || of !== current) {
        of = current;
        const plain = current.prepare(sql);
        statement = form === 'pluck' ? plain.pluck() : form === 'raw' ? plain.raw() : plain;
      }
      return statement;
    };
    return {
      run: (...parameters) => watched(() => prepared().run(...parameters)),
      get: (...parameters) => watched(() => prepared().get(...parameters)),
      all: (...parameters) => watched(() => prepared().all(...parameters)),
      iterate: function* (...parameters) {
        const rows = watched(() => prepared().iterate(...parameters));
        try {
          for (let row = watched(() => rows.next()); row.done !== true; row = watched(() => rows.next())) yield row.value;
        } finally {
          // A reader that stops early must not keep the database busy.
          rows.return?.();
        }
      },
      pluck: () => prepare(sql, 'pluck'),
      raw: () => prepare(sql, 'raw'),
    };
  };

  return {
    prepare: (sql) => prepare(sql, 'rows'),
    transact: (work, synced = true) =>
      watched(() => {
        transactions += 1;
        if (synced || current.inTransaction) return current.transaction(work).immediate();
        current.pragma('synchronous = NORMAL');
        try {
          current.transaction(work).immediate();
        } finally {
          current.pragma('synchronous = FULL');
        }
      }),
    emptyLog: () => watched(() => checkpointRow.array().parse(current.pragma('wal_checkpoint(TRUNCATE)'))[0]?.busy === 0),
    database: () => current,
    transactions: () => transactions,
    replace: (database) => {
      current = database;
    },
  };
};

const checkpointRow = z.object({ busy: z.number() });

/** What SQLite says of a file whose content does not hold, as against a disk that is full, locked or not to be written. The search index alone can be written anew. */
export const isDamage = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && ((error.code.startsWith('SQLITE_CORRUPT') && !isIndexDamage(error)) || error.code === 'SQLITE_NOTADB');

/** The search index does not fit together, on pages that do. */
export const isIndexDamage = (error: unknown): boolean => error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_CORRUPT_VTAB';
