import { describe, expect, test } from 'vitest';
import { makeSite } from '../support/lan/memorySite.ts';
import { stationsOfThisFile } from '../support/lan/running.ts';
import type { TestStation, TestStationOptions } from '../support/lan/testStation.ts';
import { until } from '../support/lan/until.ts';
import { defaultTiming } from '../../main/lan/timing.ts';

const start = stationsOfThisFile();
const size = 50;
const away = 10;
const patience = 60_000;

describe('a site of 50 stations', () => {
  test('forms a full mesh from one address, hears an alarm everywhere, and brings ten that were away up to date', async () => {
    const { identities } = await makeSite(...Array.from({ length: size }, (_, index) => `Desk ${index + 1}`));
    // The pauses of a real site: fifty stations on two cores have enough to do.
    const options: TestStationOptions = { roster: identities.map(({ station }) => station), timing: { ...defaultTiming, redialLongest: 1_000, close: 300 } };
    const first = await start(identities[0], options);
    const others = await Promise.all(identities.slice(1).map((identity) => start(identity, { ...options, fixedAddresses: [first.address()] })));
    const stations = [first, ...others];
    const linksOf = ({ lan }: TestStation): number => lan.links().filter(({ connected }) => connected).length;
    await until('everybody has everybody', () => stations.every((station) => linksOf(station) === size - 1), patience);

    const caller = stations[size - 1] ?? first;
    expect(caller.lan.sendAlarm(caller.replica.draft('help'))).toHaveLength(size - 1);
    await until('everybody shows it', () => stations.every((station) => station === caller || station.replica.previewed().includes('help')), patience);

    const gone = stations.slice(5, 5 + away);
    const here = stations.filter((station) => !gone.includes(station));
    await Promise.all(gone.map(({ lan }) => lan.stop()));
    await until('the others know who is missing', () => here.every((station) => linksOf(station) === size - 1 - away), patience);
    for (const [index, { replica }] of here.entries()) replica.commit(`while they were away, ${index}`, `and once more, ${index}`);
    await until('those that stayed have all of it', () => here.every(({ replica }) => replica.have().size === here.length), patience);

    const back = await Promise.all(gone.map((before) => start(before.identity, { ...options, before })));
    await until('those that came back are in the mesh', () => back.every((station) => linksOf(station) === size - 1), patience);
    await until('and have what they missed', () => back.every(({ replica }) => here.every(({ id }) => replica.have().get(id) === 2)), patience);
    expect(back[0]?.lan.sendAlarm(back[0].replica.draft('back again'))).toHaveLength(size - 1);
  }, 180_000);
});
