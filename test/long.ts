/** What takes too long for every change, as `npm run test:long` runs it. `npm run test:long -- chaos` runs the files that have this in their names. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPrerequisites, withoutPrerequisites } from '../build/prerequisites.ts';
import { notRunIn, sayNotRun } from './support/notRun.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

installPrerequisites('test');
installPrerequisites('long');
const scratch = mkdtempSync(join(tmpdir(), 'quietbell-long-'));
const notRunFile = join(scratch, 'not-run.jsonl');
writeFileSync(notRunFile, '');
console.log('The long tests take about 45 minutes on two idle cores: 200 kills in the middle of commits, migrations and rebuilds; five stations in a network that falls apart,');
console.log('five times for a minute; every byte of a ledger changed once; a site with 100,000 records, amended five times each; exported tables opened in LibreOffice.');
console.log('Each prints its seed; QUIETBELL_SEED=… runs the same once more.\n');
const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--config', 'test/long/vitest.config.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: { ...process.env, QUIETBELL_NOT_RUN: notRunFile }, shell: process.platform === 'win32' });
sayNotRun([...withoutPrerequisites('test'), ...withoutPrerequisites('long'), ...notRunIn(notRunFile)]);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = status ?? 1;
