/** The station's process is killed as if by a bug, the system or somebody: real processes, a real pedal driver on an emulated pedal. */
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../main/contract/index.ts';
import { vecPedal } from '../support/hid/models.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { createTestbed, type Testbed } from '../support/hid/testbed.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

let site: RealSite;
let bed: Testbed;
let pedal: EmulatedDevice;
let office: RealDesk;
let front: RealDesk;

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 20 });
const openAlarms = async (desk: RealDesk): Promise<readonly Alarm[]> => (await (await desk.client()).alarm.list()).filter(({ closedAt }) => closedAt === null);
const press = (): void => {
  pedal.press();
  pedal.release();
};

/** Milliseconds from the kill until the same desk says again that it is armed. */
const killAndWait = async (): Promise<number> => {
  const killed = front.process.pid();
  const at = performance.now();
  process.kill(killed, 'SIGKILL');
  await eventually(async () => front.process.pid()).not.toBe(killed);
  await expect.poll(async () => (await (await front.client().catch(() => null))?.site.status())?.armed, { timeout: 10_000, interval: 20 }).toBe(true);
  return performance.now() - at;
};

beforeAll(async () => {
  site = await createRealSite();
  bed = await createTestbed();
  pedal = await bed.plug(vecPedal);
  office = await site.add('Back office');
  front = await site.add('Front desk', { env: bed.env() });
  const { trigger } = await front.client();
  for await (const step of await trigger.capture()) {
    if (step.step === 'waiting') pedal.press();
    if (step.step === 'pressed') pedal.release();
    if (step.step === 'released') await trigger.addBinding({ purpose: 'assist', gesture: { type: 'press' }, trigger: { type: 'device', device: step.device.match, element: step.element, name: step.name } });
  }
});
afterAll(async () => {
  await site.close();
  await bed.close();
});

describe('a station that is killed with -9', () => {
  let alarm: string;

  it('was armed, and heard, before', async () => {
    await eventually(async () => (await front.client()).site.status()).toMatchObject({ armed: true, heardBy: 1 });
  });

  it('is armed again by itself, and its keeper stays', async () => {
    const { keeperPid } = front.process;
    const milliseconds = await killAndWait();
    console.info(`killed, and armed again after ${Math.round(milliseconds)} ms`);
    expect(front.process.keeperPid).toBe(keeperPid);
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
  });

  it('goes on with an alarm that nobody had answered', async () => {
    press();
    await eventually(() => openAlarms(office)).toMatchObject([{ level: 'assist', station: 'Front desk', state: 'received' }]);
    alarm = (await openAlarms(office))[0]?.id ?? '';
    await killAndWait();
    expect(await openAlarms(front)).toMatchObject([{ id: alarm, level: 'assist' }]);
    expect(await openAlarms(office)).toMatchObject([{ id: alarm }]);
  });

  it('hears its pedal: a press after the restart belongs to the same alarm', async () => {
    press();
    await eventually(async () => (await openAlarms(office)).map(({ id, level }) => ({ id, level }))).toEqual([{ id: alarm, level: 'emergency' }]);
  });

  it('is told that somebody comes', async () => {
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
    await (await office.client()).alarm.acknowledge({ alarm });
    await eventually(() => openAlarms(front)).toMatchObject([{ state: 'acknowledged', acknowledgedBy: ['Back office'] }]);
  });

  it('starts again however often it is killed', async () => {
    for (let time = 0; time < 3; time += 1) await killAndWait();
    expect(await openAlarms(front)).toMatchObject([{ id: alarm }]);
  });
});

describe('a call whose plan has a way out of the building as its next step', () => {
  it('takes that step after the station that has the way out was killed, and once only', async () => {
    const told: string[] = [];
    const receiver = createServer((request, response) => {
      request.on('data', (part: Buffer) => told.push(part.toString('utf8'))).on('end', () => response.writeHead(204).end());
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    try {
      const client = await front.client();
      const { stationId } = await client.site.status();
      await client.channel.save({ id: 'guard', name: 'Guard', settings: { type: 'webhook', url: `http://127.0.0.1:${port}/` }, from: [stationId], safeForDrills: true });
      const document = await client.plan.get();
      const next = { after: 4, recipients: [{ to: 'channel' as const, channel: 'guard' }] };
      await client.plan.save({ ...document, plans: document.plans.map((plan) => ({ ...plan, steps: [...plan.steps, next] })) });
      const { alarm } = await client.alarm.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' });
      await killAndWait();
      await eventually(async () => (await openAlarms(front)).find(({ id }) => id === alarm)?.recipients.filter(({ to }) => to === 'channel')).toMatchObject([{ id: 'guard', state: 'received' }]);
      expect(told.filter((message) => message.includes(alarm))).toHaveLength(1);
      await (await office.client()).alarm.close({ alarm });
    } finally {
      await new Promise((resolve) => receiver.close(resolve));
    }
  });
});

describe('a keeper', () => {
  it('that is killed leaves the station running, which ends when it is told to', async () => {
    const desk = await site.add('Side desk');
    const station = desk.process.pid();
    process.kill(desk.process.keeperPid, 'SIGKILL');
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 2 });
    expect(await (await desk.client()).site.status()).toMatchObject({ station: 'Side desk' });
    process.kill(station, 'SIGTERM');
    await desk.stop();
    expect((await stat(desk.data)).isDirectory()).toBe(true);
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
  });

  it('ends in order when the station itself was told to end', async () => {
    const desk = await site.add('Far desk');
    process.kill(desk.process.pid(), 'SIGTERM');
    expect(await desk.stop('SIGCONT')).toBe(0);
  });
});
