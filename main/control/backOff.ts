/** Milliseconds before the n-th restart in a row of a process that keeps dying: the first at once, then ever slower. */
export const restartDelay = (deaths: number): number => (deaths <= 1 ? 0 : Math.min(5_000, 125 * 2 ** deaths));

/** A process that held this long (milliseconds) has recovered: its next death is a first one again. */
export const recoveredAfter = 30_000;
