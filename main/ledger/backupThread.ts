import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { backedUpFilesSchema, madeBackupSchema, type BackedUpFiles, type BackupState, type MadeBackup } from '../contract/backup.ts';
import { done, failed, problemSchema, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { FilesProgress } from './backupFiles.ts';
import type { BackupOrder } from './writeBackup.ts';

/**
 * Makes backups in a thread of their own with a connection of their own, which only reads: no press waits for one (decisions 14 and 16). Everything that touches
 * the folder of the backups happens there, since a network share may hang; a thread that hangs is given up, and no other begun before it has ended.
 */
export interface BackupThread {
  /** One at a time: `BackupRunning`. The errors of `makeBackup`; `BackupFailed` too when the ledger takes too long. What is given up while its files follow is a backup that says so. */
  readonly make: (order: BackupOrder) => Promise<Result<MadeBackup>>;
  /** As the contract has it; null while none is made. */
  readonly progress: () => BackupState['running'];
  /** Files wait for as long as this holds, wherever they are. */
  readonly letFilesWait: (wait: boolean) => void;
  /** Gives up the one that is being made, if any. Where its ledger is there already it stays, and so do the files that came so far. */
  readonly stop: () => void;
  /** Waits a moment for one that is being made to be given up. */
  readonly close: () => Promise<void>;
}

/** Milliseconds: until the folder has answered, also for each part of a file; then for each megabyte of the ledger besides; slower than any disk or share that is of use. */
export interface BackupLimits {
  readonly toBegin: number;
  readonly perMegabyte: number;
}
const defaultLimits: BackupLimits = { toBegin: 60_000, perMegabyte: 3_000 };
const betweenLooks = 500;
const patienceAtEnd = 2_000;

const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begun'), part: z.string(), bytes: z.number() }),
  z.object({ type: z.literal('ledger'), made: madeBackupSchema }),
  z.object({ type: z.literal('files'), progress: z.object({ soFar: backedUpFilesSchema, written: z.number(), expected: z.number(), done: z.number(), of: z.number() }) }),
  z.object({ type: z.literal('end'), outcome: z.union([z.object({ ok: z.literal(true), value: madeBackupSchema }), z.object({ ok: z.literal(false), error: problemSchema })]) }),
]);
export type FromBackupThread =
  | { readonly type: 'begun'; readonly part: string; readonly bytes: number }
  | { readonly type: 'ledger'; readonly made: MadeBackup }
  | { readonly type: 'files'; readonly progress: FilesProgress }
  | { readonly type: 'end'; readonly outcome: Result<MadeBackup> };

/** Beside this file in the sources; in `dist/` every file lies one folder deep, and this one in any of them. */
const program = new URL(`../ledger/backupWorker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

export const createBackupThread = (log: Log, limits: BackupLimits = defaultLimits): BackupThread => {
  /** Shared with the thread, which has no time to read messages: 1 while files wait. */
  const waits = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  let worker: Worker | null = null;
  let progress: BackupState['running'] = null;
  let giveUp = (_message: string, _remedy: string): void => {};
  const giveUpFor = (reason: string): void => {
    log.error({ reason }, 'a backup was given up');
    giveUp(`The backup was given up: ${reason}.`, 'Check the disk or the network share that it goes to, then try again.');
  };

  const run = (order: BackupOrder): Promise<Result<MadeBackup>> =>
    new Promise((resolve) => {
      const started = new Worker(program, { workerData: { order, waits } });
      worker = started;
      progress = { written: 0, expected: 0 };
      let looking: NodeJS.Timeout | null = null;
      let ledgerMade: MadeBackup | null = null;
      let files: BackedUpFiles = noFilesYet;
      let settled = false;
      const settle = (outcome: Result<MadeBackup>): void => {
        if (settled) return;
        settled = true;
        clearTimeout(limit);
        if (looking !== null) clearInterval(looking);
        if (worker === null || worker === started) progress = null;
        resolve(outcome);
      };
      /** The ledger is there already, or there is no backup. */
      const settleWithout = (message: string, remedy: string): void => settle(ledgerMade === null ? failed('BackupFailed', message, remedy, 'file') : done({ ...ledgerMade, files: { ...files, problem: { message, remedy } } }));
      giveUp = (message, remedy) => {
        void started.terminate();
        settleWithout(message, remedy);
      };
      const within = (milliseconds: number, reason: string): void => {
        clearTimeout(limit);
        limit = setTimeout(() => giveUpFor(reason), milliseconds);
      };
      let limit = setTimeout(() => giveUpFor('its folder does not answer'), limits.toBegin);
      started.on('message', (message: unknown) => {
        // What a thread that was given up still said before it ended.
        if (settled) return;
        const told = messageSchema.parse(message);
        switch (told.type) {
          case 'begun':
            progress = { written: 0, expected: told.bytes };
            within(limits.toBegin + (limits.perMegabyte * told.bytes) / 1_000_000, 'it took too long');
            looking = lookAt(told.part, (written) => (progress = progress === null || progress.files !== undefined ? progress : { ...progress, written: Math.min(written, progress.expected) }));
            return;
          case 'ledger':
            ledgerMade = told.made;
            if (looking !== null) clearInterval(looking);
            within(limits.toBegin, 'its folder does not answer');
            return;
          case 'files':
            files = told.progress.soFar;
            progress = { written: Math.min(told.progress.written, told.progress.expected), expected: told.progress.expected, files: { done: told.progress.done, of: told.progress.of } };
            within(limits.toBegin, 'its folder does not answer');
            return;
          case 'end':
            worker = null;
            settle(told.outcome);
        }
      });
      started.on('error', (error) => giveUpFor(String(error)));
      started.on('exit', () => {
        if (worker === started) worker = null;
        settleWithout('The thread that made the backup ended.', 'Try again; if it happens again, look into station.log.');
      });
      started.unref();
    });

  return {
    make: (order) => (worker === null ? run(order) : Promise.resolve(failed('BackupRunning', progress === null ? 'The last backup hangs on its folder and has not ended yet.' : 'A backup is being made at this moment.', 'Wait until it is done, then try again.'))),
    progress: () => progress,
    letFilesWait: (wait) => {
      if (Atomics.exchange(new Int32Array(waits), 0, Number(wait)) !== Number(wait)) Atomics.notify(new Int32Array(waits), 0);
    },
    stop: () => {
      if (progress === null) return;
      log.info({}, 'a backup was stopped');
      giveUp('The backup was stopped.', 'What was written of the files stays, and the next backup goes on there.');
    },
    close: async () => {
      const last = worker;
      if (last === null) return;
      if (progress !== null) giveUpFor('the station ends');
      await Promise.race([last.terminate(), new Promise((resolve) => setTimeout(resolve, patienceAtEnd).unref())]);
    },
  };
};

const noFilesYet: BackedUpFiles = { held: 0, bytes: 0, added: 0, away: 0, problem: null };

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
