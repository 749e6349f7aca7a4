import { join } from 'node:path';
import type { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { alarmLevelSchema, done, failed } from '../../contract/index.ts';
import type { AlarmLevel, Result } from '../../contract/index.ts';
import { connectControl } from '../../control/connectControl.ts';
import { chooseDemoFolder } from '../demo/demoFolder.ts';
import { pressedStation } from '../demo/demoSite.ts';
import { runDemo } from '../demo/runDemo.ts';
import type { CommandContext } from '../runCommandLine.ts';
import type { Terminal } from '../terminal.ts';

const demoArguments = z.object({ press: z.boolean().default(false), level: alarmLevelSchema.default('assist'), open: z.boolean().default(true) });

export const addDemoCommand = (program: Command, { terminal, toldFolder, attempt }: CommandContext): void => {
  program
    .command('demo')
    .description('a site of three stations on this computer, to try things out')
    .option('--press', 'press the pretended pedal of the running demo')
    .option('--level <level>', 'with --press: assist or emergency; else assist')
    .option('--no-open', 'print the addresses of the windows instead of opening them')
    .action((options: unknown) =>
      attempt(demoArguments, options, ({ press, level, open }) => {
        const folder = chooseDemoFolder(toldFolder());
        return press ? pressInDemo(terminal, folder, level) : runDemo({ terminal, folder, open });
      }),
    );
};

const pressInDemo = async (terminal: Terminal, folder: string, level: AlarmLevel): Promise<Result<null>> => {
  const station = await connectControl(join(folder, pressedStation.folder));
  if (station === null) return failed('StationNotRunning', `No demo runs in ${folder}.`, 'Start it with `npm run demo`.');
  try {
    // A drill, so that nobody takes the record of a demo for a real call.
    const { alarm } = await station.client.alarm.press({ id: uuidv7(), level, kind: 'drill', source: 'command' });
    terminal.answer({ alarm }, `Pressed at the ${pressedStation.station}. Look at the other two windows.\n${alarm}`);
    return done(null);
  } finally {
    station.close();
  }
};
