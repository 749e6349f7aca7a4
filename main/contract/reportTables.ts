import type { Report } from './report.ts';

/** A figure that rests on fewer is marked. */
export const fewInReport = 5;

/** What stands in a cell: words or a number as they are, and as they are read where that is more. */
export interface ReportCell {
  readonly value: string | number | null;
  readonly shown?: string;
  readonly few?: boolean;
}

/** The figures behind a chart, by row. */
export interface ReportFigures {
  readonly columns: readonly string[];
  /** Of the numbers in a column, where they have one that `shown` writes out: `s`. */
  readonly units?: readonly (string | null)[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** Heads of a table whose numbers stand alone, as in a spreadsheet. */
export const headsOf = ({ columns, units = [] }: ReportFigures): readonly string[] => columns.map((column, index) => (units[index] == null ? column : `${column} (${units[index]})`));

/** Of the table of how long it took: what, how many, and four times in seconds. */
export const responseUnits = [null, null, 's', 's', 's', 's'] as const;

/** "+3", "−2", "0". */
export const signedChange = (difference: number): string => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0');

export interface ComparedRow {
  readonly value: string;
  readonly now: number;
  readonly before: number;
}

/** Rows that stand beside those of the time before. */
export const comparedTable = (columns: readonly [string, string, string, string], rows: readonly ComparedRow[], nameOf: (value: string) => string): ReportFigures => ({
  columns,
  rows: rows.map(({ value, now, before }) => [{ value: nameOf(value) }, { value: now, few: isFew(now) }, { value: before, few: isFew(before) }, { value: now - before, shown: signedChange(now - before) }]),
});

/** Nothing is not a small number: there is nothing that it could rest on. */
export const isFew = (count: number): boolean => count > 0 && count < fewInReport;

export const isEmptyReport = ({ records, calls }: Report): boolean => records.now + records.before + calls.real.now + calls.real.before + calls.drill.now + calls.drill.before === 0;

/** Shades in steps, so that two cells of the week can be told from one another: 0 for none, and four more. One alone is never as dark as many. */
export const shadesOf = (hours: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const most = Math.max(4, ...hours.flat());
  return hours.map((row) => row.map((count) => Math.ceil((count / most) * 4)));
};

/** Nobody called, neither in these months nor before. */
export const isWithoutCalls = ({ response }: Report): boolean => response.every(({ now, before }) => now.count + before.count === 0);
