import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Binding, Capture, Device } from '../../../main/contract/trigger.ts';
import { newsSchema } from './devicesMessages.ts';
import type { News, Order } from './devicesMessages.ts';
import type { Testbed } from './testbed.ts';

/** A child process with the real node-hid on the emulated devices of a testbed. */
export interface RunningDevices {
  readonly watch: (bindings: readonly Binding[]) => void;
  readonly capture: () => void;
  readonly stopCapture: () => void;
  /** All that was said so far, oldest first. */
  readonly said: readonly News[];
  readonly presses: (binding: Binding) => number;
  readonly releases: (binding: Binding) => number;
  readonly captured: () => readonly Capture[];
  /** What the list of devices said last. */
  readonly list: () => readonly Device[];
  /** Waits until it holds, looking whenever something is said; fails after ten seconds with what was said. */
  readonly until: (holds: () => boolean) => Promise<void>;
  /** Closes the devices and waits for the process to end by itself. Its exit code. */
  readonly end: () => Promise<number | null>;
}

/** `uid`: the account it runs under; possible only for root. */
export const startDevices = (bed: Testbed, options: { readonly uid?: number } = {}): RunningDevices => {
  const child = fork(fileURLToPath(new URL('devicesChild.ts', import.meta.url)), { env: bed.env(), execArgv: [], ...options });
  const ended = once(child, 'exit');
  const said: News[] = [];
  const checks = new Set<() => void>();
  child.on('message', (message) => {
    said.push(newsSchema.parse(message));
    for (const check of checks) check();
  });
  const order = (what: Order): void => void child.send(what);
  const list = (): readonly Device[] => said.findLast((news) => news.news === 'devices')?.devices ?? [];
  const count = (binding: Binding, pressed: boolean): number =>
    said.filter((news) => news.news === 'element' && news.binding === binding.id && news.pressed === pressed).length;

  return {
    said,
    list,
    watch: (bindings) => order({ order: 'watch', bindings: [...bindings] }),
    capture: () => order({ order: 'capture' }),
    stopCapture: () => order({ order: 'stop capture' }),
    presses: (binding) => count(binding, true),
    releases: (binding) => count(binding, false),
    captured: () => said.flatMap((news) => (news.news === 'capture' ? [news.capture] : [])),
    until: (holds) =>
      new Promise((resolve, reject) => {
        const finish = (end: () => void): void => {
          clearTimeout(limit);
          checks.delete(check);
          end();
        };
        const check = (): void => {
          if (holds()) finish(resolve);
        };
        const limit = setTimeout(() => finish(() => reject(new Error(`Waited in vain for ${holds.toString()}; said: ${JSON.stringify(said.slice(-8), null, 1)}`))), 10_000);
        checks.add(check);
        check();
      }),
    end: async () => {
      if (child.exitCode === null && child.connected) order({ order: 'close' });
      const [code] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
};
