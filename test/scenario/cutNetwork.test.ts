/** Two stations in two network namespaces, and the cable between them is pulled: nobody says goodbye. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import type { Alarm } from '../../main/contract/index.ts';
import { createCutNetwork, whyNoNetwork, type CutNetwork } from '../support/cutNetwork.ts';
import { reportNotRun } from '../support/notRun.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

const name = 'stations whose network is cut';
const unable = whyNoNetwork();
if (unable !== null) reportNotRun(name, unable);

const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 30_000, interval: 50 });
const status = async (desk: RealDesk) => (await desk.client()).site.status();
const openAlarms = async (desk: RealDesk): Promise<readonly Alarm[]> => (await (await desk.client()).alarm.list()).filter(({ closedAt }) => closedAt === null);
const peerFaults = async (desk: RealDesk, of: string) => (await (await desk.client()).site.faults()).filter(({ kind, subject, station }) => kind === 'peer' && subject === of && station === desk.name);

describe.runIf(unable === null)(name, () => {
  let network: CutNetwork;
  let site: RealSite;
  let office: RealDesk;
  let front: RealDesk;
  let cutAt = 0;
  let alarm: string;

  beforeAll(async () => {
    network = await createCutNetwork();
    const [here, there] = network.rooms;
    site = await createRealSite();
    office = await site.add('Back office', { under: here.under, args: ['--listen', `${here.address}:7411`] });
    front = await site.add('Front desk', { under: there.under, args: ['--listen', `${there.address}:7411`] });
  });
  afterAll(async () => {
    await site.close();
    await network.close();
  });

  it('heard one another before', async () => {
    for (const desk of [office, front]) await eventually(() => status(desk)).toMatchObject({ heardBy: 1 });
  });

  it('both know it within 20 s, and say that nobody would hear', async () => {
    await network.cut();
    cutAt = Date.now();
    for (const [desk, other] of [[office, 'Front desk'], [front, 'Back office']] as const) {
      await eventually(() => peerFaults(desk, other)).toMatchObject([{ endedAt: null }]);
      const [fault] = await peerFaults(desk, other);
      expect(Date.parse(fault?.since ?? '') - cutAt).toBeLessThanOrEqual(20_000);
      expect(await status(desk)).toMatchObject({ heardBy: 0, faults: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining('nobody would hear') })]) });
    }
  });

  it('a call that is made meanwhile is kept', async () => {
    ({ alarm } = await (await front.client()).alarm.press({ id: newId(), level: 'assist', kind: 'real', source: 'command' }));
    expect(await openAlarms(front)).toMatchObject([{ id: alarm, receivedBy: [] }]);
    expect(await openAlarms(office)).toEqual([]);
  });

  it('is shown on the other one when the cable is back, and answered', async () => {
    await network.mend();
    await eventually(() => openAlarms(office)).toMatchObject([{ id: alarm, station: 'Front desk' }]);
    await (await office.client()).alarm.acknowledge({ alarm });
    await eventually(() => openAlarms(front)).toMatchObject([{ state: 'acknowledged', acknowledgedBy: ['Back office'] }]);
  });

  it('and the faults are over', async () => {
    for (const [desk, other] of [[office, 'Front desk'], [front, 'Back office']] as const) await eventually(async () => {
      const faults = await peerFaults(desk, other);
      return faults.length > 0 && faults.every(({ endedAt }) => endedAt !== null);
    }).toBe(true);
  });
});
