import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { backupKeepSchema, backupPassphraseSchema, backupTimesSchema, done, failed, type BackupSchedule, type BackupState, type MadeBackup, type Verification } from '../../contract/index.ts';
import { chooseDataFolder } from '../../control/chooseDataFolder.ts';
import type { Perform, StationAccess, StationCommand } from '../command.ts';
import { readPassphrase } from '../readPassphrase.ts';
import type { CommandContext } from '../runCommandLine.ts';
import { formatBytes, formatMoment } from '../table.ts';

const makeArguments = z.object({ file: z.string().min(1).optional(), force: z.boolean().default(false) });

const make: StationCommand<z.infer<typeof makeArguments>, MadeBackup> = {
  needs: 'ledger',
  arguments: makeArguments,
  run: async ({ client }, { file, force }, progress) => {
    const watching = new AbortController();
    const told = tellProgress(client, progress, watching.signal);
    try {
      return done(await client.backup.make({ file: file === undefined ? null : resolve(file), force }));
    } finally {
      watching.abort();
      await told;
    }
  },
  format: ({ file, bytes, events }) => `${file} holds a backup of ${events} events (${formatBytes(bytes)}). It was read again to the end.`,
};

/** Each tenth of it once. */
const tellProgress = async (client: StationAccess['client'], progress: (text: string) => void, signal: AbortSignal): Promise<void> => {
  let tenths = 0;
  try {
    for await (const { running } of await client.backup.watch(undefined, { signal })) {
      const reached = running === null || running.expected === 0 ? 0 : Math.floor((running.written / running.expected) * 10);
      if (reached > tenths) progress(`${reached}0 % of ${formatBytes(running?.expected ?? 0)}`);
      tenths = Math.max(tenths, reached);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

const setPassphrase: StationCommand<object, { readonly set: true }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => {
    const typed = backupPassphraseSchema.safeParse({ passphrase: await readPassphrase() });
    if (!typed.success) return failed('InputInvalid', `The passphrase on standard input ${typed.error.issues[0]?.message ?? 'cannot be used'}.`, 'Use a few words, and write them down where the backups are not.', 'passphrase');
    await client.backup.setPassphrase(typed.data);
    return done({ set: true });
  },
  format: () => 'Backups of every station of the site open with it from now on. Those that were made before keep the passphrase that they were made with. Nobody can tell it to you again.',
};

const scheduleArguments = z
  .object({
    folder: z.string().min(1).optional(),
    off: z.boolean().default(false),
    at: backupTimesSchema.options[0].shape.at.optional(),
    every: z.coerce.number('must be a number of hours').pipe(backupTimesSchema.options[1].shape.hours).optional(),
    keep: z
      .string()
      .regex(/^\d+,\d+,\d+$/, 'must be three numbers: days, weeks, months')
      .transform((text) => text.split(',').map(Number))
      .transform(([daily = 0, weekly = 0, monthly = 0]) => ({ daily, weekly, monthly }))
      .default(backupKeepSchema.parse({})),
  })
  .refine(({ folder, off }) => (folder === undefined) === off, { error: 'must be given, or else --off', path: ['folder'] })
  .refine(({ at, every }) => at === undefined || every === undefined, { error: 'must not stand beside --every', path: ['at'] });

const schedule: StationCommand<z.infer<typeof scheduleArguments>, { readonly schedule: BackupSchedule | null }> = {
  needs: 'ledger',
  arguments: scheduleArguments,
  run: async ({ client }, { folder, at = '02:00', every, keep }) => {
    const set: BackupSchedule | null = folder === undefined ? null : { folder: resolve(folder), times: every === undefined ? { every: 'day', at } : { every: 'hours', hours: every }, keep };
    await client.backup.schedule({ schedule: set });
    return done({ schedule: set });
  },
  format: ({ schedule: set }) => (set === null ? 'No backups are made by themselves any more. Those that were made stay.' : `Backups go to ${set.folder}, ${formatTimes(set.times)}. Kept: ${set.keep.daily} days, ${set.keep.weekly} weeks, ${set.keep.monthly} months.`),
};

const state: StationCommand<object, BackupState> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => {
    for await (const present of await client.backup.watch()) return done(present);
    return failed('StationNotRunning', 'The station ended.', 'Try again.');
  },
  format: ({ passphraseSince, schedule: set, last, problem }) =>
    [
      `passphrase  ${passphraseSince === null ? 'none: no backup can be made' : `set ${formatMoment(passphraseSince)}`}`,
      `scheduled   ${set === null ? 'no' : `${formatTimes(set.times)}, to ${set.folder}`}`,
      `last        ${last === null ? 'none' : `${formatMoment(last.at)}, ${formatBytes(last.bytes)}, ${last.file}`}`,
      ...(problem === null ? [] : [`! ${formatMoment(problem.at)}: ${problem.message}\n  ${problem.remedy}`]),
    ].join('\n'),
};

const formatTimes = (times: BackupSchedule['times']): string => (times.every === 'day' ? `every day at ${times.at}` : `every ${times.hours} hours`);

const fileArguments = z.object({ file: z.string().min(1) });
const restoreArguments = fileArguments.extend({ eventsOnly: z.boolean().default(false), othersAreGone: z.boolean().default(false) });

export const addBackupCommands = (program: Command, perform: Perform, { terminal, toldFolder, attempt, failed: fail }: CommandContext): void => {
  const backup = program
    .command('backup')
    .description('write an encrypted copy of this station into one file, also while it runs')
    .argument('[file]', 'a new file on another disk or machine; left out: one in the folder of the schedule')
    .option('--force', 'overwrite the file')
    .action((file: string | undefined, options: object) => perform(make, { ...options, ...(file === undefined ? {} : { file }) }));
  backup.command('set-passphrase').description('what backups of this site open with from now on; it comes through standard input').action((options: unknown) => perform(setPassphrase, options));
  backup
    .command('schedule')
    .description('make backups by itself, and let the old ones go')
    .option('--folder <folder>', 'where they go: another disk, a share')
    .option('--at <time>', 'every day at this time (02:00)')
    .option('--every <hours>', 'every so many hours instead')
    .option('--keep <days,weeks,months>', 'of how many of each the last is kept (7,4,12)')
    .option('--off', 'make none by itself')
    .action((options: unknown) => perform(schedule, options));
  backup.command('state').description('how it stands with them').action((options: unknown) => perform(state, options));
  backup
    .command('check')
    .description('read a backup to its end and walk its chains; the passphrase comes through standard input')
    .argument('<file>', 'the backup')
    .action((file: string) =>
      attempt(fileArguments, { file }, async (input) => {
        const { inspectBackup } = await import('../../station/storage/restoreStation.ts');
        const checked = await inspectBackup(resolve(input.file), await readPassphrase(), silent);
        if (!checked.ok) return checked;
        const { name, site, at, verification } = checked.value;
        terminal.answer(checked.value, `${input.file}: ${name}, ${site}, ${formatMoment(at)}.\n${formatVerification(verification)}`);
        if (!verification.ok) fail();
        return done(null);
      }),
    );
  program
    .command('restore')
    .description('bring a station back from a backup, into an empty data folder; the passphrase comes through standard input')
    .argument('<file>', 'the backup')
    .option('--others-are-gone', 'no other station of the site will ever come back, so none is waited for')
    .addOption(new Option('--events-only', 'bring only its events, into the station of --data, which belongs to the same site and does not run').conflicts('othersAreGone'))
    .action((file: string, options: object) =>
      attempt(restoreArguments, { file, ...options }, async (input) => {
        const { replayEvents, restoreStation } = await import('../../station/storage/restoreStation.ts');
        const common = { file: resolve(input.file), passphrase: await readPassphrase(), dataFolder: chooseDataFolder(toldFolder()), log: silent };
        if (input.eventsOnly) {
          const replayed = await replayEvents(common);
          if (!replayed.ok) return replayed;
          const { name, at, accepted, verification } = replayed.value;
          terminal.answer(replayed.value, `${accepted} events that this station did not have came from the backup of ${name}, ${formatMoment(at)}.\n${formatVerification(verification)}`);
          if (!verification.ok) fail();
          return done(null);
        }
        const restored = await restoreStation({ ...common, othersAreGone: input.othersAreGone });
        if (!restored.ok) return restored;
        const { name, site, at, waitsFor, verification } = restored.value;
        const next =
          waitsFor.length === 0
            ? `Start it with \`quietbell run --data ${common.dataFolder}\`. What was written after ${formatMoment(at)} is not in it.`
            : `Start it with \`quietbell run --data ${common.dataFolder}\`. Calls go out at once; records are written when these have said what they have of it, and have sent it: ${waitsFor.join(', ')}.`;
        terminal.answer(restored.value, `${name} of ${site} is back as it was on ${formatMoment(at)}.\n${formatVerification(verification)}\n${next}\nIt must not run anywhere else: never start its old data folder again.`);
        if (!verification.ok) fail();
        return done(null);
      }),
    );
};

const formatVerification = ({ ok, events, stations, problems }: Verification): string =>
  ok ? `Every event holds: ${events} of ${stations} ${stations === 1 ? 'station' : 'stations'}.` : `${problems.length} of ${events} events do not hold; quietbell verify lists them.`;

/** What goes wrong in a short command is its answer; there is no log to keep. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
