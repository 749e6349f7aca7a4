/**
 * The whole check, as `npm test` runs it: what is missing is installed or named, the layers are held, everything is built
 * and every suite runs. `node test/run.ts unit lan` runs these suites alone. At the end stands what did not run here, and why.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { installPrerequisites, withoutPrerequisites } from '../build/prerequisites.ts';
import { notRunIn, sayNotRun } from './support/notRun.ts';

/** What vitest's JSON reporter writes, as far as it is read here. */
const resultSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

const root = fileURLToPath(new URL('..', import.meta.url));
const suites = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'quietbell-test-'));
const notRunFile = join(scratch, 'not-run.jsonl');
const resultFile = join(scratch, 'vitest.json');
writeFileSync(notRunFile, '');

const step = (title: string, command: string, ...args: readonly string[]): boolean => {
  const began = Date.now();
  console.log(`\n— ${title}`);
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit', env: { ...process.env, QUIETBELL_NOT_RUN: notRunFile, NODE_COMPILE_CACHE: join(scratch, 'compiled') }, shell: process.platform === 'win32' });
  console.log(`  ${status === 0 ? 'holds' : 'FAILED'} after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
};

installPrerequisites('test');
const checks = [
  () => step('types and layers', 'tsc', '-b'),
  () => step('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  () => step('import directions', 'node', 'build/checkImports.ts'),
  () => step('build', 'node', 'build/build.ts'),
  () => step('tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`, ...suites.flatMap((suite) => ['--project', suite])),
];
const failures = checks.filter((check) => !check());

sayNotRun([...withoutPrerequisites('test'), ...notRunIn(notRunFile)]);

const counts = resultSchema.safeParse(readJson(resultFile));
if (counts.success) {
  const slowest = counts.data.testResults.map(({ name, startTime, endTime }) => ({ name, took: (endTime - startTime) / 1000 })).toSorted((a, b) => b.took - a.took);
  console.log('\nThe files that took longest:');
  for (const { name, took } of slowest.slice(0, 10)) console.log(`  ${took.toFixed(0)} s ${relative(root, name)}`);
  const failed = counts.data.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' || message === undefined ? [] : [`${relative(root, name)}: ${message.split('\n')[0] ?? ''}`]),
    ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => `${relative(root, name)}: ${fullName}: ${failureMessages[0]?.split('\n')[0] ?? ''}`),
  ]);
  if (failed.length > 0) console.log('\nFailed:');
  for (const line of failed) console.log(`  ${line}`);
  console.log(`\n${counts.data.numPassedTests} passed, ${counts.data.numFailedTests} failed, ${counts.data.numPendingTests} skipped`);
}
if (failures.length > 0 || !counts.success || counts.data.numPassedTests === 0) process.exitCode = 1;
rmSync(scratch, { recursive: true, force: true });

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
