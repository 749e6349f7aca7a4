import { statfs } from 'node:fs/promises';
import type { Log, Stop } from '../../core/environment.ts';
import type { DiskFacts } from '../../core/fault/stationFindings.ts';

const pause = 10_000;

export interface DiskWatch {
  readonly facts: () => DiskFacts;
  readonly stop: Stop;
}

/** Asks again and again how much room the data folder's disk has. A disk that hangs keeps one call waiting, and nothing else. */
export const createDiskWatch = (folder: string, log: Log): DiskWatch => {
  let facts: DiskFacts = { free: null, hangs: false };
  let asking = false;
  const look = async (): Promise<void> => {
    if (asking) {
      facts = { ...facts, hangs: true };
      return;
    }
    asking = true;
    try {
      const { bavail, bsize } = await statfs(folder);
      facts = { free: bavail * bsize, hangs: false };
    } catch (error) {
      log.warn({ error: String(error) }, 'the space on the disk cannot be told');
      facts = { free: null, hangs: false };
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void look(), pause);
  timer.unref();
  void look();
  return { facts: () => facts, stop: () => clearInterval(timer) };
};
