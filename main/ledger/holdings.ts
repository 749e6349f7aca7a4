import type { VersionVector } from '../core/event/replica.ts';
import type { CheckedEvent } from './eventTable.ts';

/** What is in the ledger, by origin, in memory; and what was in it at its best: the two differ only after a file was lost. */
export interface Holdings {
  readonly of: (origin: string) => number;
  /** They were committed. */
  readonly add: (events: readonly CheckedEvent[]) => void;
  /** Another file stands there, which has this. */
  readonly replace: (have: VersionVector) => void;
  /** All of these were here before. */
  readonly knows: (events: readonly CheckedEvent[]) => boolean;
  readonly best: (origin: string) => number;
  /** Own numbers that were given out, or nobody will ever ask for. */
  readonly setBest: (origin: string, seq: number) => void;
  /** So many events were here and are not. */
  readonly missing: () => number;
  /** By origin: the first that is missing, and the last. */
  readonly lost: () => readonly { readonly origin: string; readonly from: number; readonly to: number }[];
  /** What others are told: what was lost is named with what is left of it, so that they send it again. */
  readonly vector: () => VersionVector;
}

export const createHoldings = (have: VersionVector): Holdings => {
  let held = new Map(have);
  const best = new Map(have);
  const of = (origin: string): number => held.get(origin) ?? 0;
  const bestOf = (origin: string): number => best.get(origin) ?? 0;
  const raise = (origin: string, seq: number): void => void best.set(origin, Math.max(bestOf(origin), seq));
  const lost: Holdings['lost'] = () => [...best].filter(([origin, seq]) => of(origin) < seq).map(([origin, seq]) => ({ origin, from: of(origin) + 1, to: seq }));
  return {
    of,
    add: (events) => {
      for (const { record } of events) {
        held.set(record.origin, record.seq);
        raise(record.origin, record.seq);
      }
    },
    replace: (now) => {
      held = new Map(now);
      for (const [origin, seq] of now) raise(origin, seq);
    },
    knows: (events) => events.every(({ record }) => record.seq <= bestOf(record.origin)),
    best: bestOf,
    setBest: (origin, seq) => void best.set(origin, seq),
    missing: () => lost().reduce((sum, { from, to }) => sum + to - from + 1, 0),
    lost,
    vector: () => new Map([...best.keys()].map((origin) => [origin, of(origin)])),
  };
};
