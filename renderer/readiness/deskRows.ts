import type { Fault, FaultRecord, Status } from '../../main/contract/index.ts';
import { compareNames } from '../shared/locale.ts';

export type DeskState = 'ready' | 'not-ready' | 'silent';

/**
 * Why a desk is in its state. What supervision says about this station comes in its own words; what is
 * known of another desk is its link, what it last said of itself, and the faults it wrote down.
 */
export type Reason =
  | { readonly type: 'fault'; readonly fault: Fault }
  | { readonly type: 'armed' }
  | { readonly type: 'armed-with-faults' }
  | { readonly type: 'armed-there' }
  | { readonly type: 'not-armed' }
  | { readonly type: 'not-armed-there' }
  | { readonly type: 'not-said' }
  | { readonly type: 'attended' }
  | { readonly type: 'unattended' }
  | { readonly type: 'silent'; readonly lastHeardAt: string | null };

export interface DeskRow {
  readonly id: string;
  readonly station: string;
  readonly place: string;
  readonly here: boolean;
  readonly state: DeskState;
  /** Somebody was at its screen lately; null where that is not known. */
  readonly attended: boolean | null;
  readonly reasons: readonly Reason[];
}

const urgency = { 'not-ready': 0, silent: 1, ready: 2 } as const;

/** A row a desk: this one first, then those that need somebody, then by name. `faults` are those of every station. */
export const deskRows = (status: Status, faults: readonly FaultRecord[]): readonly DeskRow[] => [
  ownRow(status),
  ...status.peers.map((peer) => peerRow(peer, faults)).toSorted((one, other) => urgency[one.state] - urgency[other.state] || compareNames(one.station, other.station)),
];

const ownRow = (status: Status): DeskRow => {
  const faults = reasonsOf(status.faults);
  return {
    id: status.stationId,
    station: status.station,
    place: status.place,
    here: true,
    state: status.armed ? 'ready' : 'not-ready',
    attended: status.attended,
    reasons: [...ownVerdict(status.armed, faults.length > 0), ...faults],
  };
};

/** Links to other desks are shown in those desks' own rows. */
const reasonsOf = (faults: readonly Fault[]): readonly Reason[] => faults.filter(({ kind }) => kind !== 'peer').map((fault): Reason => ({ type: 'fault', fault }));

/** What stands before the faults; where the faults already say why the desk is not ready, nothing. */
const ownVerdict = (armed: boolean, faulty: boolean): readonly Reason[] => {
  if (armed) return [{ type: faulty ? 'armed-with-faults' : 'armed' }];
  return faulty ? [] : [{ type: 'not-armed' }];
};

const peerRow = (peer: Status['peers'][number], faults: readonly FaultRecord[]): DeskRow => {
  const row = { id: peer.id, station: peer.station, place: peer.place, here: false, attended: peer.connected ? peer.attended : null };
  if (!peer.connected) return { ...row, state: 'silent', reasons: [{ type: 'silent', lastHeardAt: peer.lastHeardAt }] };
  const known: readonly Reason[] = [
    ...(peer.attended === null ? [] : [{ type: peer.attended ? 'attended' : 'unattended' } as const]),
    ...reasonsOf(faults.filter(({ stationId, endedAt }) => stationId === peer.id && endedAt === null)),
  ];
  if (peer.armed === null) return { ...row, state: 'not-ready', reasons: [{ type: 'not-said' }, ...known] };
  return peer.armed ? { ...row, state: 'ready', reasons: [{ type: 'armed-there' }, ...known] } : { ...row, state: 'not-ready', reasons: [{ type: 'not-armed-there' }, ...known] };
};
