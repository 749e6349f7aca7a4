import type { Command } from 'commander';
import { z } from 'zod';
import { done, personNameSchema, pinSchema, roleSchema } from '../../contract/index.ts';
import type { Staff } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatTable } from '../table.ts';
import { readPin, typedPinSchema } from '../typedPin.ts';

const addStaffArguments = z.object({ name: personNameSchema, role: roleSchema, pin: typedPinSchema });

const addStaff: StationCommand<z.infer<typeof addStaffArguments>, Staff> = {
  needs: 'ledger',
  arguments: addStaffArguments,
  run: async ({ client }, { name, role, pin }) => done(await client.staff.add({ name, role, pin: pinSchema.parse(await readPin(pin)) })),
  format: ({ name, role }) => `${name} can sign in (${role}).`,
};

const duressArguments = z.object({ staff: z.uuid('must be the id of a person, as `quietbell staff list` lists them'), code: typedPinSchema.optional(), remove: z.boolean().default(false) }).refine(({ code, remove }) => (code === undefined) === remove, {
  error: 'must be given, or --remove',
  path: ['code'],
});

const setDuressCode: StationCommand<z.infer<typeof duressArguments>, { readonly staff: string; readonly set: boolean }> = {
  needs: 'ledger',
  arguments: duressArguments,
  run: async ({ client }, { staff, code }) => {
    await client.staff.setDuressCode({ staff, code: code === undefined ? null : pinSchema.parse(await readPin(code)) });
    return done({ staff, set: code !== undefined });
  },
  format: ({ set }) => (set ? 'The duress code is set.' : 'There is no duress code any more.'),
};

const listStaff: StationCommand<object, { readonly staff: readonly Staff[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ staff: await client.staff.list() }),
  format: ({ staff }) => (staff.length === 0 ? 'Nobody can sign in yet: `quietbell staff add`.' : formatTable(['NAME', 'ROLE', 'ID'], staff.map(({ name, role, id }) => [name, role, id]))),
};

export const addStaffCommands = (program: Command, perform: Perform): void => {
  const staff = program.command('staff').description('who can sign in at the stations of the site');
  staff
    .command('add')
    .description('add a person')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--role <role>', 'desk, supervisor or administrator')
    .requiredOption('--pin <pin>', '4 to 12 digits; - reads it from standard input')
    .action((options: unknown) => perform(addStaff, options));
  staff
    .command('duress-code')
    .description('set or take away the code that closes a call on its own screen only')
    .argument('<staff>', 'their id')
    .option('--code <code>', '4 to 12 digits, not their PIN; - reads it from standard input')
    .option('--remove', 'take it away')
    .action((person: string, options: object) => perform(setDuressCode, { staff: person, ...options }));
  staff
    .command('list')
    .description('list them')
    .action((options: unknown) => perform(listStaff, options));
};
