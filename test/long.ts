/** What takes too long for every change, as `npm run test:long` runs it. `npm run test:long -- chaos` runs the files that have this in their names. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPrerequisites } from '../build/prerequisites.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

installPrerequisites('test');
console.log('The long tests take about 20 minutes on two idle cores: 200 kills in the middle of commits, migrations and rebuilds; five stations in a network that falls apart,');
console.log('five times for a minute; every byte of a ledger changed once. Each prints its seed; QUIETBELL_SEED=… runs the same once more.\n');
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--config', 'test/long/vitest.config.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
