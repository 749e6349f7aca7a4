/** Everything that the product imports from `electron`; see README.md. */
import type * as Electron from 'electron';
import { chromium } from 'playwright-core';
import { app } from './app.ts';
import { StandInBrowserWindow, useContext, windows } from './browserWindow.ts';
import { createEvent } from './events.ts';
import { isRequest, report } from './testRequests.ts';

export { app } from './app.ts';
export { StandInBrowserWindow as BrowserWindow } from './browserWindow.ts';
export { ipcMain } from './ipcMain.ts';
export { StandInChannel as MessageChannelMain } from './ports.ts';
export { safeStorage } from './safeStorage.ts';
export { protocol, session } from './session.ts';
export { utilityProcess } from './utilityProcess.ts';

const shortcuts = new Map<string, () => void>();

export const globalShortcut = {
  register: (accelerator, callback) => {
    shortcuts.set(accelerator, callback);
    report({ report: 'shortcuts', accelerators: [...shortcuts.keys()] });
    return true;
  },
  unregisterAll: () => shortcuts.clear(),
} satisfies Pick<Electron.GlobalShortcut, 'register' | 'unregisterAll'>;

export const dialog = {
  showErrorBox: (title, content) => report({ report: 'error-box', title, content }),
} satisfies Pick<Electron.Dialog, 'showErrorBox'>;

export const Menu = {
  setApplicationMenu: (menu) => report({ report: 'menu', shown: menu !== null }),
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'>;

// What every window must be able to do, as Electron declares it.
void (StandInBrowserWindow.prototype satisfies Pick<Electron.BrowserWindow, 'loadURL' | 'isDestroyed' | 'focus' | 'destroy'>);

const open = async (): Promise<void> => {
  const browser = await chromium.connectOverCDP(process.env['STAND_IN_CHROMIUM'] ?? '');
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('Chromium has no context');
  useContext(Promise.resolve(context));
};
app.ready = open();

process.on('message', (message: unknown) => {
  if (!isRequest(message)) return;
  switch (message.request) {
    case 'shortcut':
      return shortcuts.get(message.accelerator)?.();
    case 'key':
      for (const { webContents } of windows) {
        const event = createEvent();
        webContents.emit('before-input-event', event, message.input);
        report({ report: 'key', prevented: event.defaultPrevented });
      }
      return;
    case 'crash-window':
      for (const { webContents } of windows) webContents.forcefullyCrashRenderer();
      return;
    case 'quit':
      return app.quit();
  }
});
