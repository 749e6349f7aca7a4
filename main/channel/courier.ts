import { isDeepStrictEqual } from 'node:util';
import type { Courier, UsableChannel } from '../core/channel/courier.ts';
import { createListeners } from '../core/listeners.ts';
import type { DriverDependencies } from './driver.ts';
import type { Drivers } from './drivers.ts';
import { createLane, type Lane } from './lane.ts';
import { createLookup } from './lookup.ts';

/**
 * Puts each channel into a lane of its own: its driver, its time limit, its checks. Tries on one channel may run side by side; a driver
 * whose protocol allows only one at a time queues them itself.
 */
export const createCourier = (deps: DriverDependencies, drivers: Drivers, random: () => number = Math.random): Courier => {
  const { log } = deps;
  const lookup = deps.lookup ?? createLookup();
  const changes = createListeners<void>(log);
  let lanes: ReadonlyMap<string, Lane> = new Map();
  let supervised: ReadonlySet<string> = new Set();
  /** Replaced or removed, with tries still under way. */
  const retired = new Set<Lane>();

  const open = (channel: UsableChannel): Lane => {
    const lane = createLane(channel, { ...deps, lookup, drivers, random, changed: () => changes.tell() });
    lane.supervise(supervised.has(channel.id));
    return lane;
  };

  const retire = (lane: Lane): void => {
    retired.add(lane);
    void lane.close('after what is under way').finally(() => retired.delete(lane));
  };

  return {
    use: (channels) => {
      const before = lanes;
      lanes = new Map(
        channels.map((channel) => {
          const known = before.get(channel.id);
          return [channel.id, known !== undefined && isDeepStrictEqual(known.channel, channel) ? known : open(channel)];
        }),
      );
      for (const [id, lane] of before) if (lanes.get(id) !== lane) retire(lane);
      changes.tell();
    },
    supervise: (channels) => {
      if (isDeepStrictEqual(channels, supervised)) return;
      supervised = channels;
      for (const [id, lane] of lanes) lane.supervise(channels.has(id));
      changes.tell();
    },
    attempt: async (channel, message, attempt) => (await lanes.get(channel)?.attempt(message, attempt)) ?? { outcome: 'failed', answer: 'There is no such channel on this station.' },
    states: () => new Map([...lanes].map(([id, lane]) => [id, lane.state()])),
    onChanged: changes.add,
    close: async () => {
      const all = [...lanes.values(), ...retired];
      lanes = new Map();
      await Promise.all(all.map((lane) => lane.close('at once')));
    },
  };
};
