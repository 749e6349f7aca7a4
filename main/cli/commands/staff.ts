import type { Command } from 'commander';
import { z } from 'zod';
import { badgeNumberSchema, done, erasureReasonSchema, personNameSchema, pinSchema, roleSchema } from '../../contract/index.ts';
import type { Staff } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatTable } from '../table.ts';
import { readPin, typedPinSchema } from '../typedPin.ts';

const addStaffArguments = z.object({ name: personNameSchema, role: roleSchema, pin: typedPinSchema, temporary: z.boolean().default(false) });

const addStaff: StationCommand<z.infer<typeof addStaffArguments>, Staff> = {
  needs: 'ledger',
  arguments: addStaffArguments,
  run: async ({ client }, { name, role, pin, temporary }) => done(await client.staff.add({ name, role, temporary, pin: pinSchema.parse(await readPin(pin)) })),
  format: ({ name, role }) => `${name} can sign in (${role}).`,
};

const staffId = z.uuid('must be the id of a person, as `quietbell staff list` lists them');
const duressArguments = z.object({ staff: staffId, code: typedPinSchema.optional(), remove: z.boolean().default(false) }).refine(({ code, remove }) => (code === undefined) === remove, {
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

const pinArguments = z.object({ staff: staffId, pin: typedPinSchema });

const setPin: StationCommand<z.infer<typeof pinArguments>, { readonly staff: string }> = {
  needs: 'ledger',
  arguments: pinArguments,
  run: async ({ client }, { staff, pin }) => {
    await client.staff.setPin({ staff, pin: pinSchema.parse(await readPin(pin)) });
    return done({ staff });
  },
  format: () => 'The PIN is set, for one sign-in: the person then chooses another one.',
};

const roleArguments = z.object({ staff: staffId, role: roleSchema });

const setRole: StationCommand<z.infer<typeof roleArguments>, z.infer<typeof roleArguments>> = {
  needs: 'ledger',
  arguments: roleArguments,
  run: async ({ client }, input) => {
    await client.staff.setRole(input);
    return done(input);
  },
  format: ({ role }) => `The role is ${role} now.`,
};

const removeArguments = z.object({ staff: staffId });

const removeStaff: StationCommand<z.infer<typeof removeArguments>, z.infer<typeof removeArguments>> = {
  needs: 'ledger',
  arguments: removeArguments,
  run: async ({ client }, input) => {
    await client.staff.remove(input);
    return done(input);
  },
  format: () => 'That person cannot sign in any more; the name stays in what was written.',
};

const forgetArguments = z.object({ staff: staffId, reason: erasureReasonSchema });

const forgetStaff: StationCommand<z.infer<typeof forgetArguments>, z.infer<typeof forgetArguments>> = {
  needs: 'ledger',
  arguments: forgetArguments,
  run: async ({ client }, input) => {
    await client.staff.erase(input);
    return done(input);
  },
  format: () => 'That person is forgotten, here and on every station as it hears of it; what they did stays under their id.',
};

const badgeArguments = z.object({ staff: staffId, number: badgeNumberSchema.optional(), remove: z.boolean().default(false) }).refine(({ number, remove }) => (number === undefined) === remove, { error: 'must be given, or --remove', path: ['number'] });

const setBadge: StationCommand<z.infer<typeof badgeArguments>, { readonly staff: string; readonly set: boolean }> = {
  needs: 'ledger',
  arguments: badgeArguments,
  run: async ({ client }, { staff, number }) => {
    await client.staff.setBadge({ staff, number: number ?? null });
    return done({ staff, set: number !== undefined });
  },
  format: ({ set }) => (set ? 'The badge is given.' : 'There is no badge any more.'),
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
    .requiredOption('--role <role>', roleSchema.options.join(', '))
    .requiredOption('--pin <pin>', '4 to 12 digits; - reads it from standard input')
    .option('--temporary', 'the PIN is for one sign-in; the person then chooses another one')
    .action((options: unknown) => perform(addStaff, options));
  staff
    .command('pin')
    .description('set a PIN in place of a forgotten one, for one sign-in')
    .argument('<staff>', 'their id')
    .requiredOption('--pin <pin>', '4 to 12 digits; - reads it from standard input')
    .action((person: string, options: object) => perform(setPin, { staff: person, ...options }));
  staff
    .command('role')
    .description('give somebody another role')
    .argument('<staff>', 'their id')
    .requiredOption('--role <role>', roleSchema.options.join(', '))
    .action((person: string, options: object) => perform(setRole, { staff: person, ...options }));
  staff
    .command('badge')
    .description('give somebody a badge, or take it away')
    .argument('<staff>', 'their id')
    .option('--number <number>', 'what the badge reader types')
    .option('--remove', 'take it away')
    .action((person: string, options: object) => perform(setBadge, { staff: person, ...options }));
  staff
    .command('remove')
    .description('somebody has left: no sign-in any more')
    .argument('<staff>', 'their id')
    .action((person: string) => perform(removeStaff, { staff: person }));
  staff
    .command('forget')
    .description('forget somebody who was removed, on every station and for good; records keep the names that they say')
    .argument('<staff>', 'their id')
    .requiredOption('--reason <why>', erasureReasonSchema.options.join(', '))
    .action((person: string, options: object) => perform(forgetStaff, { staff: person, ...options }));
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
