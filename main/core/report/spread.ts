import type { Spread } from '../../contract/report.ts';

/** The middle and the ninetieth of a hundred; of an even number the middle is between two. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (rank: number): number | null => sorted[rank] ?? null;
  const half = sorted.length / 2;
  const [low, high] = [at(Math.ceil(half) - 1), at(Math.floor(half))];
  return { count: sorted.length, median: low === null || high === null ? null : (low + high) / 2, p90: at(Math.ceil(sorted.length * 0.9) - 1) };
};
