import type { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { alarmKindSchema, alarmLevelSchema, closeReasonSchema, done, textSchema } from '../../contract/index.ts';
import type { Alarm } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

interface OneAlarm {
  readonly alarm: string;
}

const alarmIdSchema = z.uuid('must be the id of an alarm, as `quietbell alarms` lists them');

const pressArguments = z.object({ level: alarmLevelSchema.default('assist'), kind: alarmKindSchema.default('real') });

const press: StationCommand<z.infer<typeof pressArguments>, OneAlarm> = {
  needs: 'running',
  arguments: pressArguments,
  run: async ({ client }, { level, kind }) => done(await client.alarm.press({ id: uuidv7(), level, kind, source: 'command' })),
  format: ({ alarm }) => `The alarm is raised: ${alarm}`,
};

const acknowledgeArguments = z.object({ alarm: alarmIdSchema });

const acknowledge: StationCommand<z.infer<typeof acknowledgeArguments>, OneAlarm> = {
  needs: 'running',
  arguments: acknowledgeArguments,
  run: async ({ client }, { alarm }) => {
    await client.alarm.acknowledge({ alarm });
    return done({ alarm });
  },
  format: () => 'They know that you are coming.',
};

const closeArguments = z.object({ alarm: alarmIdSchema, reason: closeReasonSchema.default('resolved'), note: textSchema(2000).default('') });

const close: StationCommand<z.infer<typeof closeArguments>, OneAlarm> = {
  needs: 'running',
  arguments: closeArguments,
  run: async ({ client }, input) => {
    await client.alarm.close(input);
    return done({ alarm: input.alarm });
  },
  format: () => 'The alarm is closed.',
};

const followUpArguments = z.object({ alarm: alarmIdSchema, note: textSchema(2000).default('') });

const followUp: StationCommand<z.infer<typeof followUpArguments>, OneAlarm> = {
  needs: 'running',
  arguments: followUpArguments,
  run: async ({ client }, input) => {
    await client.alarm.followUp(input);
    return done({ alarm: input.alarm });
  },
  format: () => 'It is noted that somebody looked in.',
};

const listAlarms: StationCommand<object, { readonly alarms: readonly Alarm[] }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done({ alarms: await client.alarm.list() }),
  format: ({ alarms }) =>
    alarms.length === 0
      ? 'No alarm was ever raised.'
      : formatTable(
          ['RAISED', 'STATION', 'LEVEL', 'KIND', 'STATE', 'RECEIVED BY', 'COMING', 'ID'],
          alarms.map((alarm) => [formatMoment(alarm.raisedAt), alarm.station, alarm.level, alarm.kind, stateOf(alarm), alarm.receivedBy.join(', ') || '-', alarm.acknowledgedBy.join(', ') || '-', alarm.id]),
        ),
};

const stateOf = ({ state, duress, followUp: looked }: Alarm): string => (duress ? 'duress' : looked === 'none' ? state : looked === 'asked' ? 'called off, look in' : 'called off');

export const addAlarmCommands = (program: Command, perform: Perform): void => {
  program
    .command('press')
    .description('press: raises an alarm from this station')
    .option('--level <level>', 'assist (come and help me) or emergency (I am in danger); else assist')
    .option('--kind <kind>', 'real, drill or test; else real')
    .action((options: unknown) => perform(press, options));
  program
    .command('ack')
    .description('acknowledge: "I am coming"')
    .argument('<alarm>', 'its id')
    .action((alarm: string) => perform(acknowledge, { alarm }));
  program
    .command('close')
    .description('close an alarm')
    .argument('<alarm>', 'its id')
    .option('--reason <reason>', 'resolved, false-alarm or drill; else resolved')
    .option('--note <note>', 'a word about it')
    .action((alarm: string, options: object) => perform(close, { alarm, ...options }));
  program
    .command('follow-up')
    .description('you looked in on somebody who had called off')
    .argument('<alarm>', 'its id')
    .option('--note <note>', 'a word about it')
    .action((alarm: string, options: object) => perform(followUp, { alarm, ...options }));
  program
    .command('alarms')
    .description('list the alarms of the site, open ones first')
    .action((options: unknown) => perform(listAlarms, options));
};
