/**
 * The Electron host. The main process owns the window, what it may do, the key store and the restarting of the other two
 * processes: nothing else. Everything that a desk does happens in the station's process, see `station.ts`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, globalShortcut, ipcMain, Menu, MessageChannelMain, protocol, safeStorage, session, utilityProcess } from 'electron';
import { v7 as newId } from 'uuid';
import type { Problem } from '../contract/index.ts';
import { listRendererFiles } from '../control/rendererFiles.ts';
import { openLog } from '../control/openLog.ts';
import { channels } from './channels.ts';
import { answerFrom, deskScheme } from './deskProtocol.ts';
import { hardenContents, hardenSession } from './harden.ts';
import { createKeyPresses, repeatsShortcuts } from './keyPresses.ts';
import { databaseKeyOf, keyStoreFindings } from './keyStore.ts';
import { readOptions } from './options.ts';
import { isDeskFrame } from './senderCheck.ts';
import { createShortcuts } from './shortcuts.ts';
import { startStationProcess } from './stationProcess.ts';
import { openDeskWindow } from './window.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const options = readOptions(process.argv.slice(1));
// Chromium's own files lie inside the data folder: each data folder is an instance of its own.
app.setPath('userData', join(options.dataFolder, 'window'));
app.enableSandbox();
protocol.registerSchemesAsPrivileged([deskScheme]);

/** Says in front of everybody why the program cannot run; only ever before the desk has shown. */
const refuse = (problem: Problem): void => {
  dialog.showErrorBox('Quietbell cannot start', `${problem.message}\n\n${problem.remedy}`);
  app.exit(1);
};

const start = async (): Promise<void> => {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const { log, close: closeLog } = await openLog(options.dataFolder, 'host.log');
  // Electron would show a box on the counter.
  process.on('uncaughtException', (error) => log.error({ error: error.stack }, 'A fault in the main process'));

  await app.whenReady();
  const files = await listRendererFiles(here('../renderer'));
  if (!files.ok) return refuse(files.error);
  const keyStore = { safeStorage, platform: process.platform };
  const databaseKey = await databaseKeyOf(options.dataFolder, keyStore);
  if (!databaseKey.ok) return refuse(databaseKey.error);

  Menu.setApplicationMenu(null);
  hardenSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  protocol.handle(deskScheme.scheme, answerFrom(files.value));

  const keyPresses = createKeyPresses({
    repeats: repeatsShortcuts(process.platform),
    tell: (binding, pressed) => station.edge({ id: newId(), binding: binding.id, pressed }),
  });
  const shortcuts = createShortcuts({ globalShortcut, keyPresses, log });

  const station = startStationProcess({
    fork: () => utilityProcess.fork(here('./station.js'), [], { serviceName: 'Quietbell station' }),
    makeChannel: () => new MessageChannelMain(),
    start: { type: 'start', dataFolder: options.dataFolder, databaseKey: databaseKey.value, listen: options.listen, hostFindings: await keyStoreFindings(keyStore) },
    log,
    onBindings: shortcuts.watch,
    onRefused: refuse,
  });

  ipcMain.on(channels.requestPort, ({ sender, senderFrame }) => {
    if (!isDeskFrame(senderFrame)) return log.warn({ url: senderFrame?.url }, 'A stranger asked for the station and was refused');
    station.connectWindow((port) => (sender.isDestroyed() ? port.close() : sender.postMessage(channels.port, null, [port])));
  });

  ipcMain.on(channels.pauseKeys, ({ senderFrame }, paused: unknown) => {
    if (isDeskFrame(senderFrame)) shortcuts.pause(paused === true);
  });

  const window = openDeskWindow({
    BrowserWindow,
    preload: here('./preload.cjs'),
    kiosk: !options.windowed,
    developerTools: !app.isPackaged,
    onContents: shortcuts.hearIn,
    log,
  });

  app.on('second-instance', window.show);
  app.on('window-all-closed', () => log.debug({}, 'No window is open'));
  app.on('before-quit', (event) => {
    event.preventDefault();
    log.info({}, 'Closing');
    window.release();
    globalShortcut.unregisterAll();
    void station.close().then(() => {
      closeLog();
      app.exit(0);
    });
  });
};

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => refuse({ type: 'DataFolderUnusable', message: `Quietbell cannot work in ${options.dataFolder}: ${String(error)}.`, remedy: 'Check that this account may write there, or choose another folder with --data.' }));
} else {
  app.exit(0);
}
