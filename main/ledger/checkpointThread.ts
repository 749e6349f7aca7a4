import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Log } from '../core/environment.ts';

/**
 * Brings what stands in the WAL into the file, in a thread of its own: two files are synced for it, and no commit of an alarm is to wait for that
 * (`main/decisions/0021-checkpoints-in-their-own-thread.md`). Where it cannot run, SQLite does it in a commit as soon as the WAL has `checkpointedByCommits` pages.
 */
export interface CheckpointThread {
  /** Does nothing while one is under way. */
  readonly checkpoint: () => void;
  /** A thread was started and has to be waited for at the end. */
  readonly isRunning: () => boolean;
  /** When it is done the ledger's own connection is the last, and leaves no WAL behind. */
  readonly close: () => Promise<void>;
}

/** 64 MiB. A station that takes over thousands of records writes half of that between two checkpoints. */
export const checkpointedByCommits = 16_384;
/** So many transactions are worth a checkpoint: about 4 MiB. */
export const transactionsBetween = 128;

/** A thread that ended is not started again for so many calls. */
const callsToWait = 60;

const answerSchema = z.object({ problem: z.string().nullable() });

/** Beside this file in the sources; in `dist/` every file lies one folder deep, and this one in any of them. */
const program = new URL(`../ledger/checkpointWorker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** `key` has 32 bytes. */
export const createCheckpointThread = (file: string, key: Uint8Array, log: Log): CheckpointThread => {
  let worker: Worker | null = null;
  let underWay = false;
  let wait = 0;
  let closed = false;

  const start = (): Worker => {
    const started = new Worker(program, { workerData: { file, key } });
    const ended = (reason: string): void => {
      if (started !== worker) return;
      worker = null;
      underWay = false;
      wait = callsToWait;
      log.error({ reason }, 'the thread that empties the WAL ended');
    };
    started.on('message', (message: unknown) => {
      const { problem } = answerSchema.parse(message);
      underWay = false;
      if (problem !== null) log.warn({ problem }, 'the WAL could not be emptied and is tried again');
    });
    started.on('error', (error) => ended(String(error)));
    started.on('exit', () => ended('exit'));
    started.unref();
    return started;
  };

  return {
    checkpoint: () => {
      if (closed || underWay) return;
      if (wait > 0) {
        wait -= 1;
        return;
      }
      try {
        worker ??= start();
        underWay = true;
        worker.postMessage(null);
      } catch (error) {
        underWay = false;
        wait = callsToWait;
        log.error({ error: String(error) }, 'the thread that empties the WAL could not be started');
      }
    },
    isRunning: () => worker !== null,
    close: async () => {
      closed = true;
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
};
