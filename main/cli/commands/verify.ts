import type { Command } from 'commander';
import { z } from 'zod';
import { done, subjectIdSchema, type Result, type StationClient, type AttachmentCheck, type TracedEvent, type Verification } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatTable } from '../table.ts';
import { verificationReport } from '../verificationReport.ts';
import { writeOwnFile } from '../writeOutput.ts';

const verifyArguments = z
  .object({ report: z.string().min(1).optional(), incident: subjectIdSchema.optional(), force: z.boolean().default(false) })
  .refine(({ report, incident }) => incident === undefined || report !== undefined, { error: 'says whose report it is: name the file with --report', path: ['incident'] });

const verify: StationCommand<z.infer<typeof verifyArguments>, Verification & { readonly attachments: AttachmentCheck; readonly report: string | null }> = {
  needs: 'ledger',
  arguments: verifyArguments,
  run: async ({ client }, { report, incident, force }, progress) => {
    const verification = await client.site.verify();
    if (report === undefined) return done({ ...verification, report: null });
    const written = await writeReport(client, verification, { report, incident: incident ?? null, force }, progress);
    return written.ok ? done({ ...verification, report }) : written;
  },
  format: ({ ok, events, stations, sealed, erased, subjects, problems, attachments, report }) =>
    [
      ok
        ? `Every event holds: ${events} of ${stations} ${stations === 1 ? 'station' : 'stations'}, ${sealed} of them sealed, ${erased} of these erased. What is shown of ${subjects} subjects is what their events say.`
        : `${problems.length} of ${events} events and ${subjects} subjects do not hold:\n${formatTable(['STATION OR SUBJECT', 'EVENT', 'PROBLEM'], problems.map(({ origin, seq, subject, problem }) => [origin ?? subject ?? '-', seq === null ? '-' : String(seq), problem]))}`,
      describeFiles(attachments),
      ...(report === null ? [] : [`The report is in ${report}.`]),
    ].join('\n'),
  isFailure: ({ ok }) => !ok,
};

const describeFiles = ({ checked, incomplete }: AttachmentCheck): string =>
  [
    `${checked} ${checked === 1 ? 'file' : 'files'} of records looked through, ${incomplete.length === 0 ? 'all of them whole' : `${incomplete.length} of them not whole here; missing parts are fetched from the other stations`}.`,
    ...(incomplete.length === 0 ? [] : [formatTable(['FILE', 'BELONGS TO', 'PARTS MISSING'], incomplete.map(({ id, owner, missing, of }) => [id, owner, `${missing} of ${of}`]))]),
  ].join('\n');

interface ReportOptions {
  readonly report: string;
  readonly incident: string | null;
  readonly force: boolean;
}

/** As JSON where the file is called so, for people otherwise. `FileUnreadable` where it cannot be written, or is there already. */
const writeReport = async (client: StationClient, verification: Verification, { report, incident, force }: ReportOptions, progress: (text: string) => void): Promise<Result<void>> => {
  const evidence = await client.site.evidence();
  const events: TracedEvent[] = [];
  for (let more = await client.site.trace({ incident }); more.length > 0; more = await client.site.trace({ incident, after: events.at(-1)?.arrival ?? 0 })) {
    events.push(...more);
    progress(`${events.length} events`);
  }
  const document = { evidence, verification, incident, events };
  return writeOwnFile({ what: 'The report', path: report, content: report.endsWith('.json') ? `${JSON.stringify(document, null, 2)}\n` : verificationReport(document), force });
};

export const addVerifyCommand = (program: Command, perform: Perform): void => {
  program
    .command('verify')
    .description('walk the whole ledger and check every hash, signature, seal and everything that is shown')
    .option('--report <file>', 'also write who wrote what and when, and in which order this station learned of it; JSON where the file ends in .json')
    .option('--incident <id>', 'only of this record and what it grew out of, with what was written')
    .option('--force', 'write over a report that is there')
    .action((options: unknown) => perform(verify, options));
};
