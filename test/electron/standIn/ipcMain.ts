import { EventEmitter } from 'node:events';

/** Messages of all windows, by channel. */
export const ipcMain = new EventEmitter();
