/** The station in plain Node: with its local door and, for `browser`, what its window is made of. A composition root. */
import { mkdir } from 'node:fs/promises';
import { createDevices } from '../../../native/devices.ts';
import { createRelays } from '../../../native/relays.ts';
import { createBrowserHost } from '../../browser/createBrowserHost.ts';
import type { BrowserHost, WindowPlace } from '../../browser/createBrowserHost.ts';
import { done } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { openControlSocket } from '../../control/controlSocket.ts';
import { openLog } from '../../control/openLog.ts';
import { openWhenFree } from '../../control/openWhenFree.ts';
import type { Log } from '../../core/environment.ts';
import { createStation } from '../../station/createStation.ts';
import { factsOf } from './announce.ts';
import type { StationFacts } from './keeperMessages.ts';
import { builtFile } from './programFolder.ts';

export interface StationRunOptions {
  readonly dataFolder: string;
  readonly listen: string | null;
  readonly host: 'browser' | 'none';
  /** Where the window of an earlier life was, and what it lets in. */
  readonly place: WindowPlace;
  /** Resolves, with what asked, when the station is to end. */
  readonly stopped: Promise<string>;
  /** Told once, when everything stands; with the port of the window, null where there is none. */
  readonly onUp: (facts: StationFacts, windowPort: number | null) => void;
}

/** Runs until it is asked to end. Fails with what kept it from starting; then nothing is left behind. */
export const runStation = async (options: StationRunOptions): Promise<Result<null>> => {
  // The log opens first; that the folder cannot be made is the station's to say.
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 }).catch(() => {});
  const { log, close: closeLog } = await openLog(options.dataFolder);
  const closers: (() => Promise<void> | void)[] = [closeLog];
  // A bug ends the process, since nobody knows what still holds; the keeper starts it again.
  process.on('uncaughtException', (error) => {
    log.error({ error: error.stack }, 'A fault ended the station');
    closeLog();
    process.exit(1);
  });
  try {
    const started = await start(options, log, closers);
    if (!started.ok) return started;
    log.info({ host: options.host }, 'The station is up');
    log.info({ asked: await options.stopped }, 'The station was asked to end');
    setTimeout(() => giveUp(log), patience).unref();
    return done(null);
  } finally {
    for (const close of closers.reverse()) await close();
  }
};

/** Milliseconds for an orderly end. */
const patience = 10_000;

const giveUp = (log: Log): void => {
  log.error({}, 'The station did not end in time');
  process.exit(1);
};

const start = async ({ dataFolder, listen, host, place, onUp }: StationRunOptions, log: Log, closers: (() => Promise<void> | void)[]): Promise<Result<null>> => {
  const devices = createDevices({ clock: { now: Date.now }, log });
  // The station closes them too; where there is none, nobody else would.
  closers.push(devices.close);
  const station = await openWhenFree(dataFolder, () => createStation({ dataFolder, databaseKey: null, listen, live: true, devices, relays: createRelays({ log }), log, expectsWindow: host === 'browser' }));
  if (!station.ok) return station;
  closers.push(station.value.close);

  let window: BrowserHost | null = null;
  if (host === 'browser') {
    const created = await createBrowserHost({ station: station.value, rendererFolder: builtFile('renderer'), log, place });
    if (!created.ok) return created;
    window = created.value;
    closers.push(window.close);
  }

  const control = await openControlSocket({ dataFolder, station: station.value, log, windowAddress: () => window?.address() ?? null });
  if (!control.ok) return control;
  closers.push(control.value.close);

  onUp({ ...(await factsOf(station.value.client('command'), window?.address() ?? null)), pid: process.pid }, window?.port ?? null);
  return done(null);
};
