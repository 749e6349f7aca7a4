/** The middle one; the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
};

/** The value that so many of a hundred do not exceed. */
export const percentile = (values: readonly number[], percent: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * percent) / 100))] ?? Number.NaN;

export const round = (value: number): number => Math.round(value * 100) / 100;

/** How long it took. Milliseconds. */
export const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Looks again every few milliseconds. */
export const until = async (what: string, holds: () => Promise<boolean>, milliseconds = 120_000): Promise<void> => {
  const deadline = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It did not come true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** On standard error, with the time of day: benches take minutes. */
export const say = (text: string): void => console.error(`${new Date().toISOString().slice(11, 19)}  ${text}`);
