import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { done, erasureReasonSchema, failed, incidentFileSchema, subjectIdSchema } from '../../contract/index.ts';
import type { Erasure, IncidentFile, IncidentSummary, RecordPage, Result, TextPart } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatErased } from '../erased.ts';
import { recordPages } from '../recordPages.ts';
import { formatMoment, formatTable } from '../table.ts';

const listIncidents: StationCommand<object, { readonly incidents: readonly IncidentSummary[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => {
    const incidents: IncidentSummary[] = [];
    for await (const { lines } of recordPages(client)) incidents.push(...lines.map(({ incident }) => incident));
    return done({ incidents });
  },
  format: ({ incidents }) =>
    incidents.length === 0 ? 'No incidents are filed.' : formatTable(['FILED', 'STATION', 'TITLE', 'ID'], incidents.map(({ filedAt, station, title, id }) => [formatMoment(filedAt), station, title, id])),
};

const searchArguments = z.object({ search: z.string().min(1).max(200), page: z.coerce.number().int().min(1).max(1000).default(1) });

const searchIncidents: StationCommand<z.infer<typeof searchArguments>, RecordPage> = {
  needs: 'ledger',
  arguments: searchArguments,
  run: async ({ client }, { search: words, page: wanted }) => {
    const asked = { filters: { words }, order: 'best' } as const;
    let found = await client.records.page(asked);
    for (let number = 2; number <= wanted; number += 1) found = found.next === null ? { ...found, lines: [] } : await client.records.page({ ...asked, after: found.next });
    return done(found);
  },
  format: ({ lines, total, next, indexed, of }) =>
    [
      lines.length === 0
        ? 'Nothing was found.'
        : formatTable(['FILED', 'STATION', 'TITLE', 'FOUND', 'ID'], lines.map(({ incident, found }) => [formatMoment(incident.filedAt), incident.station, marked(found?.title ?? []), marked(found?.excerpt ?? []), incident.id])),
      ...(total > lines.length ? [`${lines.length} of ${total}${next === null ? '' : '; --page shows more'}.`] : []),
      ...(indexed < of ? [`${indexed} of ${of} records can be searched so far.`] : []),
    ].join('\n'),
};

/** What was found stands between asterisks, on one line. */
const marked = (parts: readonly TextPart[]): string =>
  parts
    .map(({ text, hit }) => (hit ? `*${text}*` : text))
    .join('')
    .replaceAll(/\s+/g, ' ');

const fileArguments = z.object({ file: z.string().min(1) });

const fileIncident: StationCommand<z.infer<typeof fileArguments>, IncidentSummary> = {
  needs: 'ledger',
  arguments: fileArguments,
  run: async ({ client }, { file }) => {
    const report = await readReport(file);
    return report.ok ? done(await client.incident.file(report.value)) : report;
  },
  format: ({ title, id }) => `Filed: ${title}\n${id}`,
};

/** Reads and checks before the station hears of it, so that the message can name the file. `FileUnreadable`, `InputInvalid`. */
const readReport = async (file: string): Promise<Result<IncidentFile>> => {
  const name = file === '-' ? 'Standard input' : file;
  let content: unknown;
  try {
    content = JSON.parse(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'));
  } catch (error) {
    const [what, remedy] = error instanceof SyntaxError ? ['is not JSON', 'Correct it, and file it again; nothing was filed.'] : ['cannot be read', 'Check the path and its rights; nothing was filed.'];
    return failed('FileUnreadable', `${name} ${what}: ${error instanceof Error ? error.message : String(error)}`, remedy);
  }
  const report = incidentFileSchema.safeParse(content);
  if (report.success) return done(report.data);
  const issue = report.error.issues[0];
  const field = issue?.path.join('.') || undefined;
  return failed('InputInvalid', `${name} is not a report: ${field === undefined ? '' : `${field}: `}${issue?.message ?? 'wrong shape'}`, 'Only `title` is demanded; correct the file, and file it again; nothing was filed.', field);
};

const eraseArguments = z.object({ incident: subjectIdSchema, reason: erasureReasonSchema, withAlarm: z.boolean().default(false) });

const eraseIncident: StationCommand<z.infer<typeof eraseArguments>, { readonly erased: readonly Erasure[] }> = {
  needs: 'ledger',
  arguments: eraseArguments,
  run: async ({ client }, { incident, reason, withAlarm }) => done({ erased: await client.incident.erase({ id: incident, reason, alarm: withAlarm }) }),
  format: formatErased,
};

const listErasures: StationCommand<object, { readonly erasures: readonly Erasure[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ erasures: await client.incident.erasures() }),
  format: ({ erasures }) =>
    erasures.length === 0 ? 'Nothing was ever erased.' : formatTable(['ERASED', 'REASON', 'BY', 'WHAT', 'ID'], erasures.map(({ at, reason, station, staff, type, id }) => [formatMoment(at), reason, staff ?? station, type, id])),
};

export const addIncidentCommands = (program: Command, perform: Perform): void => {
  program
    .command('incidents')
    .description('list the filed incidents of the site, or search all of their words')
    .option('--search <text>', 'only those in which all of these words occur, the best first')
    .option('--page <number>', 'which page of what was found')
    .action((options: { readonly search?: string }) => (options.search === undefined ? perform(listIncidents, options) : perform(searchIncidents, options)));
  program
    .command('file')
    .description('file an incident record from a JSON file')
    .argument('<file>', 'the report; - reads standard input')
    .action((file: string) => perform(fileIncident, { file }));
  program
    .command('erase')
    .description('forget an incident record on every station, for good; the chain of events still holds')
    .argument('<incident>', 'its id')
    .requiredOption('--reason <reason>', `${erasureReasonSchema.options.join(', ')}: it is kept`)
    .option('--with-alarm', 'also the alarm that it grew out of, with its checklists')
    .action((incident: string, options: object) => perform(eraseIncident, { incident, ...options }));
  program
    .command('erasures')
    .description('what was erased on this site, when, why and by whom')
    .action(() => perform(listErasures, {}));
};
