import type { Command } from 'commander';
import { z } from 'zod';
import { done, exportFormatSchema, failed, makeExportSchema, partBytes, subjectIdSchema, windowLanguageSchema, type ExportedFile, type StationClient } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { languageOption } from '../pdfOutput.ts';
import { recordPages } from '../recordPages.ts';
import { writeOwnFile } from '../writeOutput.ts';

const exportArguments = z.object({
  records: z.array(subjectIdSchema),
  format: exportFormatSchema,
  out: z.string().min(1).optional(),
  originals: z.boolean().default(false),
  language: windowLanguageSchema.optional(),
  force: z.boolean().default(false),
});

const exportRecords: StationCommand<z.infer<typeof exportArguments>, ExportedFile & { readonly path: string; readonly records: number }> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { records: named, format, out, originals, language, force }, progress) => {
    // Without a name: all of the list.
    const records = named.length > 0 ? named : await allRecords(client);
    const input = makeExportSchema.safeParse({ format, records, originals, language });
    if (!input.success) return failed('InputInvalid', `${input.error.issues[0]?.message ?? 'These records cannot be exported'}: ${records.length}.`, 'Name the records by their ids; quietbell incidents lists them.', 'records');
    let file: ExportedFile | null = null;
    for await (const step of await client.export.make(input.data)) {
      file = step.file;
      progress(`${step.done} of ${step.of} records read`);
    }
    if (file === null) return failed('ExportFailed', 'The station ended before the file was made.', 'Try again.');
    const parts: Buffer[] = [];
    for (let number = 1; (number - 1) * partBytes < file.size; number += 1) parts.push(Buffer.from((await client.export.read({ id: file.id, number })).bytes, 'base64'));
    const path = out ?? file.name;
    const written = await writeOwnFile({ what: 'The file', path, content: Buffer.concat(parts), force, option: '--out' });
    return written.ok ? done({ ...file, path, records: records.length }) : written;
  },
  format: ({ path, records, size, sha256 }) => `${records} ${records === 1 ? 'record' : 'records'} in ${path} (${Math.ceil(size / 1000)} kB)\nSHA-256 ${sha256}`,
};

const allRecords = async (client: StationClient): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { lines } of recordPages(client)) ids.push(...lines.map(({ incident }) => incident.id));
  return ids;
};

export const addRecordsCommands = (program: Command, perform: Perform): void => {
  program
    .command('records')
    .description('records as files')
    .command('export')
    .description('write records into a file: to read (pdf), as a table (csv), for programs (json), or with all that others need to verify them (bundle)')
    .argument('[records...]', 'ids; all that `quietbell incidents` lists where none is named')
    .requiredOption('--format <format>', exportFormatSchema.options.join(', '))
    .option('--out <file>', 'where to; a name of its own in this folder otherwise')
    .option('--originals', 'with originals that only supervisors and administrators may open')
    .option(...languageOption)
    .option('--force', 'write over a file that is there')
    .action((records: string[], options: object) => perform(exportRecords, { records, ...options }));
};
