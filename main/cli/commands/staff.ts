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
    .command('list')
    .description('list them')
    .action((options: unknown) => perform(listStaff, options));
};
