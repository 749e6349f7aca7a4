import type { StaffReference } from '../contract/alarm.ts';
import type { Clock, Ids, Log } from '../core/environment.ts';
import type { StationIdentity } from '../core/site/identity.ts';
import type { StationFile } from '../core/site/foldStation.ts';
import { subjectOf } from '../core/event/subject.ts';
import { stationSettingsSchema } from '../contract/station.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Changes } from './changes.ts';
import type { LocalProcedure } from './procedure/procedureFiles.ts';

/** What every part of an enrolled station works with. */
export interface StationContext {
  readonly ledger: Ledger;
  readonly identity: StationIdentity;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly changes: Changes;
  /** What this station has without anybody having published it, as it was at the start. */
  readonly procedures: readonly LocalProcedure[];
}

/** This station as the ledger has it now; as it was enrolled, while the ledger does not have it yet. */
export const ownFile = ({ ledger, identity }: StationContext): StationFile => fileOf(ledger, identity.station);

export const fileOf = (ledger: Ledger, station: { readonly id: string; readonly name: string; readonly place: string }): StationFile => {
  try {
    const state = ledger.state('station', subjectOf('station', station.id));
    if (state !== undefined) return state;
  } catch {
    // An alarm is raised with what is known without the database.
  }
  return { id: station.id, name: station.name, place: station.place, protocol: null, settings: stationSettingsSchema.parse({}), bindings: [], retirements: [], renewedCertificate: null, authority: [] };
};

/** "Who did it" as events carry it. */
export const byWhom = (context: StationContext, staff: StaffReference | null): { readonly station: string; readonly staff: StaffReference | null } => ({ station: ownFile(context).name, staff });
