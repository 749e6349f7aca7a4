import { demoSite } from './demoSite.ts';
import type { DemoStation } from './startDemoStation.ts';

/** Makes one site of the three stations, as a person would at their windows. What is there from an earlier demo stays. */
export const setUpDemo = async ([first, ...others]: readonly DemoStation[]): Promise<void> => {
  if (first === undefined) return;
  if (await isNew(first)) {
    const { station, place } = demoSite.stations[0];
    await first.client.setup.createSite({ site: demoSite.site, station, place, administrator: demoSite.administrator });
    await first.client.staff.add(demoSite.staff);
    await bindTriggers(first);
  }
  await Promise.all(
    others.map(async (other, index) => {
      const desk = demoSite.stations[index + 1];
      if (desk === undefined || !(await isNew(other))) return;
      const { code } = await first.client.site.invite({ hours: 1 });
      await other.client.setup.joinSite({ code, station: desk.station, place: desk.place });
      await bindTriggers(other);
    }),
  );
};

const isNew = async ({ client }: DemoStation): Promise<boolean> => (await client.setup.state()).phase === 'new';

/** Set-up binds the Pause key and the spot on the screen; laptops have no Pause key, but all have this one. */
const bindTriggers = async ({ client }: DemoStation): Promise<void> => {
  await client.trigger.addBinding({ trigger: { type: 'key', key: { code: 'F8', ctrl: false, alt: false, shift: false } }, gesture: { type: 'press' }, purpose: 'assist' });
};

/** Longest wait in milliseconds, on a slow and busy computer, for the stations to find one another. */
const patience = 60_000;

/** Resolves when every station hears every other; false when that takes too long. */
export const untilConnected = async (stations: readonly DemoStation[]): Promise<boolean> => {
  const heard = await Promise.all(stations.map(({ client }) => hearsAll(client, stations.length - 1)));
  return heard.every(Boolean);
};

const hearsAll = async (client: DemoStation['client'], others: number): Promise<boolean> => {
  const tooLate = AbortSignal.timeout(patience);
  try {
    for await (const { peers } of await client.site.watchStatus(undefined, { signal: tooLate })) {
      if (peers.filter(({ connected }) => connected).length >= others) return true;
    }
  } catch (error) {
    if (!tooLate.aborted) throw error;
  }
  return false;
};
