/**
 * A laptop that has IPv6 alone, sleeps, and wakes up with another address: real stations in two network namespaces. A process that is stopped is not quite a machine that
 * sleeps: the clock by which it measures pauses goes on here and stands still there, so that a sleeping one sees less time go by than this test lets it see.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { createCutNetwork, whyNoNetwork, type CutNetwork } from '../support/cutNetwork.ts';
import { reportNotRun } from '../support/notRun.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

const name = 'a laptop that sleeps and moves';
const unable = whyNoNetwork();
if (unable !== null) reportNotRun(name, unable);

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 40_000, interval: 50 });
const status = async (desk: RealDesk) => (await desk.client()).site.status();

describe.runIf(unable === null)(name, () => {
  let network: CutNetwork;
  let site: RealSite;
  let office: RealDesk;
  let laptop: RealDesk;

  beforeAll(async () => {
    network = await createCutNetwork();
    await network.readdress(0, '10.83.0.1/24', 'fd83::1/64');
    await network.readdress(1, 'fd83::2/64');
    const [here, there] = network.rooms;
    site = await createRealSite();
    office = await site.add('Back office', { under: here.under, args: ['--listen', '[::]:7411'] });
    laptop = await site.add('Laptop', { under: there.under, args: ['--listen', '[::]:7411'] });
  }, 120_000);
  afterAll(async () => {
    await site.close();
    await network.close();
  });

  it('joined with a code over IPv6, and is heard over it', async () => {
    for (const desk of [office, laptop]) await eventually(() => status(desk)).toMatchObject({ heardBy: 1, listening: '[::]:7411' });
  });

  it('is missed while it sleeps, and has what it missed when it is awake, wherever that is', { timeout: 120_000 }, async () => {
    const processes = [laptop.process.keeperPid, laptop.process.pid()];
    for (const each of processes) process.kill(each, 'SIGSTOP');
    try {
      await eventually(async () => (await status(office)).faults.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Laptop is not connected: it kept its connection open/));
      await network.readdress(1, 'fd83::22/64');
    } finally {
      for (const each of processes) process.kill(each, 'SIGCONT');
    }
    const { id } = await (await office.client()).incident.file({ title: 'While it slept', id: newId() });
    await eventually(() => status(laptop)).toMatchObject({ heardBy: 1 });
    await eventually(async () => (await (await laptop.client()).incident.list()).map((record) => record.id)).toContain(id);
    // The same station, which nobody had to start again.
    expect(laptop.process.pid()).toBe(processes[1]);
    const { alarm } = await (await laptop.client()).alarm.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' });
    await eventually(async () => (await (await office.client()).alarm.list()).map((call) => call.id)).toContain(alarm);
  });

  it('is found again when its address changes while both run', { timeout: 120_000 }, async () => {
    await network.readdress(1, 'fd83::33/64');
    const { id } = await (await laptop.client()).incident.file({ title: 'From the new address', id: newId() });
    await eventually(async () => (await (await office.client()).incident.list()).map((record) => record.id)).toContain(id);
    for (const desk of [office, laptop]) await eventually(() => status(desk)).toMatchObject({ heardBy: 1 });
  });
});
