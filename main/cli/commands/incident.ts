import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed, incidentFileSchema } from '../../contract/index.ts';
import type { IncidentFile, IncidentSummary, Result } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

const listIncidents: StationCommand<object, { readonly incidents: readonly IncidentSummary[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ incidents: await client.incident.list() }),
  format: ({ incidents }) =>
    incidents.length === 0 ? 'No incidents are filed.' : formatTable(['FILED', 'STATION', 'TITLE', 'ID'], incidents.map(({ filedAt, station, title, id }) => [formatMoment(filedAt), station, title, id])),
};

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

export const addIncidentCommands = (program: Command, perform: Perform): void => {
  program
    .command('incidents')
    .description('list the filed incidents of the site')
    .action((options: unknown) => perform(listIncidents, options));
  program
    .command('file')
    .description('file an incident record from a JSON file')
    .argument('<file>', 'the report; - reads standard input')
    .action((file: string) => perform(fileIncident, { file }));
};
