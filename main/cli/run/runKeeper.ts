/** `quietbell run` without Electron: the keeper of the station's process, and the browser that shows its window. A composition root. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser, hasDisplay } from '../../browser/findBrowser.ts';
import { openBrowserWindow } from '../../browser/openBrowserWindow.ts';
import type { BrowserWindow } from '../../browser/openBrowserWindow.ts';
import type { Result } from '../../contract/index.ts';
import { connectControl } from '../../control/connectControl.ts';
import { openLog } from '../../control/openLog.ts';
import type { Terminal } from '../terminal.ts';
import { announce } from './announce.ts';
import { keepStation } from './keepStation.ts';
import { untilStopped } from './untilStopped.ts';

export interface RunOptions {
  readonly terminal: Terminal;
  readonly dataFolder: string;
  readonly listen: string | null;
  readonly host: 'browser' | 'none';
  /** Opens the window in a browser, where there is one and a screen for it. */
  readonly open: boolean;
}

/** Runs until a signal asks it to end. Fails with what kept the station from starting; then nothing is left behind. */
export const runKeeper = async ({ terminal, dataFolder, listen, host, open }: RunOptions): Promise<Result<null>> => {
  const stopped = untilStopped();
  // The log opens first; that the folder cannot be made is the station's to say.
  await mkdir(dataFolder, { recursive: true, mode: 0o700 }).catch(() => {});
  const { log, close: closeLog } = await openLog(dataFolder, 'host.log');
  const browser = host === 'browser' && open && hasDisplay() ? findBrowser() : null;
  let window: BrowserWindow | null = null;

  const showWindow = (program: string): void => {
    if (process.getuid?.() === 0) terminal.progress('Running as root: the browser starts without its sandbox. Run the desk as an ordinary account.');
    window = openBrowserWindow({ browser: program, address: () => freshAddress(dataFolder), profileFolder: join(dataFolder, 'browser'), placement: 'kiosk', log });
  };

  try {
    return await keepStation({
      dataFolder,
      listen,
      host,
      log,
      stopped,
      onUp: (facts, again) => {
        if (again) return terminal.progress('The station had ended unasked; it is up again.');
        if (browser !== null) showWindow(browser);
        announce(terminal, facts, browser !== null);
      },
    });
  } finally {
    await closing(window);
    closeLog();
  }
};

const closing = async (window: BrowserWindow | null): Promise<void> => window?.close();

/** @throws while the station is away; whoever opens windows tries again. */
const freshAddress = async (dataFolder: string): Promise<string> => {
  const station = await connectControl(dataFolder);
  const address = await station?.windowAddress();
  station?.close();
  if (address == null) throw new Error('The station gives out no address of its window at the moment');
  return address;
};
