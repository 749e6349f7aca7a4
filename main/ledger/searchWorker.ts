/** The thread that reads what takes long (`searchThread.ts` starts it): one connection that only reads, one question at a time. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openForReading } from './damage.ts';
import { askedSchema, readings, type ReadingName } from './readings.ts';
import { createRecordPages } from './recordPages.ts';
import { createReportReader } from './reportReader.ts';

const { file, key } = z.object({ file: z.string(), key: z.instanceof(Uint8Array) }).parse(workerData);

/** So much of the file is kept in memory: all of the narrow rows of a hundred thousand records. KiB. */
const cache = 16_384;

// On Linux this is of the thread alone: where every processor is busy, the alarm comes first.
if (process.platform === 'linux') setPriority(0, 10);

const database = openForReading(file, key);
if (database === null) throw new Error('the ledger cannot be read');
database.pragma(`cache_size = -${cache}`);
const pages = createRecordPages(database);

const reading = <Question, Answer>(schema: z.ZodType<Question>, read: (question: Question) => Answer) => (question: unknown): Answer => read(schema.parse(question));
const readers: Readonly<Record<ReadingName, (question: unknown) => unknown>> = {
  page: reading(readings.page.question, pages.page),
  choices: reading(readings.choices.question, pages.choices),
  report: reading(readings.report.question, createReportReader(database)),
};

parentPort?.on('message', (message: unknown) => {
  const { id, what, question } = askedSchema.parse(message);
  parentPort?.postMessage({ id, answer: readers[what](question) });
});
