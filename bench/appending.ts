/** One process of `append.ts`: `node appending.ts bare|encrypted|station FOLDER`. At each message it commits a few times, and says how long each took. */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { v7 as uuid } from 'uuid';
import { openOrThrow } from '../main/ledger/openDatabase.ts';
import { randomSecret } from '../main/platform/primitives.ts';
import { largeRecord, openLedgerOf, recordOf2Kilobytes } from './records.ts';

const eachTurn = 20;
/** Between two: nobody writes records without a pause. Milliseconds. */
const pause = 5;
const [kind = '', folder = ''] = process.argv.slice(2);

interface Commits {
  /** Returns what is to be timed: what is committed is made before. */
  readonly next: (number: number) => () => void;
  readonly close: () => Promise<void>;
}

const openBare = (encrypted: boolean): Commits => {
  const database = encrypted ? openOrThrow(join(folder, 'encrypted.db'), randomSecret(32)) : new BetterSqlite3(join(folder, 'bare.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE record (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO record (bytes) VALUES (?)');
  return {
    next: (number) => {
      const bytes = largeRecord(number);
      return () => void insert.run(bytes);
    },
    close: () => Promise.resolve(void database.close()),
  };
};

const openStation = (): Commits => {
  const { ledger, close } = openLedgerOf(folder);
  return {
    next: (number) => {
      const draft = recordOf2Kilobytes(uuid(), number);
      return () => {
        const appended = ledger.append([draft]);
        if (!appended.ok) throw new Error(appended.error.message);
      };
    },
    close,
  };
};

const commits = kind === 'station' ? openStation() : openBare(kind === 'encrypted');
let number = 0;

const takeTurn = async (): Promise<void> => {
  const times: number[] = [];
  for (let count = 0; count < eachTurn; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const commit = commits.next((number += 1));
    const began = performance.now();
    commit();
    times.push(performance.now() - began);
  }
  process.send?.({ times });
};

process.on('message', () => void takeTurn());
process.once('disconnect', () => void commits.close());
process.send?.('ready');
