import { stringify, type Options } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

const options: Options = {
  bom: true,
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: { string: (text) => (text.startsWith('\n') ? `'${text}` : text) },
  // The package itself looks for both of them together alone.
  quoted_match: /[\r\n]/,
};

/**
 * A table as spreadsheets read it: RFC 4180 in UTF-8, with a byte order mark so that they do not take it for another encoding. Text that a spreadsheet would
 * work out as a formula (it begins with = + - @, a tab or the end of a line) gets an apostrophe before it.
 */
export const toCsv = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string => stringify([columns, ...rows].map((row) => [...row]), options);
