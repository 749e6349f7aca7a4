import { spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { StationClient } from '../../main/contract/index.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { answered, answers } from '../support/cliAnswers.ts';
import { startHttpPeer } from '../support/channel/httpPeer.ts';
import { makeSmallDisk, noSmallDisk, type SmallDisk } from '../support/damage/smallDisk.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { vecPedal } from '../support/hid/models.ts';
import { createTestbed } from '../support/hid/testbed.ts';
import { reportNotRun } from '../support/notRun.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const soon = { timeout: 20_000, interval: 100 };
const cleanUp: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean();
});

interface Desk {
  readonly data: string;
  readonly ledger: string;
  readonly start: (env?: Readonly<Record<string, string>>) => Promise<StationProcess>;
  readonly press: (level?: string) => Promise<string>;
  readonly alarms: () => Promise<readonly string[]>;
  readonly events: () => Promise<number>;
  readonly verified: () => Promise<boolean>;
  readonly status: () => Promise<z.output<typeof statusSchema>>;
}

const statusSchema = answers.status.extend({ faults: z.array(z.object({ id: z.string() })) });

const deskIn = (data: string): Desk => {
  const ask = (...args: string[]) => quietbell([...args, '--json', '--data', data]);
  const verify = async () => answered(answers.verify, await ask('verify'));
  return {
    data,
    ledger: join(data, 'ledger.db'),
    start: async (env = {}) => {
      const station = await startStation({ data, env });
      cleanUp.push(() => station.stop('SIGKILL'));
      return station;
    },
    press: async (level = 'emergency') => answered(answers.press, await ask('press', '--level', level)).alarm,
    alarms: async () => answered(answers.alarms, await ask('alarms')).alarms.map(({ id }) => id),
    events: async () => (await verify()).events,
    verified: async () => (await verify()).ok,
    status: async () => answered(statusSchema, await ask('status')),
  };
};

/** A site of two stations that run: the first in a folder of its own, which is going to have a bad day and alone may use a way out of the site; and a colleague. */
const twoDesks = async (folder: string, first = join(folder, 'front'), env: Readonly<Record<string, string>> = {}) => {
  const [front, office] = [deskIn(first), deskIn(join(folder, 'office'))];
  await quietbell(['site', 'create', '--name', 'Library', '--station', 'Front desk', '--data', front.data]);
  const running = await front.start(env);
  const { code } = answered(answers.invite, await quietbell(['invite', '--json', '--data', front.data]));
  await quietbell(['join', code, '--station', 'Back office', '--data', office.data]);
  await office.start();
  await vi.waitFor(async () => {
    for (const desk of [front, office]) expect((await desk.status()).peers).toMatchObject([{ connected: true }]);
  }, soon);
  const out = await startHttpPeer(null);
  cleanUp.push(out.close);
  await withDoor(front.data, async (client) => {
    const { stationId } = await client.site.status();
    await client.channel.save({ id: 'out', name: 'Way out', settings: { type: 'webhook', url: `http://127.0.0.1:${out.port}/` }, from: [stationId], secrets: {} });
    await client.plan.save({ plans: [{ id: 'all', name: 'All', steps: [{ after: 0, recipients: [{ to: 'everyone' }, { to: 'channel', channel: 'out' }] }] }] });
  });
  /** At the colleague's station and out of the site. */
  const reachesAll = async (alarm: string): Promise<void> => {
    await vi.waitFor(async () => expect(await office.alarms()).toContain(alarm), soon);
    await vi.waitFor(() => expect(out.requests.map(({ body }) => body)).toContainEqual(expect.stringContaining(alarm)), soon);
  };
  return { front, office, running, reachesAll };
};

const withDoor = async <Value>(data: string, use: (client: StationClient) => Promise<Value>): Promise<Value> => {
  const door = await connectControl(data);
  if (door === null) throw new Error('The station does not answer');
  try {
    return await use(door.client);
  } finally {
    door.close();
  }
};

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'quietbell-damage-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** What was pressed is in the ledger, and everything in it holds: asked of the files alone, after the station was killed. */
const expectProofAfterItsEnd = async (desk: Desk, running: StationProcess, ...alarms: readonly string[]): Promise<void> => {
  await running.stop('SIGKILL');
  const again = await desk.start();
  await vi.waitFor(async () => expect((await desk.status()).faults.filter(({ id }) => id.startsWith('ledger'))).toEqual([]), soon);
  for (const alarm of alarms) expect(await desk.alarms()).toContain(alarm);
  await again.stop();
  for (const alarm of alarms) expect(await desk.alarms()).toContain(alarm);
  expect(await desk.verified()).toBe(true);
};

