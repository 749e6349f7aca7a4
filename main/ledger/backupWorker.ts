/** The thread that makes one backup (`backupThread.ts` starts it) and ends. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromBackupThread } from './backupThread.ts';
import { backupOrderSchema, writeBackup } from './writeBackup.ts';

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 10);

const tell = (message: FromBackupThread): void => parentPort?.postMessage(message);

tell({ type: 'end', outcome: writeBackup(backupOrderSchema.parse(workerData), (part, bytes) => tell({ type: 'begun', part, bytes })) });
