import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { incidentFileSchema, type StationClient } from '../../main/contract/index.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { fileMany } from '../support/fileMany.ts';
import { vecPedal } from '../support/hid/models.ts';
import { createTestbed } from '../support/hid/testbed.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const soon = { timeout: 30_000, interval: 100 };
const passphrase = 'correct horse battery';
const cleanUp: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

const madeAnswer = z.object({ file: z.string(), bytes: z.int(), events: z.int() });
const verification = z.object({ ok: z.boolean(), events: z.int(), stations: z.int(), problems: z.array(z.unknown()) });
const files = z.object({ named: z.int(), whole: z.int(), lacking: z.array(z.object({ id: z.uuid(), name: z.string(), why: z.string() })) });
const restoredAnswer = z.object({ name: z.string(), site: z.string(), at: z.iso.datetime(), waitsFor: z.array(z.string()), verification, files });

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-backups-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const ask = (data: string, ...args: readonly string[]) => quietbell([...args, '--json', '--data', data]);
const typed = (data: string, ...args: readonly string[]) => quietbell([...args, '--json', '--data', data], { input: `${passphrase}\n` });
const statusOf = async (data: string) => answered(answers.status.extend({ faults: z.array(z.object({ id: z.string() })) }), await ask(data, 'status'));
const verified = async (data: string) => answered(answers.verify, await ask(data, 'verify'));
const incidentsOf = async (data: string) => answered(answers.incidents, await ask(data, 'incidents')).incidents;

const run = async (data: string, env: Readonly<Record<string, string>> = {}): Promise<StationProcess> => {
  const station = await startStation({ data, env });
  cleanUp.push(() => station.stop('SIGKILL'));
  return station;
};

const door = async (data: string): Promise<StationClient> => {
  const opened = await connectControl(data);
  if (opened === null) throw new Error('The station does not answer');
  cleanUp.push(opened.close);
  return opened.client;
};

/** A station of a site of its own that can make backups. */
const loneStation = async (folder: string, records = 0): Promise<string> => {
  const data = join(folder, 'front');
  answered(answers.membership, await ask(data, 'site', 'create', '--name', 'Elm Library', '--station', 'Front desk'));
  answered(z.object({ set: z.literal(true) }), await typed(data, 'backup', 'set-passphrase'));
  if (records > 0) await fileMany(data, records);
  return data;
};

const press = (): Parameters<StationClient['alarm']['press']>[0] => ({ id: randomUUID(), level: 'assist', kind: 'test', source: 'command' });

