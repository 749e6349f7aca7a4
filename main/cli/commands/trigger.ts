import type { Command } from 'commander';
import { z } from 'zod';
import { alarmLevelSchema, done, failed, proposedGesture, purposeSchema } from '../../contract/index.ts';
import type { Binding, Device, Purpose, Trigger } from '../../contract/index.ts';
import { bindByPressing } from '../bindByPressing.ts';
import type { Perform, StationAccess, StationCommand } from '../command.ts';
import { gestureName, parseGesture } from '../parseGesture.ts';
import type { TypedGesture } from '../parseGesture.ts';
import { parseKey } from '../parseKey.ts';
import { formatTable } from '../table.ts';

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

const gestureArgument = z
  .string()
  .transform((typed, context) => {
    const gesture = parseGesture(typed);
    if (gesture !== null) return gesture;
    context.addIssue({ code: 'custom', message: 'must be press, double-press, hold, hold:SECONDS (0.5 to 10) or together' });
    return z.NEVER;
  })
  .optional();

const bindArguments = z.object({ purpose: purposeSchema.optional(), level: alarmLevelSchema.optional(), gesture: gestureArgument }).refine(({ purpose, level }) => purpose === undefined || level === undefined, {
  error: 'must not stand beside --purpose, which says the same',
  path: ['level'],
});
const purposeOf = ({ purpose, level }: z.infer<typeof bindArguments>): Purpose => purpose ?? level ?? 'assist';

/** What was asked for; else one press, and two for what may reach the police. */
const gestureFor = async ({ client }: StationAccess, purpose: Purpose, asked: TypedGesture | undefined): Promise<TypedGesture> =>
  asked ?? proposedGesture(purpose, await client.plan.get(), await client.channel.list());

const pressingArguments = bindArguments.safeExtend({ timeout: z.coerce.number('must be a number of seconds').positive('must be more than 0 seconds').max(3600, 'must be 3600 seconds or less').default(60) });

const bindDevice: StationCommand<z.infer<typeof pressingArguments>, Binding> = {
  needs: 'running',
  arguments: pressingArguments,
  run: async (station, input, progress) => {
    const purpose = purposeOf(input);
    return bindByPressing(station.client, { gesture: await gestureFor(station, purpose, input.gesture), purpose }, input.timeout * 1000, progress);
  },
  format: formatBound,
};

const keySchema = z.string().transform((typed, context) => {
  const key = parseKey(typed);
  if (key !== null) return key;
  context.addIssue({ code: 'custom', message: 'must name a key, like F13, Pause or Ctrl+Alt+K' });
  return z.NEVER;
});

const onlyDevices = failed('InputInvalid', 'Two elements together can only be pedals and buttons: keyboards drop keys that are held together.', 'Type `quietbell bind --gesture together` without --key and --spot.', 'gesture');

const bindKeyArguments = bindArguments.safeExtend({ key: keySchema });

const bindKey: StationCommand<z.infer<typeof bindKeyArguments>, Binding> = {
  needs: 'ledger',
  arguments: bindKeyArguments,
  run: async (station, input) => {
    const purpose = purposeOf(input);
    const gesture = await gestureFor(station, purpose, input.gesture);
    return gesture.type === 'together' ? onlyDevices : done(await station.client.trigger.addBinding({ purpose, gesture, trigger: { type: 'key', key: input.key } }));
  },
  format: formatBound,
};

const bindSpot: StationCommand<z.infer<typeof bindArguments>, Binding> = {
  needs: 'ledger',
  arguments: bindArguments,
  run: async ({ client }, input) => {
    // A single touch of the screen happens by itself.
    const gesture = input.gesture ?? { type: 'double-press' };
    return gesture.type === 'together' ? onlyDevices : done(await client.trigger.addBinding({ purpose: purposeOf(input), gesture, trigger: { type: 'spot' } }));
  },
  format: formatBound,
};

const listBindings: StationCommand<object, { readonly bindings: readonly Binding[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ bindings: await client.trigger.bindings() }),
  format: ({ bindings }) =>
    bindings.length === 0 ? 'Nothing is bound: `quietbell bind`.' : formatTable(['TRIGGER', 'GESTURE', 'PURPOSE', 'ID'], bindings.map(({ trigger, gesture, purpose, id }) => [nameOf(trigger), gestureName(gesture), purpose, id])),
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

const doings: Record<Purpose, string> = {
  assist: 'raises a call for assistance',
  emergency: 'raises an emergency',
  acknowledge: 'says "I am coming"',
  checklist: 'opens the checklist',
  blank: 'shows the plain noticeboard',
  'check-in': 'answers a check-in',
};

function formatBound({ trigger, gesture, purpose }: Binding): string {
  return `Bound: ${nameOf(trigger)} (${gestureName(gesture)}) ${doings[purpose]}.`;
}

const kindOfBindSchema = z.looseObject({ list: z.boolean().optional(), together: z.boolean().optional(), remove: z.string().optional(), key: z.string().optional(), spot: z.boolean().optional() });

export const addTriggerCommands = (program: Command, perform: Perform): void => {
  program
    .command('devices')
    .description('list pedals and buttons')
    .action((options: unknown) => perform(listDevices, options));
  const bind = program.command('bind').description('bind a pedal or button by pressing it, or a key, or the spot on the screen');
  bind
    .option('--purpose <purpose>', 'assist, emergency, acknowledge, checklist, blank or check-in; else assist')
    .option('--level <level>', 'the same for the two levels: assist or emergency')
    .option('--gesture <gesture>', 'press, double-press, hold, hold:SECONDS or together; else a press, and a double press for what reaches the police')
    .option('--timeout <seconds>', 'how long to wait for the press (60)')
    .addOption(bind.createOption('--together', 'two elements at once: the same as --gesture together').conflicts(['gesture', 'key', 'spot', 'list', 'remove']))
    .addOption(bind.createOption('--key <key>', 'bind a key instead: F13, Pause, Ctrl+Alt+K').conflicts(['spot', 'list', 'remove']))
    .addOption(bind.createOption('--spot', 'bind the discreet spot on the screen instead').conflicts(['list', 'remove']))
    .addOption(bind.createOption('--list', 'list what is bound').conflicts('remove'))
    .addOption(bind.createOption('--remove <id>', 'remove a binding'))
    .action((options: object) => {
      const { list, remove, key, spot, together, ...rest } = kindOfBindSchema.parse(options);
      const how = { ...rest, ...(key === undefined ? {} : { key }), ...(together ? { gesture: 'together' } : {}) };
      if (list) return perform(listBindings, {});
      if (remove !== undefined) return perform(removeBinding, { remove });
      if (spot) return perform(bindSpot, how);
      if (key !== undefined) return perform(bindKey, how);
      return perform(bindDevice, how);
    });
};
