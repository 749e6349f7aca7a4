import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StationIdentity } from '../../main/core/site/identity.ts';
import { issueStationCertificate, makeStationKeys } from '../../main/lan/authority.ts';
import { expiryOf } from '../../main/lan/certificate.ts';
import { databaseKeyFromFile, openDataFolder } from '../../main/station/storage/dataFolder.ts';
import { enrolmentOf } from '../../main/station/site/enrolment.ts';
import { beginSite, type Beginning } from '../../main/station/site/setUp.ts';
import { openStorage, type Storage } from '../../main/station/storage/storage.ts';
import type { Result } from '../../main/contract/problem.ts';
import { silentLog } from '../support/ledger/testLedger.ts';
import { certificateAt } from '../support/lan/certificateAt.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

let folder = '';
const running: StationProcess[] = [];
const soon = { timeout: 20_000, interval: 100 };
const have = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** What lies in a data folder while no station runs there. */
const inFolder = async <Found>(name: string, look: (storage: Storage) => Found): Promise<Found> => {
  const opened = have(openDataFolder(join(folder, name)));
  const storage = have(openStorage({ folder: opened, key: have(databaseKeyFromFile(opened)), clock: { now: Date.now }, log: silentLog, live: false }));
  try {
    return look(storage);
  } finally {
    await storage.close();
    opened.release();
  }
};
const papersIn = (name: string): Promise<StationIdentity> =>
  inFolder(name, (storage) => {
    const stored = storage.identity();
    if (stored === undefined) throw new Error('There is no station');
    return stored.identity;
  });
const rosterIn = (name: string): Promise<ReadonlyMap<string, number>> =>
  inFolder(name, (storage) => {
    const stored = storage.identity();
    if (stored === undefined) throw new Error('There is no station');
    return new Map(storage.openLedger(stored).local.roster.list().map(({ id, certificate }) => [id, expiryOf(certificate)]));
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-renewal-'));
  // Made by a clock that stands at 1970: such certificates end with 2026, so they are due for renewal, whenever this test runs.
  const setUp = { clock: { now: () => 0 }, ids: { next: () => crypto.randomUUID() }, log: silentLog };
  const front = have(await beginSite({ site: 'Elm Library', station: 'Front desk' }, setUp));
  const { identity, siteName } = front;
  if (identity.authorityKey === null) throw new Error('The first station holds the authority');
  const keys = await makeStationKeys();
  const certificate = have(await issueStationCertificate({ certificate: identity.authorityCertificate, key: identity.authorityKey }, { stationId: keys.id, request: keys.request }, 0));
  const station = { id: keys.id, name: 'Back office', place: 'Back office', signingKey: keys.signingPublicKey, certificate };
  const office: Beginning = { siteName, identity: { ...identity, station, signingKey: keys.signingKey, tlsKey: keys.tlsKey, authorityKey: null }, stations: [identity.station, station], addresses: new Map(), drafts: [enrolmentOf(station)] };
  await inFolder('front', (storage) => have(storage.keepBeginning(front)));
  const first = await startStation({ data: join(folder, 'front') });
  running.push(first);
  await inFolder('office', (storage) => have(storage.keepBeginning({ ...office, addresses: new Map([[identity.station.id, [first.up.listening ?? '']]]) })));
  running.push(await startStation({ data: join(folder, 'office') }));
});
afterAll(async () => {
  await Promise.all(running.map((station) => station.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe('certificates that are about to end', () => {
  test('are renewed by running stations without anybody’s doing, kept on their disks, and known to one another', async () => {
    const nearlyAYear = Date.now() + 360 * 24 * 3_600_000;
    await vi.waitFor(async () => {
      for (const { up } of running) expect(expiryOf(await certificateAt(up.listening ?? ''))).toBeGreaterThan(nearlyAYear);
    }, soon);
    await vi.waitFor(async () => {
      const [front, office] = await Promise.all(['front', 'office'].map((name) => quietbell(['verify', '--json', '--data', join(folder, name)])));
      expect(front?.json).toEqual(office?.json);
    }, soon);
    await Promise.all(running.map((station) => station.stop()));
    for (const name of ['front', 'office']) {
      expect(expiryOf((await papersIn(name)).station.certificate)).toBeGreaterThan(nearlyAYear);
      expect([...(await rosterIn(name)).values()].filter((expires) => expires > nearlyAYear)).toHaveLength(2);
    }
  });
});
