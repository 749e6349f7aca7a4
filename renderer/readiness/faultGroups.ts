import type { FaultRecord } from '../../main/contract/index.ts';
import { compareNames } from '../shared/locale.ts';

/** One trouble, whoever noticed it: that a desk is silent is noticed by all the others. */
export interface FaultGroup {
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
  /** The first moment anybody noticed. */
  readonly since: string;
  /** Names of the stations that noticed, in order. */
  readonly stations: readonly string[];
}

/** What is wrong on the site now, the oldest first: that is what nobody has seen to. */
export const openFaults = (faults: readonly FaultRecord[]): readonly FaultGroup[] => {
  const groupsByTrouble = new Map<string, FaultGroup>();
  for (const fault of faults.filter(({ endedAt }) => endedAt === null)) {
    const key = `${fault.kind} ${fault.subject} ${fault.message}`;
    const known = groupsByTrouble.get(key);
    const stations = known === undefined || known.stations.includes(fault.station) ? (known?.stations ?? [fault.station]) : [...known.stations, fault.station].toSorted(compareNames);
    const since = known !== undefined && known.since < fault.since ? known.since : fault.since;
    groupsByTrouble.set(key, { key, message: fault.message, remedy: fault.remedy, since, stations });
  }
  return [...groupsByTrouble.values()].toSorted((one, other) => one.since.localeCompare(other.since));
};

/** What was wrong and is over, the newest end first. */
export const endedFaults = (faults: readonly FaultRecord[]): readonly (FaultRecord & { readonly endedAt: string })[] =>
  faults.flatMap((fault) => (fault.endedAt === null ? [] : [{ ...fault, endedAt: fault.endedAt }])).toSorted((one, other) => other.endedAt.localeCompare(one.endedAt));
