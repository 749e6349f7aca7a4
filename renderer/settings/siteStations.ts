import type { Status } from '../../main/contract/index.ts';
import { compareNames } from '../shared/locale.ts';

export interface SiteStation {
  readonly id: string;
  readonly name: string;
}

/** Every station of the site that this one knows, itself first. */
export const siteStations = (status: Status): readonly SiteStation[] => [
  { id: status.stationId, name: status.station },
  ...status.peers.map(({ id, station }) => ({ id, name: station })).toSorted((one, other) => compareNames(one.name, other.name)),
];
