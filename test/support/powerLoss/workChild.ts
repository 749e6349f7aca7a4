/** Works in a data folder until it is killed: `node workChild.ts WORK FOLDER`. Says `begun`, `acknowledged SUBJECT` and `round`, a line each, written before it goes on. */
import { writeSync } from 'node:fs';
import { z } from 'zod';
import { workNames, works } from './works.ts';

const [name, folder = ''] = process.argv.slice(2);
const work = works[z.enum(workNames).parse(name)];
const say = (line: string): void => void writeSync(1, `${line}\n`);
say('begun');
await work.run(folder, { acknowledged: (subject) => say(`acknowledged ${subject}`), roundDone: () => say('round') });
