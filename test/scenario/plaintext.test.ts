/** What people wrote is nowhere to be read on the disk: a real station is given a word that nobody else would write, is killed and crashed, and every file that it left is looked through. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentReportSchema, type StationClient } from '../../main/contract/index.ts';
import { reportNotRun } from '../support/notRun.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

const marker = 'Xylqvothrembagd';
const spellings = [Buffer.from(marker, 'utf8'), Buffer.from(marker, 'utf16le'), Buffer.from(Buffer.from(marker).toString('hex'))];

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
const holding = (files: readonly string[]): readonly string[] =>
  files.filter((file) => {
    const bytes = readFileSync(file);
    return spellings.some((spelling) => bytes.includes(spelling));
  });

/** Null where a process that crashes would leave its dump in its own folder, so that one can look for it. */
const whyNoCrashDumps = (): string | null => {
  if (process.platform !== 'linux') return 'crash dumps are looked for on Linux';
  const pattern = readFileSync('/proc/sys/kernel/core_pattern', 'utf8').trim();
  return /^[|/]/.test(pattern) ? `this machine takes crash dumps elsewhere (core_pattern is "${pattern}")` : null;
};
const unable = whyNoCrashDumps();
if (unable !== null) reportNotRun('a station that crashes leaves no dump', unable);

let site: RealSite;
let desk: RealDesk;
let temporary: string;
let working: string;
let client: StationClient;

/** Ends the station as the signal does, and waits until its keeper has started it again. */
const end = async (signal: NodeJS.Signals): Promise<void> => {
  const before = desk.process.pid();
  process.kill(before, signal);
  await expect.poll(async () => (desk.process.pid() === before ? null : ((await (await desk.client().catch(() => null))?.site.status())?.stationId ?? null)), { timeout: 20_000, interval: 50 }).not.toBeNull();
  client = await desk.client();
};
const expectFound = () => expect.poll(async () => (await client.records.page({ filters: { words: marker } })).lines.length, { timeout: 10_000, interval: 100 }).toBeGreaterThan(0);

beforeAll(async () => {
  site = await createRealSite();
  [temporary, working] = [join(site.folder, 'temporary'), join(site.folder, 'working')];
  for (const folder of [temporary, working]) mkdirSync(folder);
  // Crash dumps are asked for, as large as they get, in a folder of the test's own.
  const under = process.platform === 'win32' ? [] : ['/bin/sh', '-c', 'cd "$0" && ulimit -c unlimited; exec "$@"', working];
  desk = await site.add('Front desk', { under, env: { TMPDIR: temporary, TEMP: temporary, SQLITE_TMPDIR: temporary, QUIETBELL_LOG: 'debug' } });
  client = await desk.client();
});
afterAll(() => site.close());

describe('what was written at a desk', () => {
  it('is there to be found by whoever may: records, amendments, drafts, notes on a call', async () => {
    const { alarm } = await client.alarm.press({ id: newId(), level: 'assist', kind: 'drill', source: 'command' });
    await client.alarm.close({ alarm, reason: 'drill', note: `It was ${marker}.` });
    const report = incidentReportSchema.parse({ title: `${marker} came in`, account: `He gave his name as ${marker}. `.repeat(200), involved: [{ role: 'customer', description: marker }] });
    const { id } = await client.incident.file({ ...report, id: newId(), alarm: null });
    await client.incident.amend({ id, text: `${marker} came back.` });
    const draft = await client.incident.openDraft({ alarm: null });
    await client.incident.saveDraft({ ...draft, report });
    await expectFound();
  });

  it('is nowhere in its files while it runs, nor after it was killed and had to start from what it had left', async () => {
    // The search itself can be seen.
    writeFileSync(join(temporary, 'planted'), `… ${marker} …`);
    expect(holding(filesUnder(site.folder))).toEqual([join(temporary, 'planted')]);
    writeFileSync(join(temporary, 'planted'), '');
    await end('SIGKILL');
    await expectFound();
    expect(filesUnder(desk.data).some((file) => file.endsWith('ledger.db-wal'))).toBe(true);
    expect(holding(filesUnder(site.folder))).toEqual([]);
    expect(desk.process.stderr()).not.toContain(marker);
  });

  it.runIf(unable === null)('is in no crash dump: a station that crashes leaves none', async () => {
    for (const signal of ['SIGABRT', 'SIGSEGV'] as const) {
      await end(signal);
      await expectFound();
    }
    expect(filesUnder(working)).toEqual([]);
    expect(holding(filesUnder(site.folder))).toEqual([]);
  });

  it('and is not left behind when everything is killed at once', async () => {
    await desk.stop('SIGKILL');
    expect(holding(filesUnder(site.folder))).toEqual([]);
  });
});
