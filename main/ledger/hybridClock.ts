import type { Clock } from '../core/environment.ts';

/** A moment of the hybrid logical clock (Kulkarni et al., 2014): milliseconds, then a counter. */
export interface Tick {
  readonly wall: number;
  readonly counter: number;
}

/** A remote moment further ahead than this does not pull the local clock along; and one's own is too far ahead beyond it. Milliseconds. */
export const largestDrift = 10 * 60 * 1000;

/** The clock that a ledger goes by. */
export interface LedgerClock extends Clock {
  /** Others bear it out: what lies far behind it in the future was a clock that stood wrong. Left out: nobody does. */
  readonly isConfirmed?: () => boolean;
  /** It cannot be right: what others wrote is later. Left out: it can. */
  readonly isImpossible?: () => boolean;
}

export interface HybridClock {
  /**
   * The next moment: later than every one before it and every one observed, whatever the system clock does. With one exception, the repair: what was
   * stamped by a clock that stood far ahead is not gone on behind once the clock is right again and others bear it out.
   */
  readonly tick: () => Tick;
  /** Takes note of a moment of another station. False when it is too far ahead to be believed. */
  readonly observe: (remote: Tick) => boolean;
  /** Takes note of a moment that this station gave out itself. */
  readonly resume: (own: Tick) => void;
  /** How far the next moment would be ahead of the clock. Milliseconds. */
  readonly ahead: () => number;
}

export const createHybridClock = (clock: LedgerClock, start: Tick): HybridClock => {
  let last = start;
  /** The latest moment of others that was believed. */
  let observed: Tick = { wall: 0, counter: 0 };

  const isTooFar = (tick: Tick): boolean => tick.wall > clock.now() + largestDrift;
  const repair = (): void => {
    if (isTooFar(last) && clock.isConfirmed?.() === true) last = isTooFar(observed) ? { wall: 0, counter: 0 } : observed;
  };

  return {
    tick: () => {
      repair();
      const now = clock.now();
      last = now > last.wall ? { wall: now, counter: 0 } : { wall: last.wall, counter: last.counter + 1 };
      return last;
    },
    observe: (remote) => {
      if (isTooFar(remote) && clock.isImpossible?.() !== true) return false;
      observed = later(observed, remote);
      last = later(last, remote);
      return true;
    },
    resume: (own) => {
      last = later(last, own);
    },
    ahead: () => Math.max(0, last.wall - clock.now()),
  };
};

const later = (a: Tick, b: Tick): Tick => (b.wall > a.wall || (b.wall === a.wall && b.counter > a.counter) ? b : a);
