import type { Command } from 'commander';
import { z } from 'zod';
import { alarmLevelSchema, done } from '../../contract/index.ts';
import type { Binding, Device, Trigger } from '../../contract/index.ts';
import { bindByPressing } from '../bindByPressing.ts';
import type { Perform, StationCommand } from '../command.ts';
import { parseKey } from '../parseKey.ts';
import { formatTable } from '../table.ts';

const levelSchema = alarmLevelSchema.default('assist');

const listDevices: StationCommand<object, { readonly devices: readonly Device[] }> = {
  needs: 'running',
  arguments: z.object({}),
  run: async ({ client }) => done({ devices: await client.trigger.devices() }),
  format: ({ devices }) => {
    if (devices.length === 0) return 'No pedal or button is plugged in or bound.';
    const hints = devices.flatMap(({ name, hint }) => (hint === null ? [] : [`! ${name}: ${hint}`]));
    return [formatTable(['DEVICE', 'STATE', 'BOUND', 'PATH'], devices.map(({ name, state, bound, path }) => [name, state, bound ? 'yes' : 'no', path ?? '-'])), ...hints].join('\n');
  },
};

const pressingArguments = z.object({ level: levelSchema, timeout: z.coerce.number('must be a number of seconds').positive('must be more than 0 seconds').max(3600, 'must be 3600 seconds or less').default(60) });

const bindDevice: StationCommand<z.infer<typeof pressingArguments>, Binding> = {
  needs: 'running',
  arguments: pressingArguments,
  run: ({ client }, { level, timeout }, progress) => bindByPressing(client, { gesture: { type: 'press' }, purpose: level }, timeout * 1000, progress),
  format: formatBound,
};

const keySchema = z.string().transform((typed, context) => {
  const key = parseKey(typed);
  if (key !== null) return key;
  context.addIssue({ code: 'custom', message: 'must name a key, like F13, Pause or Ctrl+Alt+K' });
  return z.NEVER;
});

const bindKeyArguments = z.object({ level: levelSchema, key: keySchema });

const bindKey: StationCommand<z.infer<typeof bindKeyArguments>, Binding> = {
  needs: 'ledger',
  arguments: bindKeyArguments,
  run: async ({ client }, { level, key }) => done(await client.trigger.addBinding({ purpose: level, gesture: { type: 'press' }, trigger: { type: 'key', key } })),
  format: formatBound,
};

const bindSpotArguments = z.object({ level: levelSchema });

const bindSpot: StationCommand<z.infer<typeof bindSpotArguments>, Binding> = {
  needs: 'ledger',
  arguments: bindSpotArguments,
  run: async ({ client }, { level }) => done(await client.trigger.addBinding({ purpose: level, gesture: { type: 'double-press' }, trigger: { type: 'spot' } })),
  format: formatBound,
};

const listBindings: StationCommand<object, { readonly bindings: readonly Binding[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ bindings: await client.trigger.bindings() }),
  format: ({ bindings }) =>
    bindings.length === 0 ? 'Nothing is bound: `quietbell bind`.' : formatTable(['TRIGGER', 'PURPOSE', 'ID'], bindings.map(({ trigger, purpose, id }) => [nameOf(trigger), purpose, id])),
};

const removeArguments = z.object({ remove: z.uuid('must be the id of a binding, as `quietbell bind --list` lists them') });

const removeBinding: StationCommand<z.infer<typeof removeArguments>, { readonly removed: string }> = {
  needs: 'ledger',
  arguments: removeArguments,
  run: async ({ client }, { remove }) => {
    await client.trigger.removeBinding({ id: remove });
    return done({ removed: remove });
  },
  format: () => 'It raises no alarm any more.',
};

function nameOf(trigger: Trigger): string {
  if (trigger.type === 'device') return trigger.name;
  if (trigger.type === 'spot') return 'the spot on the screen';
  const { ctrl, alt, shift, code } = trigger.key;
  return [...(ctrl ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), code].join('+');
}

function formatBound({ trigger, purpose }: Binding): string {
  return `Bound: ${nameOf(trigger)} raises ${purpose === 'assist' ? 'a call for assistance' : 'an emergency'}.`;
}

const kindOfBindSchema = z.object({ list: z.boolean().optional(), remove: z.string().optional(), key: z.string().optional(), spot: z.boolean().optional() });

export const addTriggerCommands = (program: Command, perform: Perform): void => {
  program
    .command('devices')
    .description('list pedals and buttons')
    .action((options: unknown) => perform(listDevices, options));
  const bind = program.command('bind').description('bind a pedal or button by pressing it, or a key, or the spot on the screen');
  bind
    .option('--level <level>', 'assist or emergency; else assist')
    .option('--timeout <seconds>', 'how long to wait for the press (60)')
    .addOption(bind.createOption('--key <key>', 'bind a key instead: F13, Pause, Ctrl+Alt+K').conflicts(['spot', 'list', 'remove']))
    .addOption(bind.createOption('--spot', 'bind the discreet spot on the screen instead').conflicts(['list', 'remove']))
    .addOption(bind.createOption('--list', 'list what is bound').conflicts('remove'))
    .addOption(bind.createOption('--remove <id>', 'remove a binding'))
    .action((options: object) => {
      const { list, remove, key, spot } = kindOfBindSchema.parse(options);
      if (list) return perform(listBindings, {});
      if (remove !== undefined) return perform(removeBinding, { remove });
      if (spot) return perform(bindSpot, options);
      if (key !== undefined) return perform(bindKey, options);
      return perform(bindDevice, options);
    });
};
