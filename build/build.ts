/**
 * Makes `dist/`: `node build/build.ts`, or with `--changed` only what is older than its source. `--to-start` also
 * sees to what the station needs from the system.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundlePrograms } from './bundle.ts';
import { buildState } from './isBuilt.ts';
import { installPrerequisites } from './prerequisites.ts';

if (process.argv.includes('--to-start')) installPrerequisites('start');

const onlyChanged = process.argv.includes('--changed');
const due = (...names: Parameters<typeof buildState>[0][]): boolean => !onlyChanged || names.some((name) => buildState(name) !== 'fresh');

if (due('renderer/index.html')) {
  console.error('Building the window…');
  await build({ configFile: fileURLToPath(new URL('../renderer/vite.config.ts', import.meta.url)), logLevel: 'warn' });
}
if (due('cli/quietbell.js', 'electron/main.js')) {
  console.error('Building the programs…');
  await bundlePrograms();
}
