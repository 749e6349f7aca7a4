import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { backupKeepSchema, backupPassphraseSchema, backupTimesSchema, done, failed, type BackupSchedule, type BackedUpFiles, type BackupState, type MadeBackup, type Verification } from '../../contract/index.ts';
import { chooseDataFolder } from '../../control/chooseDataFolder.ts';
import type { Perform, StationAccess, StationCommand } from '../command.ts';
import { formatFiles } from '../filesReport.ts';
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
  format: ({ file, bytes, events, files }) => [`${file} holds a backup of ${events} events (${formatBytes(bytes)}). It was read again to the end.`, ...(files === undefined ? [] : filesLines(files))].join('\n'),
  isFailure: ({ files }) => files !== undefined && files.problem !== null,
};

/** The files of records that lie beside a backup, and what is amiss with the rest. */
const filesLines = ({ held, bytes, added, away, problem }: BackedUpFiles): readonly string[] => [
  ...(held === 0 ? [] : [`Beside it, in quietbell-files: ${held} ${held === 1 ? 'file' : 'files'} of records (${formatBytes(bytes)}), ${added} of them new.`]),
  ...(away === 0 ? [] : [`${away} ${away === 1 ? 'file is' : 'files are'} not there: not all of ${away === 1 ? 'it' : 'them'} is on this station yet.`]),
  ...(problem === null ? [] : [`! ${problem.message}\n  ${problem.remedy}`]),
];