describe('a backup of a station that runs', () => {
  it('holds up no press, and has everything that was written before it', async () => {
    const folder = newFolder();
    const data = await loneStation(folder, 600);
    await run(data);
    const client = await door(data);
    const file = join(folder, 'one.backup');
    let done = false;
    const began = performance.now();
    const making = client.backup.make({ file, force: false }).finally(() => (done = true));
    const waits: number[] = [];
    while (!done) {
      const pressed = performance.now();
      await client.alarm.press(press());
      waits.push(performance.now() - pressed);
    }
    const took = performance.now() - began;
    const made = await making;
    expect(waits.length).toBeGreaterThan(20);
    const slow = waits.toSorted((a, b) => a - b).at(Math.floor(waits.length * 0.95)) ?? 0;
    expect({ slow, took, holdsUp: slow > took / 5 }).toMatchObject({ holdsUp: false });
    expect(made.events).toBeGreaterThan(600);
    expect(readdirSync(folder).filter((name) => name.startsWith('one'))).toEqual(['one.backup']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(answered(z.object({ verification }), await quietbell(['backup', 'check', file, '--json'], { input: passphrase })).verification).toMatchObject({ ok: true, events: made.events });
    expect(await verified(data)).toMatchObject({ ok: true });
  }, 240_000);

  it('that is killed in the middle of it leaves no backup, and the next one is whole', async () => {
    const folder = newFolder();
    const data = await loneStation(folder, 600);
    const station = await run(data);
    const client = await door(data);
    const file = join(folder, 'one.backup');
    const making = client.backup.make({ file, force: false }).then(
      () => 'made',
      () => 'cut off',
    );
    const killed = station.pid();
    await vi.waitFor(() => expect(statSync(`${file}.part`).size).toBeGreaterThan(0), { timeout: 20_000, interval: 2 });
    process.kill(killed, 'SIGKILL');
    expect(await making).toBe('cut off');
    expect(existsSync(file)).toBe(false);
    await vi.waitFor(() => expect(station.pid()).not.toBe(killed), soon);
    await vi.waitFor(async () => expect(await verified(data)).toMatchObject({ ok: true }), soon);
    expect(answered(madeAnswer, await ask(data, 'backup', file)).events).toBeGreaterThan(600);
    expect(readdirSync(folder).filter((name) => name.startsWith('one'))).toEqual(['one.backup']);
  }, 240_000);

  it('is made by itself where it is scheduled, and what keeps it from that is a fault until it is over', async () => {
    const folder = newFolder();
    const data = await loneStation(folder);
    await run(data);
    const drive = join(folder, 'drive');
    answered(z.object({ schedule: z.object({ folder: z.string() }) }), await ask(data, 'backup', 'schedule', '--folder', drive, '--at', '02:00', '--keep', '7,4,12'));
    await vi.waitFor(async () => expect((await statusOf(data)).faults.map(({ id }) => id)).toContain('backup/failed'), soon);
    mkdirSync(drive);
    answered(madeAnswer, await ask(data, 'backup'));
    expect((await statusOf(data)).faults.map(({ id }) => id)).not.toContain('backup/failed');
    // Another schedule begins with one at once.
    answered(z.object({ schedule: z.unknown() }), await ask(data, 'backup', 'schedule', '--folder', drive, '--every', '1'));
    await vi.waitFor(() => expect(readdirSync(drive).filter((name) => /^quietbell-front-desk-.*\.backup$/.test(name)).length).toBe(2), soon);
  }, 240_000);
});

describe('a station whose machine died', () => {
  it('alone on its site, is itself again on another machine from the backup and the passphrase: armed, with the same records and their files, and its chain goes on', async () => {
    const bed = await createTestbed();
    cleanUp.push(bed.close);
    const pedal = await bed.plug(vecPedal);
    const folder = newFolder();
    const data = await loneStation(folder, 20);
    const station = await run(data, bed.env());
    const { trigger } = await door(data);
    for await (const step of await trigger.capture()) {
      if (step.step === 'waiting') pedal.press();
      if (step.step === 'pressed') pedal.release();
      if (step.step === 'released') await trigger.addBinding({ purpose: 'emergency', gesture: { type: 'press' }, trigger: { type: 'device', device: step.device.match, element: step.element, name: step.name } });
    }
    const made = join(folder, 'one.backup');
    const before = await incidentsOf(data);
    const incident = before[0]?.id ?? '';
    const photo = Buffer.alloc(300_000, 'What the camera over the door saw. ');
    writeFileSync(join(folder, 'camera.txt'), photo);
    const attached = answered(z.object({ id: z.uuid() }), await ask(data, 'attach', incident, join(folder, 'camera.txt')));
    const { events } = answered(madeAnswer.extend({ files: z.object({ held: z.literal(1), added: z.literal(1), problem: z.null() }) }), await ask(data, 'backup', made));
    await station.stop('SIGKILL');
    rmSync(data, { recursive: true });

    // Only the one file was carried to the new machine at first.
    const drive = newFolder();
    const file = join(drive, 'one.backup');
    cpSync(made, file);
    const again = join(folder, 'new machine');
    const wrong = await quietbell(['restore', file, '--json', '--data', again], { input: 'not the passphrase' });
    expect(wrong.errorJson).toMatchObject({ error: { type: 'KeyWrong' } });
    const restored = answered(restoredAnswer, await typed(again, 'restore', file));
    expect(restored).toMatchObject({ name: 'Front desk', site: 'Elm Library', waitsFor: [], verification: { ok: true, events, stations: 1 }, files: { named: 1, whole: 0, lacking: [{ id: attached.id, name: 'camera.txt', why: 'missing' }] } });
    expect((await typed(again, 'restore', file)).errorJson).toMatchObject({ error: { type: 'SiteExists' } });
    cpSync(join(folder, 'quietbell-files'), join(drive, 'quietbell-files'), { recursive: true });
    expect(answered(z.object({ files }), await quietbell(['backup', 'check', file, '--json'], { input: passphrase })).files).toMatchObject({ whole: 1, lacking: [] });
    expect(answered(z.object({ accepted: z.int(), files }), await typed(again, 'restore', file, '--events-only'))).toMatchObject({ accepted: 0, files: { named: 1, whole: 1, lacking: [] } });
    await run(again, bed.env());
    await vi.waitFor(async () => expect((await statusOf(again)).armed).toBe(true), soon);
    expect(await incidentsOf(again)).toEqual(before);
    const saved = answered(z.object({ attachments: z.array(z.object({ savedAs: z.string() })) }), await ask(again, 'attachments', incident, '--save', join(folder, 'saved')));
    expect(readFileSync(saved.attachments[0]?.savedAs ?? '').equals(photo)).toBe(true);
    pedal.press();
    pedal.release();
    await vi.waitFor(async () => expect(answered(answers.alarms, await ask(again, 'alarms')).alarms).toMatchObject([{ level: 'emergency', station: 'Front desk' }]), soon);
    expect(await verified(again)).toMatchObject({ ok: true, stations: 1 });
  }, 240_000);

  it('beside another one that is ahead of the backup, gets from it what it wrote since, calls meanwhile, and gives no number twice', async () => {
    const folder = newFolder();
    const front = await loneStation(folder, 5);
    const office = join(folder, 'office');
    const first = await run(front);
    const { code } = answered(answers.invite, await ask(front, 'invite'));
    answered(answers.membership, await ask(office, 'join', code, '--station', 'Back office'));
    const second = await run(office);
    await vi.waitFor(async () => expect((await statusOf(office)).peers).toMatchObject([{ connected: true }]), soon);
    const file = join(folder, 'one.backup');
    await vi.waitFor(async () => expect((await incidentsOf(office)).length).toBe(5), soon);
    answered(madeAnswer, await ask(front, 'backup', file));
    const after = await (await door(front)).incident.file(incidentFileSchema.parse({ id: randomUUID(), title: 'After the backup' }));
    await vi.waitFor(async () => expect((await incidentsOf(office)).map(({ id }) => id)).toContain(after.id), soon);
    await first.stop('SIGKILL');
    rmSync(front, { recursive: true });
    await second.stop();

    const again = join(folder, 'new machine');
    expect(answered(restoredAnswer, await typed(again, 'restore', file))).toMatchObject({ waitsFor: ['Back office'], verification: { ok: true } });
    await run(again);
    const client = await door(again);
    await vi.waitFor(async () => expect((await statusOf(again)).faults.map(({ id }) => id)).toContain('ledger/restoring'), soon);
    await expect(client.board.addNotice({ text: 'Too early' })).rejects.toMatchObject({ data: { type: 'LedgerUnwritable' } });
    const { alarm } = await client.alarm.press(press());
    await run(office);
    await vi.waitFor(async () => expect(answered(answers.alarms, await ask(office, 'alarms')).alarms.map(({ id }) => id)).toContain(alarm), soon);
    await vi.waitFor(async () => expect((await incidentsOf(again)).map(({ id }) => id)).toContain(after.id), soon);
    await vi.waitFor(async () => expect((await statusOf(again)).faults.filter(({ id }) => id.startsWith('ledger'))).toEqual([]), soon);
    await client.board.addNotice({ text: 'Back again' });
    await vi.waitFor(async () => {
      const [here, there] = [await verified(again), await verified(office)];
      expect(here).toMatchObject({ ok: true, stations: 2 });
      expect(there).toEqual(here);
    }, soon);
    expect((await statusOf(office)).faults.filter(({ id }) => id.startsWith('peer'))).toEqual([]);
  }, 240_000);
});
