import { performance } from 'node:perf_hooks';
import type { Frame } from './frames.ts';

/** How much may come at once, and how much again each second. An alarm frame costs a signature to check; a site's worst minute needs a few dozen. */
const limits = {
  alarm: { burst: 1_000, perSecond: 100 },
  // Each is a signature or a key; a station says them once in months.
  papers: { burst: 30, perSecond: 1 },
  other: { burst: 20_000, perSecond: 3_000 },
} as const;

/** One peer's share of this station's time. */
export interface FloodGate {
  /** False when the peer has said far more than a station has to say. */
  readonly lets: (type: Frame['type']) => boolean;
}

const bucketOf: Readonly<Record<Frame['type'], keyof typeof limits>> = {
  alarm: 'alarm',
  renewal: 'papers',
  renewed: 'papers',
  authority: 'papers',
  authorityAnswer: 'papers',
  hello: 'other',
  stations: 'other',
  events: 'other',
  have: 'other',
  keysWanted: 'other',
  keys: 'other',
  heartbeat: 'other',
};

/** @param now milliseconds of a clock that never goes back */
export const createFloodGate = (now: () => number = () => performance.now()): FloodGate => {
  const left = { alarm: createBucket(limits.alarm, now), papers: createBucket(limits.papers, now), other: createBucket(limits.other, now) };
  return { lets: (type) => left[bucketOf[type]]() };
};

const createBucket = ({ burst, perSecond }: { readonly burst: number; readonly perSecond: number }, now: () => number): (() => boolean) => {
  let left: number = burst;
  let filledAt = now();
  return () => {
    const at = now();
    left = Math.min(burst, left + ((at - filledAt) / 1000) * perSecond);
    filledAt = at;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
};