/** Each tenth of it once, first of the ledger and then of the files. */
const tellProgress = async (client: StationAccess['client'], progress: (text: string) => void, signal: AbortSignal): Promise<void> => {
  const tenths = { ledger: 0, files: 0 };
  try {
    for await (const { running } of await client.backup.watch(undefined, { signal })) {
      if (running === null || running.expected === 0) continue;
      const what = running.files === undefined ? 'ledger' : 'files';
      const reached = Math.floor((running.written / running.expected) * 10);
      if (reached > tenths[what]) progress(`${reached}0 % of ${formatBytes(running.expected)}${running.files === undefined ? '' : `: ${running.files.done} of ${running.files.of} files of records`}`);
      tenths[what] = Math.max(tenths[what], reached);
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
  format: ({ passphraseSince, schedule: set, last, problem, filesProblem }) =>
    [
      `passphrase  ${passphraseSince === null ? 'none: no backup can be made' : `set ${formatMoment(passphraseSince)}`}`,
      `scheduled   ${set === null ? 'no' : `${formatTimes(set.times)}, to ${set.folder}`}`,
      `last        ${last === null ? 'none' : `${formatMoment(last.at)}, ${formatBytes(last.bytes)}, ${last.file}`}`,
      ...(last?.files === undefined ? [] : [`its files   ${last.files.held} of records, ${formatBytes(last.files.bytes)}${last.files.away === 0 ? '' : `; ${last.files.away} not all here yet`}`]),
      ...[problem, filesProblem ?? null].flatMap((each) => (each === null ? [] : [`! ${formatMoment(each.at)}: ${each.message}\n  ${each.remedy}`])),
    ].join('\n'),
};

const stop: StationCommand<object, { readonly stopped: true }> = {
  needs: 'running',
  arguments: z.object({}),
  run: async ({ client }) => {
    await client.backup.stop();
    return done({ stopped: true });
  },
  format: () => 'No backup is being made any more. A copy of the ledger that was finished stays, and the next backup goes on with the files.',
};

const formatTimes = (times: BackupSchedule['times']): string => (times.every === 'day' ? `every day at ${times.at}` : `every ${times.hours} hours`);

const fileArguments = z.object({ file: z.string().min(1) });
const restoreArguments = fileArguments.extend({ eventsOnly: z.boolean().default(false), othersAreGone: z.boolean().default(false) });

export const addBackupCommands = (program: Command, perform: Perform, { terminal, toldFolder, attempt, failed: fail }: CommandContext): void => {
  const onFile = (reached: number, of: number): void => terminal.meter(`File ${reached} of ${of}`);
  const backup = program
    .command('backup')
    .description('write an encrypted copy of this station into one file, also while it runs; the files of its records go beside it')
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
  backup.command('stop').description('give up the one that is being made').action((options: unknown) => perform(stop, options));
  backup.command('state').description('how it stands with them').action((options: unknown) => perform(state, options));
  backup
    .command('check')
    .description('read a backup and the files beside it to their end, and walk its chains; the passphrase comes through standard input')
    .argument('<file>', 'the backup')
    .action((file: string) =>
      attempt(fileArguments, { file }, async (input) => {
        const { inspectBackup } = await import('../../station/storage/restoreStation.ts');
        const checked = await inspectBackup({ file: resolve(input.file), passphrase: await readPassphrase(), log: silent, onFile });
        if (!checked.ok) return checked;
        const { name, site, at, verification, files } = checked.value;
        terminal.answer(checked.value, `${input.file}: ${name}, ${site}, ${formatMoment(at)}.\n${formatVerification(verification)}\n${formatFiles(files, 'whole beside it', 'The next backup writes what the station still has.')}`);
        if (!verification.ok || files.lacking.length > 0) fail();
        return done(null);
      }),
    );
  program
    .command('restore')
    .description('bring a station back from a backup, into an empty data folder; the passphrase comes through standard input')
    .argument('<file>', 'the backup')
    .option('--others-are-gone', 'no other station of the site will ever come back, so none is waited for')
    .addOption(new Option('--events-only', 'bring only its events and files, into the station of --data, which belongs to the same site and does not run').conflicts('othersAreGone'))
    .action((file: string, options: object) =>
      attempt(restoreArguments, { file, ...options }, async (input) => {
        const { replayEvents, restoreStation } = await import('../../station/storage/restoreStation.ts');
        const common = { file: resolve(input.file), passphrase: await readPassphrase(), dataFolder: chooseDataFolder(toldFolder()), log: silent, onFile };
        if (input.eventsOnly) {
          const replayed = await replayEvents(common);
          if (!replayed.ok) return replayed;
          const { name, at, accepted, verification, files } = replayed.value;
          terminal.answer(replayed.value, `${accepted} events that this station did not have came from the backup of ${name}, ${formatMoment(at)}.\n${formatVerification(verification)}\n${formatFiles(files, 'here', othersHaveThem)}`);
          if (!verification.ok) fail();
          return done(null);
        }
        const restored = await restoreStation({ ...common, othersAreGone: input.othersAreGone });
        if (!restored.ok) return restored;
        const { name, site, at, waitsFor, verification, files } = restored.value;
        const next =
          waitsFor.length === 0
            ? `Start it with \`quietbell run --data ${common.dataFolder}\`. What was written after ${formatMoment(at)} is not in it.`
            : `Start it with \`quietbell run --data ${common.dataFolder}\`. Calls go out at once; records are written when these have said what they have of it, and have sent it: ${waitsFor.join(', ')}.`;
        terminal.answer(restored.value, `${name} of ${site} is back as it was on ${formatMoment(at)}.\n${formatVerification(verification)}\n${formatFiles(files, 'back', `${othersHaveThem} If the folder quietbell-files of its backups turns up, put it beside ${input.file}, and bring them with \`quietbell restore ${input.file} --events-only --data ${common.dataFolder}\` while the station does not run.`)}\n${next}\nIt must not run anywhere else: never start its old data folder again.`);
        if (!verification.ok) fail();
        return done(null);
      }),
    );
};

const formatVerification = ({ ok, events, stations, problems }: Verification): string =>
  ok ? `Every event holds: ${events} of ${stations} ${stations === 1 ? 'station' : 'stations'}.` : `${problems.length} of ${events} events do not hold; quietbell verify lists them.`;

const othersHaveThem = 'They come by themselves from the other stations that have them.';

/** What goes wrong in a short command is its answer; there is no log to keep. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
