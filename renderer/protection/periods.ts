/** What is offered, in months. */
const offered = [1, 3, 6, 12, 24, 36, 60, 72, 84, 120] as const;

/** What can be chosen: what is usual, and what is set. */
export const choicesOf = (months: number | null): readonly number[] => (months === null || offered.some((each) => each === months) ? offered : [...offered, months].toSorted((a, b) => a - b));

/** Whole years are said in years. */
export const inUnits = (months: number): { readonly unit: 'months' | 'years'; readonly count: number } => (months % 12 === 0 ? { unit: 'years', count: months / 12 } : { unit: 'months', count: months });
