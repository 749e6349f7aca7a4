import type { Command } from 'commander';
import { z } from 'zod';
import { done, erasureReasonSchema, failed } from '../../contract/index.ts';
import type { Erasure, PersonLine, SubjectAccess } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatErased } from '../erased.ts';
import { forceOption, formatPdf, languageOption, outOption, pdfArguments, writeMadeFile, type WrittenFile } from '../pdfOutput.ts';
import { formatTable } from '../table.ts';

const listArguments = z.object({ search: z.string().min(1).max(200).optional() });

/** Names show only where somebody looks for one: a terminal is read by others, and kept in its scrolling. */
const listPersons: StationCommand<z.infer<typeof listArguments>, { readonly persons: readonly (Omit<PersonLine, 'names' | 'description'> & { readonly names?: readonly string[] })[] }> = {
  needs: 'ledger',
  arguments: listArguments,
  run: async ({ client }, { search }) => {
    const people = search === undefined ? (await client.person.list()).people : await client.person.find({ text: search });
    return done({ persons: people.map(({ names, description: _description, ...person }) => ({ ...person, ...(search === undefined ? {} : { names }) })) });
  },
  format: ({ persons }) =>
    persons.length === 0
      ? 'Nobody is on file, or nobody fits.'
      : formatTable(
          ['STATUS', 'BAN', 'MARKER', 'REVIEW', 'ID', 'NAMES'],
          persons.map(({ id, banned, marked, file, names }) => [file?.waiting === true ? 'waiting' : (file?.status ?? ''), banned ? 'yes' : 'no', marked ? 'yes' : 'no', file?.reviewOn ?? '', id, names?.join(', ') ?? '-']),
        ),
};

const personId = z.uuid('must be the id of a person, as `quietbell persons` lists them');
const exportArguments = z.object({ person: personId, withNames: z.boolean().default(false), format: z.enum(['json', 'pdf']).default('json'), ...pdfArguments });

const exportPerson: StationCommand<z.infer<typeof exportArguments>, SubjectAccess | WrittenFile> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { person, withNames, format, language, out, force }) => {
    const withhold = !withNames;
    return format === 'json' ? done(await client.person.exportFile({ person, withhold })) : writeMadeFile(await client.person.exportPdf({ person, withhold, language }), out, force);
  },
  format: (made) => ('path' in made ? formatPdf(made) : JSON.stringify(made, null, 2)),
};

const letterArguments = z.object({ person: personId, ban: z.uuid('must be the id of one of their bans, as `quietbell person export` lists them').optional(), ...pdfArguments });

const makeLetter: StationCommand<z.infer<typeof letterArguments>, WrittenFile> = {
  needs: 'ledger',
  arguments: letterArguments,
  run: async ({ client }, { person, ban: named, language, out, force }) => {
    const ban = named ?? (await client.person.get({ person })).bans.findLast(({ state }) => state === 'open' || state === 'coming')?.id;
    if (ban === undefined) return failed('PersonUnknown', 'No ban stands or is about to begin for this person.', 'Name an earlier one with --ban; `quietbell person export` lists them.', 'ban');
    return writeMadeFile(await client.person.letterPdf({ person, ban, language }), out, force);
  },
  format: formatPdf,
};

const eraseArguments = z.object({ person: personId, reason: erasureReasonSchema });

const erasePerson: StationCommand<z.infer<typeof eraseArguments>, { readonly erased: readonly Erasure[] }> = {
  needs: 'ledger',
  arguments: eraseArguments,
  run: async ({ client }, { person, reason }) => done({ erased: await client.person.erase({ person, reason }) }),
  format: formatErased,
};

export const addPersonCommands = (program: Command, perform: Perform): void => {
  program
    .command('persons')
    .description('list the files on people, without their names; or find one by name')
    .option('--search <text>', 'only those in whose names or description all of these words occur')
    .action((options: unknown) => perform(listPersons, options));
  const person = program.command('person').description('one file on a person');
  person
    .command('export')
    .description('everything that is held on a person, for that person; noted in the file')
    .argument('<person>', 'their id')
    .option('--with-names', 'do not leave out the names of others')
    .option('--format <format>', 'json, on the standard output; or pdf')
    .option(...outOption)
    .option(...languageOption)
    .option(...forceOption)
    .action((id: string, options: object) => perform(exportPerson, { person: id, ...options }));
  person
    .command('letter')
    .description('the notice letter of a ban, as PDF; noted in the audit list')
    .argument('<person>', 'their id')
    .option('--ban <ban>', 'its id; the newest that stands or is about to begin otherwise')
    .option(...outOption)
    .option(...languageOption)
    .option(...forceOption)
    .action((id: string, options: object) => perform(makeLetter, { person: id, ...options }));
  person
    .command('erase')
    .description('forget a person on every station, for good, with all files that were merged into this one; what records say of them stays')
    .argument('<person>', 'their id')
    .requiredOption('--reason <reason>', `${erasureReasonSchema.options.join(', ')}: it is kept`)
    .action((id: string, options: object) => perform(erasePerson, { person: id, ...options }));
};
