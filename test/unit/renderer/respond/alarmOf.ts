import type { Alarm } from '../../../../main/contract/index.ts';

type Acknowledgement = Alarm['acknowledgements'][number];

/** A moment so many seconds after nine in the morning. */
export const at = (seconds: number): string => new Date(Date.parse('2026-11-24T09:00:00.000Z') + seconds * 1_000).toISOString();

/** An open call for assistance from Desk 2, with whatever is said to be different. */
export const alarmOf = (id: string, state: Partial<Alarm> = {}): Alarm => ({
  id,
  level: 'assist',
  kind: 'real',
  state: 'received',
  station: 'Desk 2',
  stationId: 'desk-2',
  place: 'Returns',
  staff: null,
  source: 'device',
  raisedAt: at(0),
  receivedBy: [],
  acknowledgedBy: [],
  acknowledgements: [],
  closedAt: null,
  closedBy: null,
  closeReason: null,
  closeNote: '',
  timeline: [],
  alone: false,
  duress: false,
  unheard: false,
  followUp: 'none',
  recipients: [],
  attempts: [],
  nextStepAt: null,
  addressed: true,
  ...state,
});

export const closedAlarmOf = (id: string, state: Partial<Alarm> = {}): Alarm =>
  alarmOf(id, { state: 'closed', closedAt: at(60), closedBy: { station: 'Desk 3', staff: null }, closeReason: 'resolved', ...state });

export const acknowledgedBy = (stationId: string, arrivedAt: string | null = null): Acknowledgement => ({ station: stationId, stationId, staff: null, at: at(10), arrivedAt });
