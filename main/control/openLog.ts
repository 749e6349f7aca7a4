import { openSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Log } from '../core/environment.ts';

export interface LogFile {
  readonly log: Log;
  /** Writes out what is still in memory; to be called last. */
  readonly close: () => void;
}

/** A log beyond this many bytes is set aside at the next start; one older file is kept. */
const longestLog = 10_000_000;

/**
 * A log in the data folder, one JSON object a line, readable by its owner only: `station.log`, and beside it `host.log`
 * where the host is a process of its own. `QUIETBELL_LOG` sets the level (`debug`, `info`, `warn`, `error`). A full
 * disk or lost folder silences the log and nothing else.
 */
export const openLog = async (dataFolder: string, name: 'station.log' | 'host.log' = 'station.log', level = process.env['QUIETBELL_LOG'] ?? 'info'): Promise<LogFile> => {
  const file = join(dataFolder, name);
  await setAside(file);
  const opened = openFile(file);
  if (opened === null) return silentLog;
  const destination = pino.destination({ dest: opened, sync: false });
  let writable = true;
  destination.on('error', () => {
    writable = false;
  });
  const log = pino({ level: Object.hasOwn(pino.levels.values, level) ? level : 'info', base: null }, destination);
  return {
    log,
    close: () => {
      try {
        if (writable) destination.flushSync();
      } catch {
        // The disk is full; there is nobody left to tell.
      }
    },
  };
};

/** Opened here and not by pino, which would throw at the first line where it cannot be. */
const openFile = (file: string): number | null => {
  try {
    return openSync(file, 'a', 0o600);
  } catch {
    return null;
  }
};

const silentLog: LogFile = { log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }, close: () => {} };

const setAside = async (file: string): Promise<void> => {
  try {
    if ((await stat(file)).size > longestLog) await rename(file, `${file}.1`);
  } catch {
    // No log yet, or a folder that cannot be written: the station itself says so.
  }
};
