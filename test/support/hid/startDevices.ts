import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Binding, Capture, Device, DeviceMatch } from '../../../main/contract/trigger.ts';
import { newsSchema } from './devicesMessages.ts';
import type { News, Order } from './devicesMessages.ts';
import type { Part } from '../../../main/core/trigger/gesture.ts';
import type { Testbed } from './testbed.ts';

/** A child process with the real node-hid on the emulated devices of a testbed. */
export interface RunningDevices {
  readonly watch: (bindings: readonly Binding[]) => void;
  readonly setStuckAfter: (seconds: number) => void;
  readonly capture: () => void;
  readonly stopCapture: () => void;
  /** All that was said so far, oldest first. */
  readonly said: readonly News[];
  readonly presses: (binding: Binding, part?: Part) => number;
  readonly releases: (binding: Binding) => number;
  readonly captured: () => readonly Capture[];
  /** What the list of devices said last. */
  readonly list: () => readonly Device[];
  /** Waits until it holds, looking whenever something is said; fails after ten seconds with what was said. */
  readonly until: (holds: () => boolean) => Promise<void>;
  /** What `Relays` answers, as it came over from the child. */
  readonly relayBoards: () => Promise<unknown>;
  readonly switchRelay: (board: DeviceMatch, contact: number, closed: boolean) => Promise<unknown>;
  readonly readRelays: (board: DeviceMatch) => Promise<unknown>;
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
  const until = (holds: () => boolean): Promise<void> =>
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
    });
  const order = (what: Order): void => void child.send(what);
  const list = (): readonly Device[] => said.findLast((news) => news.news === 'devices')?.devices ?? [];
  const count = (binding: Binding, pressed: boolean, part: Part = 'first'): number =>
    said.filter((news) => news.news === 'element' && news.binding === binding.id && news.part === part && news.pressed === pressed).length;
  let jobs = 0;
  const relayJob = async (make: (job: number) => Order): Promise<unknown> => {
    const job = ++jobs;
    order(make(job));
    const answer = (): News | undefined => said.find((news) => news.news === 'relay' && news.job === job);
    await until(() => answer() !== undefined);
    const answered = answer();
    return answered?.news === 'relay' ? answered.answer : undefined;
  };

  return {
    said,
    list,
    watch: (bindings) => order({ order: 'watch', bindings: [...bindings] }),
    capture: () => order({ order: 'capture' }),
    stopCapture: () => order({ order: 'stop capture' }),
    setStuckAfter: (seconds) => order({ order: 'stuck after', seconds }),
    presses: (binding, part) => count(binding, true, part),
    releases: (binding) => count(binding, false),
    captured: () => said.flatMap((news) => (news.news === 'capture' ? [news.capture] : [])),
    until,
    relayBoards: () => relayJob((job) => ({ order: 'relay boards', job })),
    switchRelay: (board, contact, closed) => relayJob((job) => ({ order: 'switch', job, board, contact, closed })),
    readRelays: (board) => relayJob((job) => ({ order: 'read relays', job, board })),
    end: async () => {
      if (child.exitCode === null && child.connected) order({ order: 'close' });
      const [code] = await ended;
      return typeof code === 'number' ? code : null;
    },
  };
};
