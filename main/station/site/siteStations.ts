import type { StationFile } from '../../core/site/foldStation.ts';
import { fileOf, type StationContext } from '../context.ts';

/** The stations of the site as the alarm needs them: from memory, not from the database each time. */
export interface SiteStations {
  readonly ids: () => ReadonlySet<string>;
  readonly find: (id: string) => StationFile | undefined;
  readonly nameOf: (id: string) => string;
  readonly stop: () => void;
}

export const createSiteStations = ({ ledger, changes }: StationContext): SiteStations => {
  const files = new Map<string, StationFile>();
  const find = (id: string): StationFile | undefined => {
    const station = ledger.local.roster.list().find((known) => known.id === id);
    if (station !== undefined && !files.has(id)) files.set(id, fileOf(ledger, station));
    return files.get(id);
  };
  return {
    ids: () => new Set(ledger.local.roster.list().map(({ id }) => id)),
    find,
    nameOf: (id) => find(id)?.name ?? id.slice(0, 8),
    stop: changes.on(['settings'], () => files.clear()),
  };
};
