import type { Command } from 'commander';
import { z } from 'zod';
import { auditedActionSchema, auditQuerySchema, done, failed, type AuditPage } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

/** What the answer calls `next` is what is typed as `--before`: wall, counter, origin and number, with colons. */
const positionSchema = z
  .string()
  .regex(/^\d+:\d+:[0-9a-f]{32}:\d+$/, 'must be what the page before ended with')
  .transform((typed) => {
    const [wall, counter, origin, seq] = typed.split(':');
    return { wall: Number(wall), counter: Number(counter), origin, seq: Number(seq) };
  });

const auditArguments = z.object({ person: z.string().min(1).optional(), action: auditedActionSchema.optional(), before: positionSchema.optional() });

const showAudit: StationCommand<z.infer<typeof auditArguments>, AuditPage> = {
  needs: 'ledger',
  arguments: auditArguments,
  run: async ({ client }, { person, action, before }) => {
    const known = person === undefined ? undefined : (await client.staff.records()).find(({ id, name }) => id === person || name.toLowerCase() === person.toLowerCase());
    if (person !== undefined && known === undefined) return failed('StaffUnknown', `Nobody on the staff list is called ${person}.`, 'quietbell staff list shows names and ids.', 'person');
    return done(await client.site.audit(auditQuerySchema.parse({ person: known?.id ?? null, action: action ?? null, before: before ?? null })));
  },
  format: ({ entries, next }) =>
    [
      entries.length === 0 ? 'Nothing was found.' : formatTable(['WHEN', 'WHERE', 'WHO', 'WHAT', 'ABOUT'], entries.map(({ at, station, person, action, about }) => [formatMoment(at), station, person ?? '(command line)', action, about])),
      ...(next === null ? [] : [`Older: --before ${next.wall}:${next.counter}:${next.origin}:${next.seq}`]),
    ].join('\n'),
};

export const addAuditCommand = (program: Command, perform: Perform): void => {
  program
    .command('audit')
    .description('list who changed what, and where, newest first')
    .option('--person <name>', 'only what this person did; by name or id')
    .option('--action <action>', `only this: ${auditedActionSchema.options.join(', ')}`)
    .option('--before <position>', 'what the page before ended with')
    .action((options: unknown) => perform(showAudit, options));
};
