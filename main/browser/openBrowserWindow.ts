import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Log } from '../core/environment.ts';

/** The whole screen without a way out for those in front of it, or a window of this place and size in pixels. */
export type Placement = 'kiosk' | { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export interface BrowserWindowOptions {
  readonly browser: string;
  /** Asked before each start, since an address holds once. */
  readonly address: () => string | Promise<string>;
  /** The browser keeps its profile here, apart from the one people use. */
  readonly profileFolder: string;
  readonly placement: Placement;
  readonly log: Log;
}

export interface BrowserWindow {
  /** Ends the browser and does not start it again. */
  readonly close: () => Promise<void>;
}

/** Milliseconds before a browser that ended is started again; doubles while it ends at once, up to the longest. */
const firstPause = 500;
const longestPause = 30_000;
/** A browser that lived this long in milliseconds had started well. */
const goodLife = 60_000;
/** Milliseconds it is given to end by itself. */
const patience = 3000;

/** Opens the window in the machine's browser and keeps it open: the desk must not stay dark after a crash or an Alt+F4. */
export const openBrowserWindow = (options: BrowserWindowOptions): BrowserWindow => {
  let closing = false;
  let pause = firstPause;
  let restart: NodeJS.Timeout | undefined;
  let browser: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const startedAt = performance.now();
    try {
      const address = await options.address();
      if (!closing) await untilEnded((browser = spawn(options.browser, browserArguments({ ...options, address }), { stdio: 'ignore' })));
    } catch (error) {
      options.log.error({ error: String(error) }, 'The browser could not be started');
    }
    if (closing) return;
    if (performance.now() - startedAt > goodLife) pause = firstPause;
    options.log.warn({ pause }, 'The browser ended; starting it again');
    restart = setTimeout(start, pause);
    pause = Math.min(pause * 2, longestPause);
  };
  void start();

  return {
    close: async () => {
      closing = true;
      clearTimeout(restart);
      if (browser !== undefined) await end(browser);
    },
  };
};

/** Exported for its test: what the browser is told. */
export const browserArguments = ({ address, profileFolder, placement }: Pick<BrowserWindowOptions, 'profileFolder' | 'placement'> & { readonly address: string }): readonly string[] => [
  `--app=${address}`,
  `--user-data-dir=${profileFolder}`,
  ...(placement === 'kiosk' ? ['--kiosk', '--start-fullscreen'] : [`--window-position=${placement.x},${placement.y}`, `--window-size=${placement.width},${placement.height}`]),
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  // Chromium refuses its sandbox to root; whoever runs the desk as root is told so when it starts.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const untilEnded = (browser: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    browser.on('error', reject);
    browser.on('close', () => resolve());
  });

const end = (browser: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (browser.exitCode !== null || browser.signalCode !== null || browser.pid === undefined) return resolve();
    const force = setTimeout(() => browser.kill('SIGKILL'), patience);
    browser.once('close', () => {
      clearTimeout(force);
      resolve();
    });
    browser.kill();
  });
