import { performance } from 'node:perf_hooks';
import type { Frame } from './frames.ts';

/** How much may come at once, and how much again each second. An alarm frame costs a signature to check; a site's worst minute needs a few dozen. */
const limits = {
  alarm: { burst: 1_000, perSecond: 100 },
  // Each is a signature or a key; a station says them once in months.
  papers: { burst: 30, perSecond: 1 },
  // Each can bring the papers of a whole site, which are checked one by one.
  introductions: { burst: 60, perSecond: 1 },
  // A part of a file, or the asking for one: a pause lies between two of them.
  parts: { burst: 2_000, perSecond: 400 },
  other: { burst: 20_000, perSecond: 3_000 },
  // Bytes of all frames but those of events, of which only so many are under way before they are acknowledged, and of parts, each of which was asked for.
  bytes: { burst: 8 * 1024 * 1024, perSecond: 1024 * 1024 },
} as const;

/** One peer's share of this station's time. */
export interface FloodGate {
  /** False when the peer has said far more than a station has to say. */
  readonly lets: (type: Frame['type'], bytes: number) => boolean;
}

const bucketOf: Readonly<Record<Frame['type'], Exclude<keyof typeof limits, 'bytes'>>> = {
  alarm: 'alarm',
  renewal: 'papers',
  renewed: 'papers',
  authority: 'papers',
  authorityAnswer: 'papers',
  hello: 'introductions',
  stations: 'introductions',
  events: 'other',
  have: 'other',
  keysWanted: 'other',
  keys: 'other',
  heartbeat: 'other',
  partWanted: 'parts',
  part: 'parts',
};

/** @param now milliseconds of a clock that never goes back */
export const createFloodGate = (now: () => number = () => performance.now()): FloodGate => {
  const left = { alarm: createBucket(limits.alarm, now), papers: createBucket(limits.papers, now), introductions: createBucket(limits.introductions, now), parts: createBucket(limits.parts, now), other: createBucket(limits.other, now) };
  const bytesLeft = createBucket(limits.bytes, now);
  return { lets: (type, bytes) => left[bucketOf[type]](1) && (type === 'events' || type === 'part' || bytesLeft(bytes)) };
};

const createBucket = ({ burst, perSecond }: { readonly burst: number; readonly perSecond: number }, now: () => number): ((amount: number) => boolean) => {
  let left: number = burst;
  let filledAt = now();
  return (amount) => {
    const at = now();
    left = Math.min(burst, left + ((at - filledAt) / 1000) * perSecond);
    filledAt = at;
    if (left < amount) return false;
    left -= amount;
    return true;
  };
};
