/** Clocks that differ by less than this agree. Milliseconds. */
export const closeEnough = 2 * 60 * 1000;
/** Before this moment no clock of a running Quietbell can be right: the battery behind it is empty. */
export const earliestBelievable = Date.UTC(2025, 0, 1);
/** What a station wrote may be so much ahead of its clock without saying anything against it: the fastest clock of the site pulls it along. Milliseconds. */
const pulledAlong = 10 * 60 * 1000;

/** The clock of one station, as this one sees it. */
export interface SeenClock {
  /** What it says now, in milliseconds since the epoch. */
  readonly now: number;
  /** The time of the last event that it wrote, as far as it is here; null while there is none. */
  readonly lastWrote: number | null;
}

/**
 * `alone`: nobody else's clock is known. `agrees`: most stations' clocks say the same as ours. `outvoted`: they agree on another time,
 * which is ours plus `offset`. `undecided`: there is no majority.
 */
export type ClockVerdict = { readonly verdict: 'alone' | 'agrees' | 'undecided' } | { readonly verdict: 'outvoted'; readonly offset: number };

/**
 * Whether our clock is right, by vote. A clock has no vote that cannot be right: it stands before any Quietbell was made, or before what its own
 * station has written, so that it either stands wrong now or did then. Pure.
 */
export const judgeClock = (own: SeenClock, others: readonly SeenClock[]): ClockVerdict => {
  if (others.length === 0) return { verdict: 'alone' };
  const voters = [own, ...others].filter(hasVote).map(({ now }) => now - own.now);
  const together = voters.map((offset) => voters.filter((other) => Math.abs(other - offset) <= closeEnough)).toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (together.length * 2 <= voters.length) return { verdict: 'undecided' };
  const offset = together.toSorted((a, b) => a - b)[Math.floor(together.length / 2)] ?? 0;
  return Math.abs(offset) <= closeEnough ? { verdict: 'agrees' } : { verdict: 'outvoted', offset };
};

/** False for a clock that cannot be right. */
export const hasVote = ({ now, lastWrote }: SeenClock): boolean => now >= earliestBelievable && (lastWrote === null || now >= lastWrote - pulledAlong);
