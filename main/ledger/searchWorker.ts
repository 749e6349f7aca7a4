/** The thread that searches (`searchThread.ts` starts it): one connection that only reads, one search at a time. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { incidentSearchSchema } from '../contract/incident.ts';
import { openForReading } from './damage.ts';
import { createSearchReader } from './searchReader.ts';

const { file, key } = z.object({ file: z.string(), key: z.instanceof(Uint8Array) }).parse(workerData);
const request = z.object({ id: z.number(), search: incidentSearchSchema });

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 10);

const database = openForReading(file, key);
if (database === null) throw new Error('the ledger cannot be read');
const search = createSearchReader(database);

parentPort?.on('message', (message: unknown) => {
  const asked = request.parse(message);
  parentPort?.postMessage({ id: asked.id, result: search(asked.search) });
});
