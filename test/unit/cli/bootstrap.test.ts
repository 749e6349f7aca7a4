import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-bootstrap-'));
  await copyFile(fileURLToPath(new URL('../../../main/cli/quietbell.mjs', import.meta.url)), join(folder, 'quietbell.mjs'));
  await writeFile(join(folder, 'quietbell.ts'), "process.stdout.write('started');");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the bootstrap under this Node, which says that it is another one. */
const startUnder = (version: string, ...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} }); await import(${JSON.stringify(pathToFileURL(join(folder, 'quietbell.mjs')).href)});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', pretend, '--', ...args], { encoding: 'utf8' });
};

describe('the quietbell command under another Node', () => {
  it.each(['22.18.0', '22.20.1', '24.21.0'])('starts under %s', (version) => {
    expect(startUnder(version)).toMatchObject({ status: 0, stdout: 'started' });
  });

  it.each(['18.19.0', '20.20.2', '22.17.9'])('says what to do under %s, and does not start', (version) => {
    const { status, stdout, stderr } = startUnder(version);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`Quietbell needs Node 22.18 or newer; this is Node ${version}.`);
    expect(stderr).toContain('https://nodejs.org');
  });

  it('says so as JSON where JSON was asked for', () => {
    const { status, stderr } = startUnder('20.20.2', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { type: 'ConfigurationInvalid' } });
  });
});
