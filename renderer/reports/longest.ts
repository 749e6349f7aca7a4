import type { ComparedRow } from '../../main/contract/index.ts';

/** The longest bars; what is left over as one more, so that the chart can be read. */
export const longest = (rows: readonly ComparedRow[], most: number, others: string): readonly ComparedRow[] => {
  if (rows.length <= most) return rows;
  const rest = rows.slice(most - 1);
  return [...rows.slice(0, most - 1), { value: others, now: sum(rest.map(({ now }) => now)), before: sum(rest.map(({ before }) => before)) }];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
