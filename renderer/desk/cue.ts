import type { Alarm, Desk, Status } from '../../main/contract/index.ts';

/**
 * What the cue tells those who were told of it. Before a call, from best to worst:
 * `heard`: armed, and somebody at a screen would see it. `unattended`: armed, but nobody has been at the stations that would hear it.
 * `nobody`: armed, but no station would hear it. `unarmed`: it would not work.
 * `due`: whoever works alone is asked to check in.
 * Of the own call: `out`: it is on its way or has been received. `unheard`: nobody has received it. `coming`: somebody answered it.
 */
export const cueStates = ['heard', 'unattended', 'nobody', 'unarmed', 'due', 'out', 'unheard', 'coming'] as const;
export type CueState = (typeof cueStates)[number];

export interface Seen {
  readonly status: Status | undefined;
  readonly alarms: readonly Alarm[] | undefined;
  readonly desk: Desk | undefined;
  readonly connected: boolean;
}

/** The own call before everything; a check-in before how well armed the desk is, since to miss it makes a call. */
export const cueState = ({ status, alarms, desk, connected }: Seen): CueState => {
  const own = ownOpenAlarm(status, alarms);
  if (own !== undefined) return ofCall(own, connected && (status?.heardBy ?? 0) > 0);
  if (desk?.alone?.due === true) return 'due';
  if (!connected || status === undefined || !status.armed) return 'unarmed';
  if (status.heardBy === 0) return 'nobody';
  return status.attendedBy > 0 ? 'heard' : 'unattended';
};

/** `out` promises that somebody has it or can get it: nothing less is shown as such, not even for the first seconds. */
const ofCall = ({ acknowledgedBy, receivedBy, timeline, unheard }: Alarm, reachable: boolean): CueState => {
  if (acknowledgedBy.length > 0) return 'coming';
  if (receivedBy.length > 0 || timeline.some(({ what }) => what === 'delivered')) return 'out';
  return reachable && !unheard ? 'out' : 'unheard';
};

/** The newest open alarm that this station itself raised. */
export const ownOpenAlarm = (status: Status | undefined, alarms: readonly Alarm[] | undefined): Alarm | undefined =>
  alarms?.filter(({ stationId, state }) => stationId === status?.stationId && state !== 'closed').toSorted((one, other) => other.raisedAt.localeCompare(one.raisedAt))[0];
