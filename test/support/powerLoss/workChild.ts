/** Works in a data folder until it is killed: `node workChild.ts WORK FOLDER`. Says `begun`, `acknowledged SUBJECT` and `round`, a line each, written before it goes on. */
import { writeSync } from 'node:fs';
import { z } from 'zod';
import { workNames, works } from './works.ts';

const [name, folder = ''] = process.argv.slice(2);
const work = works[z.enum(workNames).parse(name)];
/** Where the pipe is full it is tried again: whoever reads it has other things to do as well. */
const say = (line: string): void => {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
};
say('begun');
await work.run(folder, { acknowledged: (subject) => say(`acknowledged ${subject}`), roundDone: () => say('round') });
