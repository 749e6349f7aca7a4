import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../main/contract/problem.ts';
import { decodeEvent } from '../../../main/ledger/encoding.ts';
import { createStation } from '../../../main/station/createStation.ts';
import { databaseKeyFromFile, openDataFolder } from '../../../main/station/storage/dataFolder.ts';
import { openStorage } from '../../../main/station/storage/storage.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { createNoRelays } from '../../../native/noRelays.ts';
import { shownBy } from '../../releases/siteStory.ts';
import { copyKeptData, keptReleases, shownByRelease } from '../../support/keptRelease.ts';
import { silentLog } from '../../support/ledger/testLedger.ts';

const have = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

let data = '';
beforeEach(async () => void (data = await mkdtemp(join(tmpdir(), 'quietbell-past-'))));
afterEach(() => rm(data, { recursive: true, force: true }));

it('there are past releases to be tested against', () => expect(keptReleases).toContain('0.1'));

describe.each(keptReleases)('a ledger that release %s wrote', (release) => {
  it.each(['front', 'office'] as const)('holds, and is read to its last event, at the %s', async (station) => {
    await copyKeptData(release, station, data);
    const folder = have(openDataFolder(data));
    const storage = have(openStorage({ folder, key: have(databaseKeyFromFile(folder)), clock: { now: Date.now }, log: silentLog, live: false }));
    const identity = storage.identity();
    if (identity === undefined) throw new Error('There is no station in it');
    const ledger = storage.openLedger(identity);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [], stations: 3 });
    const records = [...ledger.have().keys()].flatMap((origin) => ledger.read(origin, 0, Number.POSITIVE_INFINITY));
    const kindsBySubject = Map.groupBy(
      records.flatMap(({ bytes }) => decodeEvent(bytes) ?? []),
      ({ subject }) => subject,
    );
    expect(records.length).toBeGreaterThan(50);
    for (const [subject, events] of kindsBySubject) expect(ledger.eventsOf(subject).map(({ kind }) => kind).toSorted(), subject).toEqual(events.map(({ kind }) => kind).toSorted());
    await storage.close();
    folder.release();
  });

  it('shows everything that was shown then', async () => {
    await copyKeptData(release, 'front', data);
    const station = have(await createStation({ dataFolder: data, databaseKey: null, listen: null, live: false, devices: createNoDevices(), relays: createNoRelays(), log: silentLog }));
    expect(await shownBy(station.client('command'))).toMatchObject(Object(await shownByRelease(release)));
    await station.close();
  });
});
