import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { createEvent } from './events.ts';
import { killUtilityProcesses } from './utilityProcess.ts';

class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>([['userData', process.env['STAND_IN_USER_DATA'] ?? '']]);
  #lock: string | null = null;
  /** Set by the module that opens Chromium. */
  ready: Promise<void> = Promise.resolve();

  whenReady(): Promise<void> {
    return this.ready;
  }

  enableSandbox(): void {}

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.#paths.get(name) ?? '';
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  /** One instance a user data folder, as in Electron; a second one wakes the first with a signal. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    const file = join(folder, 'stand-in.lock');
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
    } catch {
      process.kill(Number(readFileSync(file, 'utf8')), 'SIGUSR2');
      return false;
    }
    this.#lock = file;
    process.on('SIGUSR2', () => this.emit('second-instance', createEvent(), [], folder, null));
    return true;
  }

  quit(): void {
    const event = createEvent();
    this.emit('before-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(status = 0): void {
    killUtilityProcesses();
    if (this.#lock !== null) rmSync(this.#lock, { force: true });
    process.exit(status);
  }
}

export const app = new StandInApp() satisfies Pick<Electron.App, 'isPackaged' | 'whenReady' | 'enableSandbox' | 'getPath' | 'setPath' | 'requestSingleInstanceLock' | 'quit' | 'exit'>;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
