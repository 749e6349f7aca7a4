import type { Command } from 'commander';
import { z } from 'zod';
import { done } from '../../contract/index.ts';
import type { PersonLine, SubjectAccess } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
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

const exportArguments = z.object({ person: z.uuid('must be the id of a person, as `quietbell persons` lists them'), withNames: z.boolean().default(false) });

const exportPerson: StationCommand<z.infer<typeof exportArguments>, SubjectAccess> = {
  needs: 'ledger',
  arguments: exportArguments,
  run: async ({ client }, { person, withNames }) => done(await client.person.exportFile({ person, withhold: !withNames })),
  format: (access) => JSON.stringify(access, null, 2),
};

export const addPersonCommands = (program: Command, perform: Perform): void => {
  program
    .command('persons')
    .description('list the files on people, without their names; or find one by name')
    .option('--search <text>', 'only those in whose names or description all of these words occur')
    .action((options: unknown) => perform(listPersons, options));
  program
    .command('person')
    .description('one file on a person')
    .command('export')
    .description('everything that is held on a person, as JSON, for that person; noted in the file')
    .argument('<person>', 'their id')
    .option('--with-names', 'do not leave out the names of others')
    .action((person: string, options: object) => perform(exportPerson, { person, ...options }));
};
