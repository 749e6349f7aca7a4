import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { incidentReportSchema } from '../../main/contract/incident.ts';
import type { Result } from '../../main/contract/problem.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { databaseKeyFromFile, openDataFolder } from '../../main/station/storage/dataFolder.ts';
import { openStorage } from '../../main/station/storage/storage.ts';
import { quietbellProgram } from '../support/builtProgram.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { silentLog } from '../support/ledger/testLedger.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const records = 1000;
/** A list shows so many of the newest. */
const listed = 500;
const have = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

let folder = '';
let data = '';
let station: StationProcess | undefined;

/** Many records, and projections that another program made: as if it was updated since. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-rebuild-'));
  data = join(folder, 'desk');
  answered(answers.membership, await quietbell(['site', 'create', '--name', 'Elm Library', '--station', 'Front desk', '--json', '--data', data]));
  const opened = have(openDataFolder(data));
  const storage = have(openStorage({ folder: opened, key: have(databaseKeyFromFile(opened)), clock: { now: Date.now }, log: silentLog, live: false }));
  const stored = storage.identity();
  if (stored === undefined) throw new Error('There is no station');
  const ledger = storage.openLedger(stored);
  await storage.refreshed();
  const report = incidentReportSchema.parse({ title: 'A record among many' });
  have(ledger.append(Array.from({ length: records }, () => ({ kind: 'IncidentFiled' as const, subject: `incident/${crypto.randomUUID()}`, body: { alarm: null, report, station: 'Front desk', staff: null } }))));
  ledger.local.keepSecret('version of the projections', Buffer.from('0'));
  await storage.close();
  opened.release();
});
afterAll(async () => {
  await station?.stop();
  await rm(folder, { recursive: true, force: true });
});

const at = (...args: readonly string[]) => quietbell([...args, '--data', data]);

describe('an updated program on a ledger with many records', { timeout: 150_000 }, () => {
  test('makes anew what is shown by itself and says so, while alarms go on', async () => {
    station = await startStation({ data });
    const door = await connectControl(data);
    if (door === null) throw new Error('The station does not answer');
    const { client } = door;
    await vi.waitFor(async () => expect((await client.site.status()).rebuilding?.of).toBeGreaterThan(records), { timeout: 20_000, interval: 20 });
    const { alarm } = await client.alarm.press({ id: crypto.randomUUID(), level: 'assist', kind: 'test', source: 'command' });
    expect((await client.alarm.list()).some(({ id }) => id === alarm)).toBe(true);
    expect((await client.site.status()).rebuilding, 'it is still at it').not.toBeNull();
    expect((await at('status')).stdout).toMatch(/records +are made anew after an update or on demand, \d+ of \d+ so far; alarms go on/);
    await vi.waitFor(async () => expect((await client.site.status()).rebuilding).toBeNull(), { timeout: 50_000, interval: 100 });
    expect(await client.incident.list()).toHaveLength(listed);
    door.close();
    expect((await at('status')).stdout).not.toContain('made anew');
  });

  test('says on a terminal how far quietbell rebuild is, and nothing odd in a pipe or with --json', async () => {
    const made = z.object({ subjects: z.int().gt(records) });
    const [piped, asJson] = [await at('rebuild'), await at('rebuild', '--json')];
    expect(piped).toMatchObject({ code: 0, stderr: '' });
    expect(piped.stdout).toMatch(/^Made anew from the events: \d+ subjects\.\n$/);
    expect(asJson.stderr).toBe('');
    expect(made.safeParse(asJson.json).success).toBe(true);
    const command = [process.execPath, quietbellProgram(), 'rebuild', '--data', data].map((part) => `'${part}'`).join(' ');
    const shown = await onTerminal(command);
    expect(shown).toMatch(/\rMaking what is shown anew: \d+ of \d+, \d+ %/);
    const [, answer] = shown.split('\r\u001b[K');
    expect(answer, 'the line is gone when the answer comes').toMatch(/^Made anew from the events: \d+ subjects\.\r\n$/);
  });
});

/** What a command shows on a terminal of its own: `script` of util-linux, which every Debian has. */
const onTerminal = async (command: string): Promise<string> => {
  const { stdout } = await promisify(execFile)('script', ['-qec', command, '/dev/null']);
  return stdout;
};
