import type { BrowserWindow, WebContents } from 'electron';
import type { Log } from '../core/environment.ts';
import { recoveredAfter, restartDelay } from '../control/backOff.ts';
import { deskOrigin } from './deskAddress.ts';

export interface WindowDependencies {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly preload: string;
  /** Full screen with nothing beside it; false for trying things out. */
  readonly kiosk: boolean;
  /** Shut in the packaged program. */
  readonly developerTools: boolean;
  /** Called with the contents of each window that is made. */
  readonly onContents: (contents: WebContents) => void;
  readonly log: Log;
}

export interface DeskWindow {
  readonly contents: () => WebContents | null;
  /** Brings the window to the front: somebody started the program a second time. */
  readonly show: () => void;
  /** Lets the window close for good. */
  readonly release: () => void;
}

/** Milliseconds that a page may hang before it is ended and loaded again. */
const hangPatience = 5_000;

/** Opens the desk's one window and keeps it open: a page that dies or hangs is loaded again, a closed window is opened again. */
export const openDeskWindow = (dependencies: WindowDependencies): DeskWindow => {
  const { log } = dependencies;
  let window: BrowserWindow | null = null;
  let released = false;
  let deaths = 0;

  const open = (): void => {
    const opened = new dependencies.BrowserWindow({
      title: 'Quietbell',
      show: true,
      width: 1280,
      height: 800,
      kiosk: dependencies.kiosk,
      fullscreen: dependencies.kiosk,
      autoHideMenuBar: true,
      backgroundColor: '#ffffff',
      webPreferences: {
        preload: dependencies.preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: dependencies.developerTools,
        // The spelling checker would fetch its dictionaries from the internet.
        spellcheck: false,
        // Another program may lie in front: alarms have to show all the same.
        backgroundThrottling: false,
      },
    });
    window = opened;
    dependencies.onContents(opened.webContents);
    keepAlive(opened);
    load(opened);
  };

  const load = (opened: BrowserWindow): void => {
    opened.loadURL(`${deskOrigin}/`).catch((error: unknown) => log.error({ error: String(error) }, 'The window did not load'));
  };

  const keepAlive = (opened: BrowserWindow): void => {
    let loadedAt = performance.now();
    let hanging: NodeJS.Timeout | undefined;
    opened.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      clearTimeout(hanging);
      if (released) return;
      deaths = performance.now() - loadedAt > recoveredAfter ? 1 : deaths + 1;
      const delay = restartDelay(deaths);
      log.error({ reason, exitCode, deaths, delay }, 'The window died and is loaded again');
      setTimeout(() => {
        if (released || opened.isDestroyed()) return;
        loadedAt = performance.now();
        load(opened);
      }, delay);
    });
    opened.on('unresponsive', () => {
      log.warn({}, 'The window hangs');
      hanging = setTimeout(() => opened.webContents.forcefullyCrashRenderer(), hangPatience);
    });
    opened.on('responsive', () => clearTimeout(hanging));
    opened.on('closed', () => {
      clearTimeout(hanging);
      window = null;
      if (!released) open();
    });
  };

  open();

  return {
    contents: () => window?.webContents ?? null,
    show: () => window?.focus(),
    release: () => {
      released = true;
      window?.destroy();
    },
  };
};
