import { dirname } from 'node:path';
import { v7 as newId } from 'uuid';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import type { Timing } from '../../../main/lan/timing.ts';
import { createAttendance } from '../../../main/station/fault/attendance.ts';
import { createChanges } from '../../../main/station/changes.ts';
import type { StationContext } from '../../../main/station/context.ts';
import { createSiteClock } from '../../../main/station/site/siteClock.ts';
import { startStationParts, type StationParts } from '../../../main/station/enrolledStation.ts';
import { failed } from '../../../main/contract/problem.ts';
import { createNoDevices } from '../../../native/noDevices.ts';
import { createNoRelays } from '../../../native/noRelays.ts';
import { openTestLedger, silentLog } from '../ledger/testLedger.ts';
import { quickCodes } from '../quickCodes.ts';

/** A whole station but for its devices and windows: a real ledger, real TLS, supervision that writes its faults down. Only its pauses are short, and its clock can be put on. */
export interface SupervisedStation {
  readonly id: string;
  readonly parts: StationParts;
  readonly address: string;
  /** Lets so many milliseconds go by on its clock. */
  readonly pass: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

export const startSupervisedStation = async (identity: StationIdentity, site: readonly StationIdentity[], timing: Timing, fixedAddresses: readonly string[] = []): Promise<SupervisedStation> => {
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const { ledger, file, close } = openTestLedger(identity, site, clock);
  const changes = createChanges(silentLog);
  const context: StationContext = { ledger, identity, clock, ids: { next: () => newId() }, log: silentLog, changes, procedures: [] };
  // The station goes by the clock that is put on, and not by the others'.
  const siteClock = createSiteClock({ system: clock, elapsed: () => performance.now() + ahead, log: silentLog });
  const started = await startStationParts({
    context,
    siteClock,
    codes: quickCodes,
    siteNameAtEnrolment: 'Elm Library',
    dataFolder: dirname(file),
    devices: createNoDevices(),
    relays: createNoRelays(),
    live: true,
    listen: '127.0.0.1:0',
    fixedAddresses,
    discover: false,
    attachmentBytes: 1e9,
    procedureProblems: [],
    hostFindings: [],
    capturing: () => false,
    attendance: createAttendance(clock, changes),
    expectsWindow: false,
    keepIdentity: () => {},
    ask: () => Promise.resolve(failed('SearchUnavailable', 'Nothing is searched for here.', 'Search at a station.')),
    copies: { make: () => Promise.resolve(failed('BackupFailed', 'Nothing is backed up here.', 'Make a backup at a station.')), progress: () => null, letFilesWait: () => {}, stop: () => {} },
    timing,
  });
  if (!started.ok) throw new Error(started.error.message);
  const parts = started.value;
  return {
    id: identity.station.id,
    parts,
    address: parts.lan?.listening() ?? '',
    pass: (milliseconds) => void (ahead += milliseconds),
    close: async () => {
      await parts.stop();
      close();
    },
  };
};
