/** The thread that makes one backup (`backupThread.ts` starts it) and ends. */
import { setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { FilesProgress } from './backupFiles.ts';
import type { FromBackupThread } from './backupThread.ts';
import { makeBackup } from './makeBackup.ts';
import { backupOrderSchema } from './writeBackup.ts';

/** So long files are copied before a rest of the same length. Milliseconds. */
const turn = 50;
/** While files wait, the station hears this often that they only wait. Milliseconds. */
const betweenWords = 1000;

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 10);

const { order, waits } = z.object({ order: backupOrderSchema, waits: z.instanceof(SharedArrayBuffer) }).parse(workerData);
const isWaiting = new Int32Array(waits);
const tell = (message: FromBackupThread): void => parentPort?.postMessage(message);
let resumed = performance.now();

/** Files take the disk and the network half of the time at most, and none of it while somebody calls for help. */
const breathe = (progress: FilesProgress): void => {
  const worked = performance.now() - resumed;
  if (worked < turn && Atomics.load(isWaiting, 0) === 0) return;
  tell({ type: 'files', progress });
  Atomics.wait(isWaiting, 0, 0, worked);
  while (Atomics.load(isWaiting, 0) === 1) {
    Atomics.wait(isWaiting, 0, 1, betweenWords);
    tell({ type: 'files', progress });
  }
  resumed = performance.now();
};

tell({ type: 'end', outcome: makeBackup(order, { begun: (part, bytes) => tell({ type: 'begun', part, bytes }), ledgerMade: (made) => tell({ type: 'ledger', made }), breathe }) });
