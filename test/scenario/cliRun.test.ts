import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/builtProgram.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { quietbell, startStation } from '../support/stationProcess.ts';
import type { Answer } from '../support/stationProcess.ts';

let folder = '';
let data = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-run-'));
  data = join(folder, 'desk');
  await quietbell(['site', 'create', '--name', 'Library', '--station', 'Desk 1', '--data', data]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]): Promise<Answer> => quietbell(['run', '--host', 'none', '--listen', '127.0.0.1:0', '--json', ...args]);
const refused = (type: string, message: string) => ({ code: 1, stdout: '', errorJson: { error: { type, message: expect.stringContaining(message), remedy: expect.stringMatching(/./) } } });

describe('running a station', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends in order when it is asked to with %s', async (signal) => {
    const station = await startStation({ data });
    expect(await station.stop(signal)).toBe(0);
    expect(answered(answers.verify, await quietbell(['verify', '--json', '--data', data])).ok).toBe(true);
  });

  it('starts again after it was killed, and answers at once', async () => {
    const killed = await startStation({ data });
    const { alarm } = answered(answers.press, await quietbell(['press', '--kind', 'test', '--json', '--data', data]));
    expect(await killed.stop('SIGKILL')).toBeNull();
    const station = await startStation({ data });
    expect(answered(answers.alarms, await quietbell(['alarms', '--json', '--data', data])).alarms).toContainEqual(expect.objectContaining({ id: alarm }));
    await station.stop();
  });

  it('is answered for the command that comes while it is still starting', async () => {
    const starting = startStation({ data });
    expect((await quietbell(['status', '--json', '--data', data])).code).toBe(0);
    await (await starting).stop();
  });

  it('keeps what is in its folder to its owner', async () => {
    const station = await startStation({ data: join(folder, 'private', 'desk') });
    expect((await stat(join(folder, 'private', 'desk'))).mode & 0o077).toBe(0);
    await station.stop();
  });

  it('refuses a folder that another station runs in', async () => {
    const station = await startStation({ data });
    expect(await run('--data', data)).toMatchObject(refused('DataFolderInUse', data));
    expect(await quietbell(['site', 'create', '--name', 'Other', '--station', 'Other', '--json', '--data', data])).toMatchObject(refused('SiteExists', 'site already'));
    expect(answered(answers.status, await quietbell(['status', '--json', '--data', data]))).toMatchObject({ site: 'Library', station: 'Desk 1' });
    await station.stop();
  });

  it('refuses a port that another program holds', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await quietbell(['run', '--host', 'none', '--listen', `127.0.0.1:${port}`, '--json', '--data', data])).toMatchObject(refused('PortInUse', String(port)));
    await new Promise((resolve) => holder.close(resolve));
  });

  it('refuses a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), 'mine');
    for (const args of [['--data', join(folder, 'file')], ['--data', join(folder, 'file', 'desk')]]) expect(await run(...args)).toMatchObject(refused('DataFolderUnusable', 'file'));
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('mine');
  });

  it('refuses a configuration with an unknown key, and leaves it alone', async () => {
    const file = join(data, 'station.yaml');
    await writeFile(file, 'listn: 127.0.0.1:0\n');
    expect(await run('--data', data)).toMatchObject(refused('ConfigurationInvalid', 'listn'));
    expect(await readFile(file, 'utf8')).toBe('listn: 127.0.0.1:0\n');
    await rm(file);
  });

  it('refuses to go on without its database key, and touches nothing', async () => {
    const key = join(data, 'ledger.key');
    const text = await readFile(key, 'utf8');
    const ledger = await readFile(join(data, 'ledger.db'));
    await rm(key);
    expect(await run('--data', data)).toMatchObject(refused('KeyMissing', 'ledger.key'));
    await writeFile(key, 'f'.repeat(64));
    expect(await run('--data', data)).toMatchObject(refused('KeyWrong', ''));
    expect((await readFile(join(data, 'ledger.db'))).equals(ledger)).toBe(true);
    await writeFile(key, text);
    await chmod(key, 0o600);
    expect((await quietbell(['status', '--data', data])).code).toBe(0);
  });

  it('runs in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    await mkdir(deep, { recursive: true });
    const station = await startStation({ data: deep });
    expect((await quietbell(['site', 'create', '--name', 'Deep', '--station', 'Desk 1', '--json', '--data', deep])).code).toBe(0);
    expect(answered(answers.status, await quietbell(['status', '--json', '--data', deep]))).toMatchObject({ site: 'Deep' });
    await station.stop();
  });
});

describe('a station with a window in the browser', () => {
  it('gives out addresses that open the window once', async () => {
    builtProgram('renderer/index.html');
    const station = await startStation({ data, args: ['--host', 'browser'] });
    const visit = async (address: string): Promise<number> => (await fetch(address, { redirect: 'manual' })).status;
    expect(await visit(station.up.window ?? '')).toBe(303);
    expect(await visit(station.up.window ?? '')).toBe(403);
    const { window } = answered(answers.open, await quietbell(['open', '--json', '--data', data]));
    expect(await visit(window)).toBe(303);
    expect(await station.stop()).toBe(0);
  });

  it('has none to give out when it runs without one', async () => {
    const station = await startStation({ data });
    expect(await quietbell(['open', '--json', '--data', data])).toMatchObject(refused('StationNotRunning', 'no window'));
    await station.stop();
  });
});
