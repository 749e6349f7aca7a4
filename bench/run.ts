/** `npm run bench` runs all of them, one after the other; `npm run bench -- catchUp append` those; what follows the name of one alone is handed on to it. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const benches = ['pressPath', 'catchUp', 'append', 'search', 'list', 'size'] as const;
const told = process.argv.slice(2);
const optionsAt = told.findIndex((argument) => argument.startsWith('-'));
const names = optionsAt < 0 ? told : told.slice(0, optionsAt);
const options = optionsAt < 0 ? [] : told.slice(optionsAt);
const unknown = names.filter((name) => !benches.some((bench) => bench === name));
if (unknown.length > 0 || (options.length > 0 && names.length !== 1)) {
  console.error(unknown.length > 0 ? `There is no bench ${unknown.join(', ')}; there are ${benches.join(', ')}.` : 'Options belong to one bench: name it first, as in npm run bench -- catchUp --rounds 1.');
  process.exit(2);
}
let failed = false;
for (const name of names.length === 0 ? benches : names) {
  console.error(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.ts`, import.meta.url)), ...options], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
