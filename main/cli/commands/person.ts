import type { Command } from 'commander';
import { z } from 'zod';
import { done, erasureReasonSchema } from '../../contract/index.ts';
import type { Erasure, PersonLine, SubjectAccess } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatErased } from '../erased.ts';
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
const exportArguments = z.object({ person: personId, withNames: z.boolean().default(false) });

const exportPerson: StationCommand<z.infer<typeof exportArguments>, SubjectAccess> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { person, withNames }) => done(await client.person.exportFile({ person, withhold: !withNames })),
  format: (access) => JSON.stringify(access, null, 2),
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
    .description('everything that is held on a person, as JSON, for that person; noted in the file')
    .argument('<person>', 'their id')
    .option('--with-names', 'do not leave out the names of others')
    .action((id: string, options: object) => perform(exportPerson, { person: id, ...options }));
  person
    .command('erase')
    .description('forget a person on every station, for good, with all files that were merged into this one; what records say of them stays')
    .argument('<person>', 'their id')
    .requiredOption('--reason <reason>', `${erasureReasonSchema.options.join(', ')}: it is kept`)
    .action((id: string, options: object) => perform(erasePerson, { person: id, ...options }));
};
