import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { round } from './measure.ts';

type Row = Readonly<Record<string, string | number>>;

/** Writes `results/<name>.json` and prints the table, which is not written: it is made of the same figures. */
export const report = (name: string, { table, ...figures }: { readonly table: readonly Row[] } & Readonly<Record<string, unknown>>): void => {
  const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memory: totalmem(), release: release(), node: process.version };
  const folder = fileURLToPath(new URL('results', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ at: new Date().toISOString(), machine, ...figures }, null, 2)}\n`);
  console.log(tableOf(table));
};

export const ratioOf = (value: number, base: number | undefined): string | number => (base === undefined ? '' : round(value / base));

/** A table as Markdown has it, readable as it stands. */
const tableOf = (rows: readonly Row[]): string => {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(cells[0] ?? []), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
};
