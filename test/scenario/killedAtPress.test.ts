/** Real processes, a real kill -9 at a random moment around a press: whoever was told that the press was taken finds it in the ledger. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationClient } from '../../main/contract/index.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { createDice, seedOf } from '../support/random/seed.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';
import { startStation } from '../support/stationProcess.ts';

const runs = 15;
/** The longest time between press and kill: twice as long as a press takes here and now, so that about half are taken. Milliseconds. */
const latestOf = (press: number): number => Math.max(25, 2 * press);

let site: RealSite;
let office: RealDesk;
let data: string;

beforeAll(async () => {
  site = await createRealSite();
  office = await site.add('Back office');
  const front = await site.add('Front desk');
  ({ data } = front);
  await front.stop();
});
afterAll(() => site.close());

/** One life of the station at the front desk; what ends it ends its keeper too, which would wait a little longer after every death. */
const live = async (use: (client: StationClient, kill: () => Promise<unknown>) => Promise<void>): Promise<void> => {
  const station = await startStation({ data });
  const door = await connectControl(data);
  if (door === null) throw new Error('The station does not answer');
  try {
    await use(door.client, () => station.stop('SIGKILL'));
  } finally {
    door.close();
    await station.stop();
  }
};

describe('a station that is killed at any moment around a press', () => {
  it('has every press of which it said that it was taken, and its chain holds', async () => {
    const roll = createDice(seedOf('killed at a press'));
    const acknowledged: string[] = [];
    let shortest = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run += 1) {
      await live(async (client, kill) => {
        // Each raises an alarm of its own: the one before is over.
        for (const { id, closedAt } of await client.alarm.list()) if (closedAt === null) await client.alarm.close({ alarm: id, reason: 'drill', note: '' });
        const pressedAt = performance.now();
        const pressed = client.alarm.press({ id: uuid(), level: 'assist', kind: 'real', source: 'command' }).then(
          ({ alarm }) => {
            acknowledged.push(alarm);
            shortest = Math.min(shortest, performance.now() - pressedAt);
          },
          () => {},
        );
        // The first is waited for, to learn how long one takes.
        if (run === 0) await pressed;
        else await new Promise((resolve) => setTimeout(resolve, roll() * latestOf(shortest)));
        await kill();
      });
    }
    console.info(`${acknowledged.length} of ${runs} presses were taken before the kill`);
    expect(acknowledged.length).toBeGreaterThan(1);
    await live(async (client) => {
      const listed = new Set((await client.alarm.list()).map((alarm) => alarm.id));
      expect(acknowledged.filter((alarm) => !listed.has(alarm))).toEqual([]);
      const { ok, events } = await client.site.verify();
      expect(ok).toBe(true);
      const atOffice = async () => (await office.client()).site.verify();
      await expect.poll(async () => (await atOffice()).events, { timeout: 20_000 }).toBeGreaterThanOrEqual(events);
      expect(await atOffice()).toMatchObject({ ok: true });
      expect((await (await office.client()).site.status()).peers).toMatchObject([{ connected: true }]);
    });
  }, 120_000);
});
