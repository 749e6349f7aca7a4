/** What nothing that syncs and encrypts can be faster than, on this machine at this moment. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { v7 as uuid } from 'uuid';
import { tlsOptions } from '../main/lan/tls.ts';
import { openOrThrow } from '../main/ledger/openDatabase.ts';
import { randomSecret } from '../main/platform/primitives.ts';
import { beginSite } from '../main/station/site/setUp.ts';
import { median } from './measure.ts';

const repeats = 25;
/** As between presses: what wakes up out of quiet is slower than what never sleeps. Milliseconds. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 40));

/** Milliseconds for 600 bytes to another process and back, in an open TLS 1.3 connection with certificates on both sides. */
export const measureRoundTrip = async (): Promise<number> => {
  const other = fork(fileURLToPath(import.meta.url), ['echo'], { stdio: 'inherit' });
  const port = await new Promise<number>((resolve) => other.once('message', (message) => resolve(Number(message))));
  const socket = connect({ ...(await someTls()), port, host: '127.0.0.1', rejectUnauthorized: false });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  socket.setNoDelay(true);
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    await pause();
    const began = performance.now();
    socket.write(Buffer.alloc(600));
    let received = 0;
    while (received < 600) received += await new Promise<number>((resolve) => socket.once('data', (bytes: Buffer) => resolve(bytes.length)));
    times.push(performance.now() - began);
  }
  socket.destroy();
  other.kill();
  return median(times);
};

/** Milliseconds for one row of 600 bytes, committed and synced, in a database opened as the ledger is. */
export const measureSyncedCommit = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-floor-'));
  const database = openOrThrow(join(folder, 'floor.db'), randomSecret(32));
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB) STRICT');
  const insert = database.prepare('INSERT INTO row (bytes) VALUES (?)');
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    await pause();
    const began = performance.now();
    insert.run(Buffer.alloc(600));
    times.push(performance.now() - began);
  }
  database.close();
  rmSync(folder, { recursive: true });
  return median(times);
};

/** Certificates as stations have them. */
export const someTls = async () => {
  const begun = await beginSite({ site: 'Floor', station: 'Floor' }, { clock: { now: Date.now }, ids: { next: () => uuid() }, log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} } });
  if (!begun.ok) throw new Error(begun.error.message);
  return tlsOptions(begun.value.identity);
};

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'echo') {
  const server = createServer({ ...(await someTls()), requestCert: true, rejectUnauthorized: false }, (socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
}
