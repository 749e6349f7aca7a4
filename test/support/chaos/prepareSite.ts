import { join } from 'node:path';
import { issueStationCertificate, makeStationKeys } from '../../../main/lan/authority.ts';
import { enrolmentOf } from '../../../main/station/site/enrolment.ts';
import type { Beginning } from '../../../main/station/site/setUp.ts';
import { beginFirst, keepBeginning, must } from '../openFolder.ts';

export interface PreparedStation {
  readonly name: string;
  readonly id: string;
  readonly data: string;
  readonly address: string;
}

/** Data folders of stations that belong to one site and know where they all are, as if they had joined one after the other. */
export const prepareSite = async (folder: string, addresses: readonly string[]): Promise<readonly PreparedStation[]> => {
  const first = await beginFirst('Desk 1');
  const { identity, siteName } = first;
  if (identity.authorityKey === null) throw new Error('The first station holds the authority');
  const authority = { certificate: identity.authorityCertificate, key: identity.authorityKey };
  const others = await Promise.all(
    addresses.slice(1).map(async (_, index): Promise<Beginning> => {
      const keys = await makeStationKeys();
      const certificate = must(await issueStationCertificate(authority, { stationId: keys.id, request: keys.request }));
      const name = `Desk ${index + 2}`;
      const station = { id: keys.id, name, place: name, signingKey: keys.signingPublicKey, certificate };
      return { siteName, identity: { ...identity, station, signingKey: keys.signingKey, tlsKey: keys.tlsKey, authorityKey: null }, stations: [], addresses: new Map(), drafts: [enrolmentOf(station)] };
    }),
  );
  const all = [first, ...others];
  const stations = all.map((beginning) => beginning.identity.station);
  const known = new Map(stations.map(({ id }, index) => [id, [addresses[index] ?? '']]));
  for (const beginning of all) {
    const { id, name } = beginning.identity.station;
    await keepBeginning(join(folder, name), { ...beginning, stations, addresses: new Map([...known].filter(([station]) => station !== id)) });
  }
  return stations.map(({ id, name }, index) => ({ id, name, data: join(folder, name), address: addresses[index] ?? '' }));
};

