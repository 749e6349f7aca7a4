/** A station that hangs: its process is stopped, its sockets stay open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

let site: RealSite;
let office: RealDesk;
let front: RealDesk;
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 30_000, interval: 50 });
const faultsOfFront = async () => (await (await office.client()).site.faults()).filter(({ kind, subject }) => kind === 'peer' && subject === 'Front desk');

beforeAll(async () => {
  site = await createRealSite();
  office = await site.add('Back office');
  front = await site.add('Front desk');
});
afterAll(() => site.close());

it('a silent station is a fault on the others within 20 s, which ends when it is back', async () => {
  await eventually(async () => (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
  const station = front.process.pid();
  const stoppedAt = Date.now();
  process.kill(station, 'SIGSTOP');
  try {
    await eventually(faultsOfFront).toMatchObject([{ station: 'Back office', endedAt: null }]);
    const [fault] = await faultsOfFront();
    expect(Date.parse(fault?.since ?? '') - stoppedAt).toBeLessThanOrEqual(20_000);
    expect(await (await office.client()).site.status()).toMatchObject({ heardBy: 0, peers: [{ station: 'Front desk', connected: false }] });
  } finally {
    process.kill(station, 'SIGCONT');
  }
  await eventually(faultsOfFront).toMatchObject([{ endedAt: expect.any(String) }]);
  expect(await (await office.client()).site.status()).toMatchObject({ heardBy: 1 });
});
