import type { Clock } from '../core/environment.ts';

/** A moment of the hybrid logical clock (Kulkarni et al., 2014): milliseconds, then a counter. */
export interface Tick {
  readonly wall: number;
  readonly counter: number;
}

/** A remote moment further ahead than this does not pull the local clock along. Milliseconds. */
export const largestDrift = 10 * 60 * 1000;

export interface HybridClock {
  /** The next moment: later than every one before it and every one observed, whatever the system clock does. */
  readonly tick: () => Tick;
  /** Takes note of a moment of another station. False when it is too far ahead to be believed. */
  readonly observe: (remote: Tick) => boolean;
}

export const createHybridClock = (clock: Clock, start: Tick): HybridClock => {
  let last = start;
  return {
    tick: () => {
      const now = clock.now();
      last = now > last.wall ? { wall: now, counter: 0 } : { wall: last.wall, counter: last.counter + 1 };
      return last;
    },
    observe: (remote) => {
      if (remote.wall > clock.now() + largestDrift) return false;
      if (remote.wall > last.wall || (remote.wall === last.wall && remote.counter > last.counter)) last = remote;
      return true;
    },
  };
};
