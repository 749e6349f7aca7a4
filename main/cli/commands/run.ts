import type { Command } from 'commander';
import { z } from 'zod';
import { done, failed } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { chooseDataFolder } from '../../control/chooseDataFolder.ts';
import { chooseHost, hostSchema } from '../run/chooseHost.ts';
import type { CommandContext } from '../runCommandLine.ts';

/** `host:port`; an IPv6 address stands in brackets; port 0 takes any free one. */
const listenSchema = z
  .string()
  .regex(/^(\[[0-9a-f:.]+\]|[^\s:[\]]+):\d{1,5}$/i, 'must be written HOST:PORT, as in 0.0.0.0:7411')
  .refine((address) => Number(address.slice(address.lastIndexOf(':') + 1)) <= 65_535, { error: 'has a port above 65535' });

const runArguments = z.object({ host: hostSchema.optional(), listen: listenSchema.optional(), open: z.boolean().default(true) });

const openWindow: StationCommand<object, { readonly window: string }> = {
  needs: 'running',
  arguments: z.object({}),
  run: async ({ windowAddress }) => {
    const window = await windowAddress();
    return window === null ? failed('StationNotRunning', 'The station that runs for this folder shows no window in a browser.', 'Stop it and start it with `quietbell run --host browser`.') : done({ window });
  },
  format: ({ window }) => window,
};

export const addRunCommands = (program: Command, perform: Perform, { terminal, toldFolder, attempt }: CommandContext): void => {
  program
    .command('run')
    .description('run the station of this desk until Ctrl-C')
    .option('--host <host>', 'electron, browser (the machine\'s own) or none (no window); else electron where it is installed')
    .option('--listen <host:port>', 'where the other stations reach this one; else as configured, else 0.0.0.0:7411')
    .option('--no-open', 'with --host browser: print the address of the window instead of opening it')
    .action((options: unknown) =>
      attempt(runArguments, options, async ({ host, listen, open }) => {
        const choices = { terminal, dataFolder: chooseDataFolder(toldFolder()), listen: listen ?? null };
        const chosen = await chooseHost(host ?? null, terminal);
        if (!chosen.ok) return chosen;
        // Loaded when needed: the other commands must not wait for the database's compiled part.
        if (chosen.value.host === 'electron') return (await import('../run/runElectron.ts')).runElectron({ ...choices, electron: chosen.value.electron });
        return (await import('../run/runKeeper.ts')).runKeeper({ ...choices, host: chosen.value.host, open });
      }),
    );
  program.command('station', { hidden: true }).action((options: unknown) => attempt(z.object({}), options, async () => (await import('../run/keptStation.ts')).runKeptStation()));
  program
    .command('open')
    .description('print a fresh one-time address of the running window')
    .action((options: unknown) => perform(openWindow, options));
};
