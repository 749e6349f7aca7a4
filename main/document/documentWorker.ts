/** The thread that makes one file (`documentThread.ts` starts it) and ends. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromDocumentThread } from './documentThread.ts';
import { fileOrderSchema } from './fileOrder.ts';
import { makeFile } from './makeFile.ts';

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 10);

const made = await makeFile(fileOrderSchema.parse(workerData));
// In memory of its own, so that it can be handed over instead of copied.
const bytes = Uint8Array.from(made);
parentPort?.postMessage({ bytes } satisfies FromDocumentThread, [bytes.buffer]);
