import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { madeBackupSchema, type MadeBackup } from '../contract/backup.ts';
import { failed, problemSchema, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { BackupOrder } from './writeBackup.ts';

/**
 * Makes backups in a thread of their own with a connection of their own, which only reads: no press waits for one (decisions 14 and 16). Everything that touches
 * the folder of the backups happens there, since a network share may hang; a thread that hangs is given up, and no other begun before it has ended.
 */
export interface BackupThread {
  /** One at a time: `BackupRunning`. The errors of `writeBackup`; `BackupFailed` too when it takes too long. */
  readonly make: (order: BackupOrder) => Promise<Result<MadeBackup>>;
  /** Bytes written so far, of about so many; null while none is made. */
  readonly progress: () => { readonly written: number; readonly expected: number } | null;
  /** Waits a moment for one that is being made to be given up. */
  readonly close: () => Promise<void>;
}

/** Milliseconds: until the folder has answered, then for each megabyte besides; slower than any disk or share that is of use. */
export interface BackupLimits {
  readonly toBegin: number;
  readonly perMegabyte: number;
}
const defaultLimits: BackupLimits = { toBegin: 60_000, perMegabyte: 3_000 };
const betweenLooks = 500;
const patienceAtEnd = 2_000;

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begun'), part: z.string(), bytes: z.number() }),
  z.object({ type: z.literal('end'), outcome: z.union([z.object({ ok: z.literal(true), value: madeBackupSchema }), z.object({ ok: z.literal(false), error: problemSchema })]) }),
]);
export type FromBackupThread = { readonly type: 'begun'; readonly part: string; readonly bytes: number } | { readonly type: 'end'; readonly outcome: Result<MadeBackup> };

/** Beside this file in the sources; in `dist/` every file lies one folder deep, and this one in any of them. */
const program = new URL(`../ledger/backupWorker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

export const createBackupThread = (log: Log, limits: BackupLimits = defaultLimits): BackupThread => {
  let worker: Worker | null = null;
  let progress: { readonly written: number; readonly expected: number } | null = null;
  let giveUp = (_reason: string): void => {};

  const run = (order: BackupOrder): Promise<Result<MadeBackup>> =>
    new Promise((resolve) => {
      const started = new Worker(program, { workerData: order });
      worker = started;
      progress = { written: 0, expected: 0 };
      let looking: NodeJS.Timeout | null = null;
      const settle = (outcome: Result<MadeBackup>): void => {
        clearTimeout(limit);
        if (looking !== null) clearInterval(looking);
        if (worker === null || worker === started) progress = null;
        resolve(outcome);
      };
      giveUp = (reason) => {
        log.error({ reason }, 'a backup was given up');
        void started.terminate();
        settle(failed('BackupFailed', `The backup was given up: ${reason}.`, 'Check the disk or the network share that it goes to, then try again.', 'file'));
      };
      let limit = setTimeout(() => giveUp('its folder does not answer'), limits.toBegin);
      started.on('message', (message: unknown) => {
        const told = messageSchema.parse(message);
        if (told.type === 'end') {
          worker = null;
          return settle(told.outcome);
        }
        progress = { written: 0, expected: told.bytes };
        clearTimeout(limit);
        limit = setTimeout(() => giveUp('it took too long'), limits.toBegin + (limits.perMegabyte * told.bytes) / 1_000_000);
        looking = lookAt(told.part, (written) => (progress = progress === null ? null : { ...progress, written: Math.min(written, progress.expected) }));
      });
      started.on('error', (error) => giveUp(String(error)));
      started.on('exit', () => {
        if (worker === started) worker = null;
        settle(failed('BackupFailed', 'The thread that made the backup ended.', 'Try again; if it happens again, look into station.log.', 'file'));
      });
      started.unref();
    });

  return {
    make: (order) => (worker === null ? run(order) : Promise.resolve(failed('BackupRunning', progress === null ? 'The last backup hangs on its folder and has not ended yet.' : 'A backup is being made at this moment.', 'Wait until it is done, then try again.'))),
    progress: () => progress,
    close: async () => {
      const last = worker;
      if (last === null) return;
      if (progress !== null) giveUp('the station ends');
      await Promise.race([last.terminate(), new Promise((resolve) => setTimeout(resolve, patienceAtEnd).unref())]);
    },
  };
};

/** One look at a time: a share that hangs holds up one call of the system, and nothing else. */
const lookAt = (part: string, onWritten: (bytes: number) => void): NodeJS.Timeout => {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    stat(part)
      .then(({ size }) => onWritten(size))
      .catch(() => {})
      .finally(() => (looking = false));
  }, betweenLooks);
  timer.unref();
  return timer;
};
