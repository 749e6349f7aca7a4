/** The hosts in plain Node: the station, its local door and, for `browser`, its window. A composition root. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createDevices } from '../../../native/devices.ts';
import { createRelays } from '../../../native/relays.ts';
import { createBrowserHost } from '../../browser/createBrowserHost.ts';
import type { BrowserHost } from '../../browser/createBrowserHost.ts';
import { findBrowser, hasDisplay } from '../../browser/findBrowser.ts';
import { openBrowserWindow } from '../../browser/openBrowserWindow.ts';
import { done } from '../../contract/index.ts';
import type { Result } from '../../contract/index.ts';
import { openControlSocket } from '../../control/controlSocket.ts';
import { openLog } from '../../control/openLog.ts';
import { openWhenFree } from '../../control/openWhenFree.ts';
import type { Log } from '../../core/environment.ts';
import { createStation } from '../../station/createStation.ts';
import { problemOf } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { announce } from './announce.ts';
import { builtFile } from './programFolder.ts';
import { untilStopped } from './untilStopped.ts';

export interface RunOptions {
  readonly terminal: Terminal;
  readonly dataFolder: string;
  readonly listen: string | null;
  readonly host: 'browser' | 'none';
  /** Opens the window in a browser, where there is one and a screen for it. */
  readonly open: boolean;
}

/** Runs until a signal asks it to end. Fails with what kept it from starting; then nothing is left behind. */
export const runStation = async (options: RunOptions): Promise<Result<null>> => {
  const stopped = untilStopped();
  // The log opens first; that the folder cannot be made is the station's to say.
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 }).catch(() => {});
  const { log, close: closeLog } = await openLog(options.dataFolder);
  const closers: (() => Promise<void> | void)[] = [closeLog];
  // A bug ends the process, since nobody knows what still holds; whoever started it starts it again.
  process.on('uncaughtException', (error) => {
    log.error({ error: error.stack }, 'A fault ended the station');
    closeLog();
    options.terminal.problem(problemOf(error));
    process.exit(1);
  });
  try {
    const started = await start(options, log, closers);
    if (!started.ok) return started;
    log.info({ host: options.host }, 'The station is up');
    log.info({ signal: await stopped }, 'The station was asked to end');
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

const start = async ({ terminal, dataFolder, listen, host, open }: RunOptions, log: Log, closers: (() => Promise<void> | void)[]): Promise<Result<null>> => {
  const devices = createDevices({ clock: { now: Date.now }, log });
  // The station closes them too; where there is none, nobody else would.
  closers.push(devices.close);
  const station = await openWhenFree(dataFolder, () => createStation({ dataFolder, databaseKey: null, listen, live: true, devices, relays: createRelays({ log }), log, expectsWindow: host === 'browser' }));
  if (!station.ok) return station;
  closers.push(station.value.close);

  let window: BrowserHost | null = null;
  if (host === 'browser') {
    const created = await createBrowserHost({ station: station.value, rendererFolder: builtFile('renderer'), log });
    if (!created.ok) return created;
    window = created.value;
    closers.push(window.close);
  }

  const control = await openControlSocket({ dataFolder, station: station.value, log, windowAddress: () => window?.address() ?? null });
  if (!control.ok) return control;
  closers.push(control.value.close);

  const browser = window !== null && open && hasDisplay() ? findBrowser() : null;
  if (window !== null && browser !== null) {
    if (process.getuid?.() === 0) terminal.progress("Running as root: the browser starts without its sandbox. Run the desk as an ordinary account.");
    const shown = openBrowserWindow({ browser, address: window.address, profileFolder: join(dataFolder, 'browser'), placement: 'kiosk', log });
    closers.push(shown.close);
  }
  await announce(terminal, station.value.client('command'), window?.address() ?? null, browser !== null);
  return done(null);
};
