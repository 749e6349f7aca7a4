import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { findBrowser } from '../../browser/findBrowser.ts';
import { connectControl } from '../../control/connectControl.ts';
import { readConfiguration } from '../../station/configuration.ts';
import { createDevices } from '../../../native/devices.ts';
import { findElectron } from '../run/electronRuntime.ts';

export interface Check {
  readonly what: string;
  /** `lacks`: a desk works without it. */
  readonly state: 'works' | 'lacks' | 'fails';
  readonly found: string;
  /** Empty where nothing is to be done. */
  readonly remedy: string;
}

const works = (what: string, found: string): Check => ({ what, state: 'works', found, remedy: '' });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Looks at everything that a station on this machine would lean on. Changes nothing, and starts nothing. */
export const examine = async (dataFolder: string): Promise<readonly Check[]> => {
  const running = await connectControl(dataFolder);
  running?.close();
  const configuration = readConfiguration(dataFolder);
  return [
    works('Node', process.version),
    running === null ? { what: 'station', state: 'lacks', found: `none runs for ${dataFolder}`, remedy: '' } : works('station', `runs for ${dataFolder}`),
    ...(await folderChecks(dataFolder)),
    await databaseCheck(),
    configuration.ok ? works('station.yaml', 'holds, or is not there') : { what: 'station.yaml', state: 'fails', found: configuration.error.message, remedy: configuration.error.remedy },
    running !== null || !configuration.ok ? works('port', 'the running station has it') : await portCheck(configuration.value.listen),
    ...(await deviceChecks()),
    windowCheck(),
    clockCheck(Date.now()),
  ];
};

/** The folder itself, or the nearest one above it that is there already. */
const folderChecks = async (dataFolder: string): Promise<readonly Check[]> => {
  for (let folder = dataFolder; ; folder = dirname(folder)) {
    try {
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      return [
        works('data folder', folder === dataFolder ? folder : `${dataFolder} can be made`),
        { what: 'disk', state: free < leastSpace ? 'fails' : 'works', found: `${Math.round(free / 1e6)} MB free`, remedy: free < leastSpace ? 'Make room: below 200 MB the ledger is soon in trouble.' : '' },
      ];
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && dirname(folder) !== folder;
      if (!missing) return [{ what: 'data folder', state: 'fails', found: reasonOf(error), remedy: 'Give this account the right to read and write there, or name another folder with --data.' }];
    }
  }
};

/** As supervision has it, in bytes. */
const leastSpace = 200_000_000;

const databaseCheck = async (): Promise<Check> => {
  try {
    // Loaded here: where it does not fit, the import itself fails.
    const { sqliteVersion } = await import('../../station/storage/databaseVersion.ts');
    return works('database', `SQLite ${sqliteVersion()}`);
  } catch (error) {
    return { what: 'database', state: 'fails', found: reasonOf(error), remedy: 'Install again with `npm ci` on this machine: its compiled part does not fit.' };
  }
};

const portCheck = (listen: string): Promise<Check> => {
  const at = listen.lastIndexOf(':');
  const host = listen.slice(0, at).replaceAll(/[[\]]/g, '');
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ what: 'port', state: 'fails', found: `${listen}: ${error.message}`, remedy: 'End the program that has it, or choose another one: `listen` in station.yaml.' }));
    server.listen(Number(listen.slice(at + 1)), host, () => server.close(() => resolve(works('port', `${listen} is free; the firewall has to let it in (TCP)`))));
  });
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Milliseconds to look for devices once. */
const searchPatience = 5_000;

const deviceChecks = async (): Promise<readonly Check[]> => {
  const devices = createDevices({ clock: { now: Date.now }, log: silent });
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, searchPatience);
      const stop = devices.onChanged(() => {
        clearTimeout(timer);
        stop();
        resolve();
      });
    });
    const found = devices.list();
    if (found.length === 0) return [{ what: 'pedals', state: 'lacks', found: 'no pedal or button is plugged in', remedy: 'A key or the spot on the screen does as well; docs/wiring.md says which pedals to take.' }];
    return found.map(({ name, state, hint }) => (state === 'ok' ? { ...works(name, 'is there'), remedy: hint ?? '' } : { what: name, state: 'lacks', found: state, remedy: hint ?? '' }));
  } finally {
    await devices.close();
  }
};

const windowCheck = (): Check => {
  const [electron, browser] = [findElectron(), findBrowser()];
  if (electron !== null) return works('window', `Electron: ${electron}`);
  if (browser !== null) return works('window', `in ${browser}`);
  return { what: 'window', state: 'lacks', found: 'neither Electron nor Chromium, Chrome or Edge', remedy: 'Install one of them, or open the address that `quietbell run` prints elsewhere on this machine.' };
};

/** The day on which this was written: no terminal lives before it. */
const earliest = Date.parse('2026-11-24T00:00:00Z');

const clockCheck = (now: number): Check => {
  const found = new Date(now).toISOString();
  return now < earliest ? { what: 'clock', state: 'fails', found, remedy: 'Set it, and let it follow a time server (NTP).' } : works('clock', found);
};
