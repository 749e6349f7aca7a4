import type { Command } from 'commander';
import { z } from 'zod';
import { channelInputSchema, channelSecretsSchema, done, failed, slugSchema } from '../../contract/index.ts';
import type { Attempt, Channel, ChannelSecretName, ChannelSecrets, Result } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { readDocument, readInput } from '../readInput.ts';
import { formatMoment, formatTable } from '../table.ts';

const listChannels: StationCommand<object, { readonly channels: readonly Channel[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ channels: await client.channel.list() }),
  format: ({ channels }) =>
    channels.length === 0
      ? 'No way out of the site is set up: `quietbell channel save FILE`.'
      : formatTable(
          ['ID', 'NAME', 'TYPE', 'STATE', 'CHECKED', 'DRILLS', 'POLICE', 'SECRETS'],
          channels.map(({ id, name, settings, state, safeForDrills, reachesPolice, secretsSet }) => [
            id, name, settings.type, state.state, state.checkedAt === null ? 'never' : formatMoment(state.checkedAt), safeForDrills ? 'yes' : 'no', reachesPolice ? 'yes' : 'no', secretsSet.join(', ') || '-',
          ]),
        ),
};

/** `password=env:SMTP_PASSWORD`, `password=file:/run/secrets/smtp`, `password=-`. The secret itself would be there for every account of the machine to read. */
const secretSource = z.string().transform((typed, context) => {
  const [, name = '', source = ''] = /^(\w+)=(env:.+|file:.+|-)$/.exec(typed) ?? [];
  const known = channelSecretsSchema.keyof().safeParse(name);
  if (known.success) return { name: known.data, source };
  context.addIssue({ code: 'custom', message: `must be NAME=env:VARIABLE, NAME=file:PATH or NAME=- (standard input), with NAME one of ${channelSecretsSchema.keyof().options.join(', ')}` });
  return z.NEVER;
});

const saveArguments = z.object({ file: z.string().min(1), secret: z.array(secretSource).default([]) });

const saveChannel: StationCommand<z.infer<typeof saveArguments>, Channel> = {
  needs: 'ledger',
  arguments: saveArguments,
  run: async ({ client }, { file, secret }) => {
    const input = await readDocument(file, channelInputSchema);
    if (!input.ok) return input;
    const secrets = await readSecrets(secret);
    return secrets.ok ? done(await client.channel.save({ ...input.value, secrets: { ...input.value.secrets, ...secrets.value } })) : secrets;
  },
  format: ({ id, name }) => `Saved: ${name}. Try it with \`quietbell channel test ${id}\`.`,
};

const readSecrets = async (sources: readonly { readonly name: ChannelSecretName; readonly source: string }[]): Promise<Result<ChannelSecrets>> => {
  const secrets: Record<string, string> = {};
  for (const { name, source } of sources) {
    const variable = source.startsWith('env:') ? source.slice('env:'.length) : null;
    const read = variable === null ? await readInput(source.replace(/^file:/, '')) : readVariable(variable);
    if (!read.ok) return read;
    secrets[name] = read.value.trim();
  }
  const parsed = channelSecretsSchema.safeParse(secrets);
  const issue = parsed.error?.issues[0];
  return parsed.success ? done(parsed.data) : failed('InputInvalid', `The secret ${issue?.path.join('.') ?? ''} does not fit: ${issue?.message ?? ''}.`, 'Correct it, and save again; nothing was changed.', 'secret');
};

const readVariable = (name: string): Result<string> => {
  const value = process.env[name];
  return value === undefined ? failed('InputInvalid', `The environment has no variable ${name}.`, 'Set it for this command; nothing was changed.', 'secret') : done(value);
};

const idArguments = z.object({ id: slugSchema });

const testChannel: StationCommand<z.infer<typeof idArguments>, Attempt> = {
  needs: 'running',
  arguments: idArguments,
  run: async ({ client }, input) => done(await client.channel.test(input)),
  format: ({ outcome, answer, duration }) => `${outcome === 'received' ? 'It arrived' : 'It did not arrive'} (${(duration / 1000).toFixed(1)} s): ${answer}`,
  isFailure: ({ outcome }) => outcome === 'failed',
};

const removeChannel: StationCommand<z.infer<typeof idArguments>, { readonly removed: string }> = {
  needs: 'ledger',
  arguments: idArguments,
  run: async ({ client }, { id }) => {
    await client.channel.remove({ id });
    return done({ removed: id });
  },
  format: ({ removed }) => `Nobody is told by ${removed} any more.`,
};

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

export const addChannelCommands = (program: Command, perform: Perform): void => {
  program
    .command('channels')
    .description('list the ways out of the site, each with its state')
    .action((options: unknown) => perform(listChannels, options));
  const channel = program.command('channel').description('a way out of the site: e-mail, webhook, MQTT, SIA DC-09, relay contact, syslog');
  channel
    .command('save')
    .description('add a channel, or replace the one with that id, from a YAML or JSON file')
    .argument('<file>', 'as docs/channels.md describes it; - reads standard input')
    .option('--secret <name=source>', 'password=env:VARIABLE, password=file:PATH or password=-; may be given several times', collect)
    .action((file: string, options: object) => perform(saveChannel, { file, ...options }));
  channel
    .command('test')
    .description('send a message that says it is a test, and wait for how it ends')
    .argument('<id>', 'as `quietbell channels` lists it')
    .action((id: string) => perform(testChannel, { id }));
  channel
    .command('remove')
    .description('remove a channel that no plan names any more')
    .argument('<id>', 'as `quietbell channels` lists it')
    .action((id: string) => perform(removeChannel, { id }));
};