describe('a press at a station whose ledger', () => {
  it('is locked by another process for 30 s reaches the colleague and the ways out, and is written when the lock is gone', async () => {
    const { front, running, reachesAll } = await twoDesks(newFolder());
    const locker = spawn(process.execPath, [fileURLToPath(new URL('../support/damage/holdLock.ts', import.meta.url)), front.ledger, join(front.data, 'ledger.key'), '30000'], { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanUp.push(() => void locker.kill('SIGKILL'));
    let released = false;
    locker.once('exit', () => (released = true));
    await new Promise((resolve) => locker.stdout.once('data', resolve));
    // Counted under the lock: before it the station may still have written what it measures.
    const before = await front.events();
    const alarm = await front.press();
    await reachesAll(alarm);
    expect({ released, events: await front.events() }).toEqual({ released: false, events: before });
    await vi.waitFor(async () => expect(await front.events()).toBeGreaterThan(before), { timeout: 45_000, interval: 200 });
    await expectProofAfterItsEnd(front, running, alarm);
  }, 100_000);

  it('was deleted while it ran reaches the colleague and the ways out, and all of it stands at its place again', async () => {
    const { front, running, reachesAll } = await twoDesks(newFolder());
    const before = await front.events();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${front.ledger}${ending}`);
    const alarm = await front.press();
    await reachesAll(alarm);
    await vi.waitFor(() => expect(existsSync(front.ledger)).toBe(true), soon);
    await expectProofAfterItsEnd(front, running, alarm);
    expect(await front.events()).toBeGreaterThan(before);
  }, 100_000);

  it('was overwritten with nonsense reaches the colleague and the ways out; the station sets it aside, arms on a new one within 5 s and has all its records again', async () => {
    const bed = await createTestbed();
    cleanUp.push(bed.close);
    const pedal = await bed.plug(vecPedal);
    const folder = newFolder();
    const { front, office, running, reachesAll } = await twoDesks(folder, join(folder, 'front'), bed.env());
    await bindPedal(front, pedal);
    overwrite(front.ledger);
    const alarm = await front.press();
    await reachesAll(alarm);
    expect((await quietbell(['close', alarm, '--data', office.data])).code).toBe(0);
    await vi.waitFor(async () => expect(await office.events()).toBe(await front.events()), soon);
    await running.stop();
    overwrite(front.ledger);
    const again = await front.start(bed.env());
    await vi.waitFor(async () => expect((await front.status()).armed).toBe(true), { timeout: 5000, interval: 50 });
    expect(readdirSync(front.data).some((name) => name.startsWith('ledger.set-aside-') && name.endsWith('.db'))).toBe(true);
    pedal.press();
    pedal.release();
    await vi.waitFor(async () => expect((await office.alarms()).length).toBe(2), soon);
    await vi.waitFor(async () => expect((await front.status()).faults.filter(({ id }) => id.startsWith('ledger'))).toEqual([]), soon);
    expect(await office.verified()).toBe(true);
    await expectProofAfterItsEnd(front, again, ...(await office.alarms()));
  }, 100_000);
});

const unable = noSmallDisk();
if (unable !== null) reportNotRun('a press at a station whose disk is full or read-only', unable);

describe.runIf(unable === null)('a press at a station whose disk', () => {
  const onSmallDisk = async (): Promise<{ readonly disk: SmallDisk } & Awaited<ReturnType<typeof twoDesks>>> => {
    const folder = newFolder();
    const disk = makeSmallDisk(folder, 32);
    cleanUp.push(disk.remove);
    return { disk, ...(await twoDesks(folder, join(disk.path, 'front'))) };
  };

  it('is full to the last byte reaches the colleague and the ways out, and is written when there is room', async () => {
    const { disk, front, running, reachesAll } = await onSmallDisk();
    disk.fill();
    // Counted on the full disk: before that the station may still have written what it measures.
    const before = await front.events();
    const alarm = await front.press();
    await reachesAll(alarm);
    expect(await front.events()).toBe(before);
    disk.free();
    await vi.waitFor(async () => expect(await front.events()).toBeGreaterThan(before), soon);
    await expectProofAfterItsEnd(front, running, alarm);
  }, 100_000);

  it('is full is not lost either when the station is killed before there is room', async () => {
    const { disk, front, running, reachesAll } = await onSmallDisk();
    disk.fill();
    const alarm = await front.press();
    await reachesAll(alarm);
    await running.stop('SIGKILL');
    disk.free();
    await expectProofAfterItsEnd(front, await front.start(), alarm);
  }, 100_000);

  it('lets the ledger only be read reaches the colleague and the ways out, and is written when it may be', async () => {
    const { disk, front, running, reachesAll } = await onSmallDisk();
    const files = ['front/ledger.db', 'front/ledger.db-wal'];
    disk.makeReadOnly(...files);
    cleanUp.push(() => disk.makeWritable(...files.filter((name) => existsSync(join(disk.path, name)))));
    const before = await front.events();
    const alarm = await front.press();
    await reachesAll(alarm);
    expect(await front.events()).toBe(before);
    disk.makeWritable(...files);
    await vi.waitFor(async () => expect(await front.events()).toBeGreaterThan(before), soon);
    await expectProofAfterItsEnd(front, running, alarm);
  }, 100_000);
});

const bindPedal = ({ data }: Desk, pedal: EmulatedDevice): Promise<void> =>
  withDoor(data, async ({ trigger }) => {
    for await (const step of await trigger.capture()) {
      if (step.step === 'waiting') pedal.press();
      if (step.step === 'pressed') pedal.release();
      if (step.step === 'released') await trigger.addBinding({ purpose: 'emergency', gesture: { type: 'press' }, trigger: { type: 'device', device: step.device.match, element: step.element, name: step.name } });
    }
  });

/** Every byte of it. */
const overwrite = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  const { size } = fstatSync(descriptor);
  writeSync(descriptor, Buffer.alloc(size, 0xa5), 0, size, 0);
  closeSync(descriptor);
};
