import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed, keptKinds, monthsSchema, slugSchema } from '../../contract/index.ts';
import type { KeptKind, Retention, RetentionPreview, RetentionState } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

const monthsArgument = z
  .string()
  .regex(/^(keep|\d{1,3})$/, 'must be a number of months, or keep')
  .transform((months) => (months === 'keep' ? null : Number(months)))
  .pipe(monthsSchema)
  .optional();
/** `theft=24`, `theft=keep`, or `theft=same`: as all records. */
const categoryArgument = z
  .string()
  .regex(/^[^=]+=(keep|same|\d{1,3})$/, 'must be the id of a category, =, and a number of months, keep or same')
  .transform((typed) => typed.split('='))
  .pipe(z.tuple([slugSchema, z.string()]))
  .transform(([id, months]) => ({ id, months }));

const settingsArguments = z.object({ category: z.array(categoryArgument).default([]), incidents: monthsArgument, alarms: monthsArgument, practice: monthsArgument, persons: monthsArgument, drafts: monthsArgument });

const wordByKind: Readonly<Record<KeptKind, string>> = { incidents: 'records', alarms: 'calls without a record', practice: 'drills and tests', persons: 'files on people', drafts: 'drafts' };
const monthsInWords = (months: number | null): string => (months === null ? 'kept' : `${months} months`);
const countsInWords = (counts: RetentionPreview['due']): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => `${count} ${wordByKind[what]}`)
    .join(', ') || 'nothing';

const formatSettings = (settings: Retention): string => formatTable(['WHAT', 'FORGOTTEN AFTER'], [
    ...keptKinds.map((what) => [wordByKind[what], monthsInWords(settings[what])]),
    ...Object.entries(settings.byCategory).map(([category, months]) => [`records of ${category}`, monthsInWords(months)]),
  ]);

const showRetention: StationCommand<object, RetentionState> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done(await client.retention.get()),
  format: ({ settings, last, drafts, here, waitsForClock }) =>
    [
      formatSettings(settings),
      here ? 'This station forgets, once a night after three.' : 'The station that holds the authority of the site forgets, once a night after three.',
      ...(waitsForClock ? ['It waits: the clocks of the site do not agree (see quietbell faults).'] : []),
      ...(settings.drafts === null ? [] : ['Each station erases its own drafts; the preview counts those of this one.']),
      last === null ? 'No night was looked through yet.' : `${formatMoment(last.at)}: ${last.held > 0 ? `${last.held} held back, far more than on an ordinary night; nothing was erased` : `${countsInWords(last.counts)} erased`}.`,
      ...drafts.map(({ station, at, erased }) => `${formatMoment(at)}: ${erased} drafts erased at ${station}.`),
    ].join('\n'),
};

/** What was not named stays as it is. */
const changed = ({ byCategory, ...settings }: Retention, { category, ...given }: z.infer<typeof settingsArguments>): Retention => ({
  ...settings,
  ...Object.fromEntries(Object.entries(given).filter(([, months]) => months !== undefined)),
  byCategory: category.reduce<Retention['byCategory']>((so, { id, months }) => {
    const { [id]: _before, ...others } = so;
    return months === 'same' ? others : { ...others, [id]: months === 'keep' ? null : Number(months) };
  }, byCategory),
});

const setRetention: StationCommand<z.infer<typeof settingsArguments>, RetentionState> = {
  needs: 'ledger',
  arguments: settingsArguments,
  run: async ({ client }, given) => {
    await client.retention.save(changed((await client.retention.get()).settings, given));
    return done(await client.retention.get());
  },
  format: ({ settings }) => formatSettings(settings),
};

const previewRetention: StationCommand<z.infer<typeof settingsArguments>, RetentionPreview> = {
  needs: 'ledger',
  arguments: settingsArguments,
  run: async ({ client }, given) => done(await client.retention.preview(changed((await client.retention.get()).settings, given))),
  // Titles and names stay out of a terminal that is read by others; --json has them.
  format: ({ due, coming }) => [`Now: ${countsInWords(due)}`, ...coming.map(({ month, counts }) => `${month}: ${countsInWords(counts)}`), ...(coming.length === 0 ? ['Nothing else within a year.'] : [])].join('\n'),
};

const carryOutArguments = z.object({ yes: z.boolean().default(false) });

const carryOutRetention: StationCommand<z.infer<typeof carryOutArguments>, { readonly erased: number }> = {
  needs: 'ledger',
  arguments: carryOutArguments,
  run: async ({ client }, { yes }) => (yes ? done(await client.retention.carryOut()) : failed('InputInvalid', 'What is erased cannot be brought back.', 'Look at quietbell retention preview, then say --yes.', 'yes')),
  format: ({ erased }) => (erased === 0 ? 'Nothing was due.' : `${erased} erased, here and on every station as it hears of it.`),
};

export const addRetentionCommands = (program: Command, perform: Perform): void => {
  const retention = program.command('retention').description('how long the site keeps what, and what that erases when');
  const withSettings = (command: Command): Command => keptKinds.reduce((so, what) => so.option(`--${what} <months>`, `${wordByKind[what]}: months after which they are forgotten, or keep`), command)
      .option('--category <id=months>', 'records of a category otherwise than all; =same takes that back; can be given several times', (typed: string, before: readonly string[]) => [...before, typed], []);
  retention
    .command('show')
    .description('how long what is kept, and what the last night erased')
    .action(() => perform(showRetention, {}));
  withSettings(retention.command('set').description('change that; what is not named stays as it is')).action((options: object) => perform(setRetention, options));
  withSettings(retention.command('preview').description('what would be erased now, and month by month within a year, with these changes; nothing is changed')).action((options: object) => perform(previewRetention, options));
  retention
    .command('carry-out')
    .description('erase now what is due, however much it is')
    .option('--yes', 'I have looked at the preview')
    .action((options: object) => perform(carryOutRetention, options));
};
