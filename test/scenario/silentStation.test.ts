/** A station that hangs: its process is stopped, its sockets stay open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

let site: RealSite;
let office: RealDesk;
let front: RealDesk;
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 100_000, interval: 50 });
let stoppedAt = 0;
/** Since it hangs: on a slow machine it was missed before, while it started. */
const faultsOfFront = async () => (await (await office.client()).site.faults()).filter(({ kind, subject, since, endedAt }) => kind === 'peer' && subject === 'Front desk' && (endedAt === null || Date.parse(since) >= stoppedAt));

beforeAll(async () => {
  site = await createRealSite();
  office = await site.add('Back office');
  front = await site.add('Front desk');
});
afterAll(() => site.close());

describe('a station that hangs', () => {
  let hanging = 0;
  afterAll(() => {
    if (front.process.pid() === hanging) process.kill(hanging, 'SIGCONT');
  });

  it('is a fault on the others within 20 s', async () => {
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
    stoppedAt = Date.now();
    await eventually(faultsOfFront).toEqual([]);
    hanging = front.process.pid();
    stoppedAt = Date.now();
    process.kill(hanging, 'SIGSTOP');
    await eventually(faultsOfFront).toMatchObject([{ station: 'Back office', endedAt: null }]);
    const [fault] = await faultsOfFront();
    expect(Date.parse(fault?.since ?? '') - stoppedAt).toBeLessThanOrEqual(20_000);
    expect(await (await office.client()).site.status()).toMatchObject({ heardBy: 0, peers: [{ station: 'Front desk', connected: false }] });
  });

  it('is ended by its keeper after a minute and started again, and the fault is over', { timeout: 180_000 }, async () => {
    await eventually(async () => front.process.pid()).not.toBe(hanging);
    await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
    await eventually(faultsOfFront).toMatchObject([{ endedAt: expect.any(String) }]);
  });
});
