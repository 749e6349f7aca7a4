/** Wrong PINs for one person, or of anybody at one terminal. Times are milliseconds since the epoch. */
export interface Failures {
  readonly count: number;
  readonly lastAt: number;
  readonly lockedUntil: number;
}

export interface LockPolicy {
  /** So many may be wrong before anything is locked. */
  readonly free: number;
  /** How long the first lock holds; each further failure doubles it. */
  readonly firstLock: number;
  readonly longestLock: number;
  /** After so long without a failure it starts afresh. */
  readonly forgottenAfter: number;
}

const minute = 60_000;

/** For the tile of one person. */
export const personPolicy: LockPolicy = { free: 5, firstLock: 30_000, longestLock: 15 * minute, forgottenAfter: 60 * minute };
/** For whoever goes from tile to tile, or holds up badges that nobody has. */
export const terminalPolicy: LockPolicy = { free: 20, firstLock: 30_000, longestLock: 5 * minute, forgottenAfter: 15 * minute };

export const noFailures: Failures = { count: 0, lastAt: 0, lockedUntil: 0 };

/** Milliseconds until the next try; a clock that was set back does not make it longer than a lock can be. */
export const waitOf = ({ lockedUntil }: Failures, now: number, { longestLock }: LockPolicy): number => Math.max(0, Math.min(lockedUntil - now, longestLock));

export const afterFailure = (before: Failures, now: number, { free, firstLock, longestLock, forgottenAfter }: LockPolicy): Failures => {
  const count = (Math.abs(now - before.lastAt) > forgottenAfter ? 0 : before.count) + 1;
  return { count, lastAt: now, lockedUntil: count < free ? 0 : now + Math.min(firstLock * 2 ** (count - free), longestLock) };
};

/** That one was no failure after all: it was counted before it was known. */
export const takenBack = ({ count, lastAt }: Failures): Failures => ({ count: Math.max(0, count - 1), lastAt, lockedUntil: 0 });
