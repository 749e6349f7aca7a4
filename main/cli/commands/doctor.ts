import type { Command } from 'commander';
import { z } from 'zod';
import { done } from '../../contract/index.ts';
import { chooseDataFolder } from '../../control/chooseDataFolder.ts';
import { examine } from '../doctor/examine.ts';
import type { CommandContext } from '../runCommandLine.ts';
import { formatTable } from '../table.ts';

/** What would work on this machine, before anything is set up; exit status 1 when a desk would not. */
export const addDoctorCommand = (program: Command, { terminal, toldFolder, attempt, failed }: CommandContext): void => {
  program
    .command('doctor')
    .description('what would work on this machine, and what is missing')
    .action((options: unknown) =>
      attempt(z.object({}), options, async () => {
        const checks = await examine(chooseDataFolder(toldFolder()));
        const ok = checks.every(({ state }) => state !== 'fails');
        const remedies = checks.flatMap(({ what, remedy }) => (remedy === '' ? [] : [`! ${what}: ${remedy}`]));
        terminal.answer({ ok, checks }, [formatTable(['CHECK', 'STATE', 'FOUND'], checks.map(({ what, state, found }) => [what, state, found])), ...remedies].join('\n\n'));
        if (!ok) failed();
        return done(null);
      }),
    );
};
