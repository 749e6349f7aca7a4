import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type * as Electron from 'electron';
import type { BrowserContext } from 'playwright-core';
import { app } from './app.ts';
import { createEvent } from './events.ts';
import { StandInWebContents } from './webContents.ts';

/** Refuses to open a window that could do more than show the desk. */
const demanded = { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false } satisfies Electron.WebPreferences;

let context: Promise<BrowserContext> = Promise.reject(new Error('No Chromium was given'));
context.catch(() => undefined);
export const useContext = (opening: Promise<BrowserContext>): void => {
  context = opening;
};

export const windows = new Set<StandInBrowserWindow>();

export class StandInBrowserWindow extends EventEmitter {
  readonly webContents: StandInWebContents;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { webPreferences } = options;
    for (const [name, value] of Object.entries(demanded)) {
      if (webPreferences?.[name as keyof typeof demanded] !== value) throw new Error(`A window was asked for without ${name}: ${value}`);
    }
    this.webContents = new StandInWebContents({ context, preload: readFileSync(webPreferences?.preload ?? '', 'utf8') });
    windows.add(this);
    app.emit('web-contents-created', createEvent(), this.webContents);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  focus(): void {
    this.emit('focus');
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.delete(this);
    this.webContents.destroy();
    this.emit('closed');
  }
}
