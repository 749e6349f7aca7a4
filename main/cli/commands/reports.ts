import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { done, documentLanguageSchema, monthSchema, reportFormatSchema, type Report, type Result } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { forceOption, languageOption, writeMadeFile } from '../pdfOutput.ts';
import { formatTable } from '../table.ts';

const reportArguments = z.object({
  month: monthSchema.optional(),
  months: z.enum(['1', '3', '12']).default('1'),
  format: reportFormatSchema.optional(),
  language: documentLanguageSchema,
  out: z.string().min(1).default('.'),
  force: z.boolean().default(false),
});

type Counted = Report | { readonly files: readonly string[] };
const spans = { '1': 1, '3': 3, '12': 12 } as const;

const reports: StationCommand<z.infer<typeof reportArguments>, Counted> = {
  needs: 'ledger',
  arguments: reportArguments,
  run: async ({ client }, { month = presentMonth(), months, format, language, out, force }): Promise<Result<Counted>> => {
    const query = { month, months: spans[months] };
    if (format === undefined) return done(await client.report.get(query));
    const paths: string[] = [];
    for (const file of await client.report.files({ ...query, format, language })) {
      const written = await writeMadeFile(file, join(out, file.name), force);
      if (!written.ok) return written;
      paths.push(written.value.path);
    }
    return done({ files: paths });
  },
  format: (counted) => ('files' in counted ? counted.files.map((path) => `Written to ${path}.`).join('\n') : inShort(counted)),
};

const inShort = ({ period, before, records, calls, places }: Report): string =>
  [
    `${period.from} to ${period.to}, beside ${before.from} to ${before.to}`,
    formatTable(
      ['WHAT', 'NOW', 'BEFORE'],
      [
        { what: 'records', ...records },
        { what: 'calls for help', ...calls.real },
        { what: 'drills', ...calls.drill },
        ...places.map(({ value, ...counts }) => ({ what: `records at ${value === '' ? 'no place' : value}`, ...counts })),
      ].map(({ what, now, before: earlier }) => [what, String(now), String(earlier)]),
    ),
  ].join('\n');

const presentMonth = (): string => new Date().toLocaleDateString('sv-SE').slice(0, 7);

export const addReportsCommand = (program: Command, perform: Perform): void => {
  program
    .command('reports')
    .description('counts of records and calls by where, when and how, beside the time before; in short, or whole: as data (--json), as a table each (csv), or to read (pdf)')
    .option('--month <month>', 'the last month of it, as 2026-11; this one otherwise')
    .option('--months <count>', 'how many: 1, 3 or 12')
    .option('--format <format>', 'csv, a file a table; or pdf')
    .option('--out <folder>', 'where to; this folder otherwise')
    .option(...languageOption)
    .option(...forceOption)
    .action((options: object) => perform(reports, options));
};
