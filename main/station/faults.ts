import type { FaultRecord } from '../contract/station.ts';
import type { StationContext } from './context.ts';

/** Faults of every station of the site, as events. */
export interface Faults {
  /** The open ones first, then the newest that ended. */
  readonly list: () => readonly FaultRecord[];
}

const endedShown = 200;

export const createFaults = ({ ledger }: StationContext): Faults => ({
  list: () => [...ledger.states('fault', { open: true }).toReversed(), ...ledger.states('fault', { open: false, newest: endedShown }).toReversed()],
});
