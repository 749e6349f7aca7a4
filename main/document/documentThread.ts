import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { FileOrder } from './fileOrder.ts';

/** Makes PDFs, archives and tables in a thread of its own, which ends with each: no press waits for one. */
export interface DocumentThread {
  /** One after the other: `ExportRunning` where too many wait already. `ExportFailed` where it cannot be made, or takes too long. */
  readonly make: (order: FileOrder) => Promise<Result<Uint8Array>>;
  readonly close: () => Promise<void>;
}

/** A few hundred pages, on a slow terminal. Milliseconds. */
const timeLimit = 180_000;
/** At one desk, somebody at the window and somebody on the command line. */
const mostWaiting = 4;

const messageSchema = z.object({ bytes: z.instanceof(Uint8Array) });
export type FromDocumentThread = z.infer<typeof messageSchema>;

/** Beside this file in the sources; in `dist/` every file lies one folder deep, and this one in any of them. */
const program = new URL(`../document/documentWorker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

export const createDocumentThread = (log: Log, limit: number = timeLimit): DocumentThread => {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  const run = (order: FileOrder): Promise<Result<Uint8Array>> =>
    new Promise((resolve) => {
      const started = new Worker(program, { workerData: order });
      worker = started;
      const settle = (outcome: Result<Uint8Array>): void => {
        clearTimeout(timer);
        if (worker === started) worker = null;
        resolve(outcome);
      };
      const giveUp = (reason: string): void => {
        // What it was about stays out of the log: an error may carry words of a record.
        log.error({ reason }, 'a file could not be made');
        void started.terminate();
        settle(failed('ExportFailed', `The file could not be made: ${reason}.`, 'Try again with fewer records; if it happens again, look into station.log.'));
      };
      const timer = setTimeout(() => giveUp('it took too long'), limit);
      started.on('message', (message: unknown) => settle(done(messageSchema.parse(message).bytes)));
      started.on('error', (error) => giveUp(error instanceof Error ? error.name : 'an unknown fault'));
      started.on('exit', () => worker === started && giveUp('the thread ended'));
      started.unref();
    });

  return {
    make: async (order) => {
      if (waiting > mostWaiting) return failed('ExportRunning', 'Other files are being made at this moment.', 'Wait until they are done, then try again.');
      waiting += 1;
      const next = () => (closed ? failed('ExportFailed', 'The file could not be made: the station is stopping.', 'Try again when it runs.') : run(order));
      // However the one before ended.
      const made = last.then(next, next);
      last = made;
      try {
        return await made;
      } finally {
        waiting -= 1;
      }
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
};
