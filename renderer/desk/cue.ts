import type { Alarm, Status } from '../../main/contract/index.ts';

/**
 * What the cue tells those who were told of it.
 * `heard`: armed, and somebody would hear. `unheard`: armed, but no colleague's station is connected.
 * `unarmed`: it would not work. `out`: a call of this station is open. `coming`: somebody answered it.
 */
export type CueState = 'heard' | 'unheard' | 'unarmed' | 'out' | 'coming';

/** A call that no other station has, and none could get, is not shown as `out`: that would promise too much. */
export const cueState = (status: Status | undefined, alarms: readonly Alarm[] | undefined, connected: boolean): CueState => {
  const own = ownOpenAlarm(status, alarms);
  if (own !== undefined) {
    if (own.acknowledgedBy.length > 0) return 'coming';
    if (own.receivedBy.length > 0 || (connected && (status?.heardBy ?? 0) > 0)) return 'out';
  }
  if (!connected || status === undefined || !status.armed) return 'unarmed';
  return status.heardBy > 0 ? 'heard' : 'unheard';
};

/** The newest open alarm that this station itself raised. */
export const ownOpenAlarm = (status: Status | undefined, alarms: readonly Alarm[] | undefined): Alarm | undefined =>
  alarms?.filter(({ stationId, state }) => stationId === status?.stationId && state !== 'closed').toSorted((one, other) => other.raisedAt.localeCompare(one.raisedAt))[0];
