import type { Report } from '../../main/contract/index.ts';

/** A figure that rests on fewer is marked. */
export const few = 5;

/** What stands in a cell: words or a number as they are, and as they are read where that is more. */
export interface Cell {
  readonly value: string | number | null;
  readonly shown?: string;
  readonly few?: boolean;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** "+3", "−2", "0". */
export const signed = (difference: number): string => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0');

interface Row {
  readonly value: string;
  readonly now: number;
  readonly before: number;
}

/** Rows that stand beside those of the time before. */
export const comparedTable = (columns: readonly [string, string, string, string], rows: readonly Row[], nameOf: (value: string) => string): Table => ({
  columns,
  rows: rows.map(({ value, now, before }) => [{ value: nameOf(value) }, { value: now, few: isFew(now) }, { value: before, few: isFew(before) }, { value: now - before, shown: signed(now - before) }]),
});

/** Nothing is not a small number: there is nothing that it could rest on. */
export const isFew = (count: number): boolean => count > 0 && count < few;

/** The longest bars; what is left over as one more, so that the chart can be read. */
export const longest = (rows: readonly Row[], most: number, others: string): readonly Row[] => {
  if (rows.length <= most) return rows;
  const rest = rows.slice(most - 1);
  return [...rows.slice(0, most - 1), { value: others, now: sum(rest.map(({ now }) => now)), before: sum(rest.map(({ before }) => before)) }];
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export const isEmpty = ({ records, calls }: Report): boolean => records.now + records.before + calls.real.now + calls.real.before + calls.drill.now + calls.drill.before === 0;

/** The present month and those before it, the newest first: two years. */
export const monthChoices = (now: Date): readonly string[] =>
  Array.from({ length: 24 }, (_, back) => {
    const date = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
  });
