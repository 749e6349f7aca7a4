/** Holds the window to its catalogues: `node build/checkWording.ts` fails where a view says something itself, in words that no other language has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { literalWordings } from './literalWording.ts';

const root = fileURLToPath(new URL('../renderer', import.meta.url));
const catalogue = /(^|[\\/])messages\.[a-z]{2}\.ts$/;
const views = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !catalogue.test(name));

const found = views.flatMap((name) => literalWordings(name, readFileSync(join(root, name), 'utf8')).map(({ line, text }) => `renderer/${name.replaceAll('\\', '/')}:${line}: "${text}" belongs into the catalogues`));
for (const each of found) console.error(each);
if (views.length === 0 || found.length > 0) process.exitCode = 1;
console.log(`Wording of ${views.length} files of the window: ${found.length} literals.`);
