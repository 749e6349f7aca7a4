import type { Command } from 'commander';
import { z } from 'zod';
import { done } from '../../contract/index.ts';
import type { FaultRecord } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatMoment, formatTable } from '../table.ts';

const faultArguments = z.object({ all: z.boolean().default(false) });

const listFaults: StationCommand<z.infer<typeof faultArguments>, { readonly faults: readonly FaultRecord[] }> = {
  needs: 'ledger',
  arguments: faultArguments,
  run: async ({ client }, { all }) => done({ faults: (await client.site.faults()).filter(({ endedAt }) => all || endedAt === null) }),
  format: ({ faults }) => {
    if (faults.length === 0) return 'Nothing is wrong that any station knows of.';
    const table = formatTable(['SINCE', 'UNTIL', 'STATION', 'KIND', 'WHAT'], faults.map(({ since, endedAt, station, kind, message }) => [formatMoment(since), endedAt === null ? 'now' : formatMoment(endedAt), station, kind, message]));
    const remedies = [...new Set(faults.flatMap(({ endedAt, message, remedy }) => (endedAt === null ? [`! ${message}\n  ${remedy}`] : [])))];
    return [table, ...remedies].join('\n\n');
  },
};

const aloneArguments = z.object({ state: z.enum(['on', 'off']) });

const setAlone: StationCommand<z.infer<typeof aloneArguments>, { readonly alone: boolean }> = {
  needs: 'running',
  arguments: aloneArguments,
  run: async ({ client }, { state }) => {
    await client.desk.setAlone({ alone: state === 'on' });
    return done({ alone: state === 'on' });
  },
  format: ({ alone }) => (alone ? 'This station counts as staffed by one person. It asks for check-ins.' : 'This station counts as staffed by several people.'),
};

const checkIn: StationCommand<object, { readonly checkedIn: true }> = {
  needs: 'running',
  arguments: z.object({}),
  run: async ({ client }) => {
    await client.desk.checkIn();
    return done({ checkedIn: true });
  },
  format: () => 'Checked in.',
};

export const addWatchCommands = (program: Command, perform: Perform): void => {
  program
    .command('faults')
    .description('what is wrong on the site, since when, and what to do')
    .option('--all', 'also what is over')
    .action((options: unknown) => perform(listFaults, options));
  program
    .command('alone')
    .description('working alone at this station')
    .argument('<state>', 'on or off')
    .action((state: string) => perform(setAlone, { state }));
  program
    .command('checkin')
    .description('answer a check-in, also before it is asked for')
    .action((options: unknown) => perform(checkIn, options));
};
