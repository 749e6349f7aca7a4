import type { VersionVector } from '../core/event/replica.ts';
import type { Holdings } from './holdings.ts';

/** The hurry ends after this in any case, so that a peer that goes away or never has what it promised does not prolong it. Milliseconds. */
const longest = 60_000;

/**
 * A station that has joined and got nothing of its site yet, not even its making: nobody can rely on it before it has what the site has. Until what the first peer
 * has is here and can be searched, long work takes longer turns without pauses (`pace.ts`). An alarm ends that for good, whether it is pressed here or comes in as a frame, and it is
 * suspended while the ledger knows of an open one. A station that lost its ledger is none: people sit at it.
 */
export interface Newcomer {
  /** A peer says what it has. The first counts. */
  readonly expect: (have: VersionVector) => void;
  /** Until that is here. */
  readonly takesOver: () => boolean;
  readonly hurries: () => boolean;
  /** Nothing is left to be indexed. */
  readonly indexed: () => void;
  readonly end: () => void;
}

export interface NewcomerDependencies {
  readonly holdings: Pick<Holdings, 'of'>;
  /** When it started there was nothing in the ledger but its own joining, and nothing was lost either. */
  readonly isNew: boolean;
  readonly isAlarmOpen: () => boolean;
}

export const createNewcomer = ({ holdings, isNew, isAlarmOpen }: NewcomerDependencies): Newcomer => {
  let goal: { readonly have: VersionVector; readonly since: number } | null = null;
  let reached = false;
  let over = !isNew;

  const hurries = (): boolean => {
    if (over || goal === null) return false;
    over = performance.now() - goal.since > longest;
    return !over && !isAlarmOpen();
  };

  const isReached = (): boolean => (reached ||= goal !== null && [...goal.have].every(([origin, seq]) => holdings.of(origin) >= seq));

  return {
    expect: (have) => {
      goal ??= { have, since: performance.now() };
    },
    takesOver: () => !over && !isReached() && hurries(),
    hurries,
    indexed: () => {
      if (goal !== null && isReached()) over = true;
    },
    end: () => {
      over = true;
    },
  };
};
