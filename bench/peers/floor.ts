/** What nothing can be faster than: the same bytes through one TLS 1.3 socket into one SQLite transaction, synced. Nothing is verified, folded or encrypted on the disk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { connect, createServer } from 'node:tls';
import BetterSqlite3 from 'better-sqlite3';
import { someTls } from '../floor.ts';
import { largeRecord } from '../records.ts';
import { listen, play } from './role.ts';

const open = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  const database = new BetterSqlite3(join(folder, 'floor.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS record (number INTEGER PRIMARY KEY, change INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT');
  return {
    database,
    put: database.prepare<[number, number, Uint8Array]>('INSERT OR REPLACE INTO record (number, change, bytes) VALUES (?, ?, ?)'),
    latest: Number(database.prepare('SELECT coalesce(max(change), 0) FROM record').pluck().get()),
  };
};

/** Number, change, length, bytes. */
const head = 12;

const encode = (number: number, change: number, bytes: Buffer): readonly Buffer[] => {
  const before = Buffer.alloc(head);
  before.writeUInt32BE(number, 0);
  before.writeUInt32BE(change, 4);
  before.writeUInt32BE(bytes.length, 8);
  return [before, bytes];
};

/** In writes of about as much as a station puts into one frame. */
function* portions(rows: Iterable<[number, number, Buffer]>): Generator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for (const row of rows) {
    const encoded = encode(...row);
    parts.push(...encoded);
    size += row[2].length;
    if (size < 128 * 1024) continue;
    yield Buffer.concat(parts);
    parts = [];
    size = 0;
  }
  yield Buffer.concat(parts);
}

await play({
  make: async (folder, records) => {
    const { database, put } = open(folder);
    database.transaction(() => {
      for (let number = 1; number <= records; number += 1) put.run(number, number, largeRecord(number));
    })();
    database.close();
  },
  serve: async (folder) => {
    const { database, put, latest } = open(folder);
    database.exec('CREATE INDEX IF NOT EXISTS record_by_change ON record (change)');
    const since = database.prepare<[number], [number, number, Buffer]>('SELECT number, change, bytes FROM record WHERE change > ? ORDER BY change').raw();
    let changes = latest;
    const server = createServer({ ...(await someTls()), requestCert: true, rejectUnauthorized: false }, (socket) => {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.once('data', (bytes: Buffer) => Readable.from(portions(since.iterate(bytes.readUInt32BE(0)))).pipe(socket));
    });
    return {
      address: String(await listen(server)),
      change: async (count) => {
        database.transaction(() => {
          for (let number = 1; number <= count; number += 1) put.run(number, ++changes, largeRecord(number));
        })();
      },
    };
  },
  fetch: async (folder, port) => {
    const opened = open(folder);
    const { database, put } = opened;
    let { latest } = opened;
    const tls = await someTls();
    return {
      bringUpToDate: async ({ records, changes }) => {
        const began = performance.now();
        const socket = connect({ ...tls, port: Number(port), host: '127.0.0.1', rejectUnauthorized: false });
        socket.setNoDelay(true);
        const from = Buffer.alloc(4);
        from.writeUInt32BE(latest);
        socket.write(from);
        let rest = Buffer.alloc(0);
        database.exec('BEGIN IMMEDIATE');
        for await (const chunk of socket) {
          const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
          let at = 0;
          while (at + head <= bytes.length && at + head + bytes.readUInt32BE(at + 8) <= bytes.length) {
            const end = at + head + bytes.readUInt32BE(at + 8);
            latest = bytes.readUInt32BE(at + 4);
            put.run(bytes.readUInt32BE(at), latest, bytes.subarray(at + head, end));
            at = end;
          }
          rest = bytes.subarray(at);
        }
        database.exec('COMMIT');
        const took = performance.now() - began;
        if (latest !== records + changes) throw new Error(`The floor has changes up to ${latest}, not ${records + changes}`);
        return took;
      },
    };
  },
});
