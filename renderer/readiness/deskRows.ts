import type { Fault, Status } from '../../main/contract/index.ts';

export type DeskState = 'ready' | 'not-ready' | 'silent';

/**
 * Why a desk is in its state. What supervision says about this station comes in its own words; what is
 * known of another desk is only its link and what it last said of itself.
 */
export type Reason =
  | { readonly type: 'fault'; readonly fault: Fault }
  | { readonly type: 'armed' }
  | { readonly type: 'armed-with-faults' }
  | { readonly type: 'armed-there' }
  | { readonly type: 'not-armed' }
  | { readonly type: 'not-armed-there' }
  | { readonly type: 'not-said' }
  | { readonly type: 'silent'; readonly lastHeardAt: string | null };

export interface DeskRow {
  readonly id: string;
  readonly station: string;
  readonly place: string;
  readonly here: boolean;
  readonly state: DeskState;
  readonly reasons: readonly Reason[];
}

const urgency = { 'not-ready': 0, silent: 1, ready: 2 } as const;

/** A row a desk: this one first, then those that need somebody, then by name. */
export const deskRows = (status: Status): readonly DeskRow[] => [
  ownRow(status),
  ...status.peers.map(peerRow).toSorted((one, other) => urgency[one.state] - urgency[other.state] || one.station.localeCompare(other.station, undefined, { numeric: true })),
];

const ownRow = (status: Status): DeskRow => {
  // Links to other desks are shown in those desks' own rows.
  const faults = status.faults.filter(({ kind }) => kind !== 'peer').map((fault): Reason => ({ type: 'fault', fault }));
  return {
    id: status.stationId,
    station: status.station,
    place: status.place,
    here: true,
    state: status.armed ? 'ready' : 'not-ready',
    reasons: [...ownVerdict(status.armed, faults.length > 0), ...faults],
  };
};

/** What stands before the faults; where the faults already say why the desk is not ready, nothing. */
const ownVerdict = (armed: boolean, faulty: boolean): readonly Reason[] => {
  if (armed) return [{ type: faulty ? 'armed-with-faults' : 'armed' }];
  return faulty ? [] : [{ type: 'not-armed' }];
};

const peerRow = (peer: Status['peers'][number]): DeskRow => {
  const row = { id: peer.id, station: peer.station, place: peer.place, here: false };
  if (!peer.connected) return { ...row, state: 'silent', reasons: [{ type: 'silent', lastHeardAt: peer.lastHeardAt }] };
  if (peer.armed === null) return { ...row, state: 'not-ready', reasons: [{ type: 'not-said' }] };
  return peer.armed ? { ...row, state: 'ready', reasons: [{ type: 'armed-there' }] } : { ...row, state: 'not-ready', reasons: [{ type: 'not-armed-there' }] };
};

/** Whether somebody has to do something: then the reasons stand open without a touch. */
export const needsSomebody = ({ state, reasons }: DeskRow): boolean => state !== 'ready' || reasons.some(({ type }) => type === 'fault');
