/** The thread that empties the WAL (`checkpointThread.ts` starts it). Its connection lasts for one checkpoint, so that it is never in the way when the file is moved. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { unlock } from './damage.ts';

const { file, key } = z.object({ file: z.string(), key: z.instanceof(Uint8Array) }).parse(workerData);

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 5);

const checkpoint = (): void => {
  const database = new BetterSqlite3(file, { fileMustExist: true });
  try {
    unlock(database, key);
    database.pragma('synchronous = FULL');
    // Waits for nobody and makes nobody wait: what is being read or written just now stays for the next time.
    database.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    database.close();
  }
};

parentPort?.on('message', () => {
  let problem: string | null = null;
  try {
    checkpoint();
  } catch (error) {
    problem = String(error);
  }
  parentPort?.postMessage({ problem });
});
