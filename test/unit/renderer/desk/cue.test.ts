import { describe, expect, test } from 'vitest';
import type { Alarm, Status } from '../../../../main/contract/index.ts';
import { cueState } from '../../../../renderer/desk/cue.ts';

const here = '0'.repeat(32);
const elsewhere = '1'.repeat(32);

const status = (change: Partial<Status> = {}): Status => ({
  site: 'Hillside', station: 'Desk 1', stationId: here, place: 'Ground floor', armed: true, heardBy: 2, listening: null, peers: [], devices: [], faults: [], ...change,
});

const alarm = (change: Partial<Alarm> = {}): Alarm => ({
  id: '01a20ca1-907a-726d-8c6b-bdf52c62f967', level: 'assist', kind: 'real', state: 'raised', station: 'Desk 1', stationId: here, place: 'Ground floor', staff: null, source: 'key',
  raisedAt: '2026-11-24T08:00:00.000Z', receivedBy: [], acknowledgedBy: [], acknowledgements: [], closedAt: null, closedBy: null, closeReason: null, closeNote: '', timeline: [], ...change,
});

describe('the cue', () => {
  test('says armed and heard only when both were measured', () => {
    expect(cueState(status(), [], true)).toBe('heard');
    expect(cueState(status({ heardBy: 0 }), [], true)).toBe('unheard');
    expect(cueState(status({ armed: false }), [], true)).toBe('unarmed');
  });

  test('never says armed before the station answered, or after it was lost', () => {
    expect(cueState(undefined, undefined, true)).toBe('unarmed');
    expect(cueState(status(), [], false)).toBe('unarmed');
  });

  test('says out for an open call of this station, and coming once somebody answered it', () => {
    expect(cueState(status(), [alarm()], true)).toBe('out');
    expect(cueState(status(), [alarm({ state: 'acknowledged', receivedBy: ['Desk 2'], acknowledgedBy: ['Desk 2'] })], true)).toBe('coming');
  });

  test('does not promise that a call is out which nobody has and nobody could get', () => {
    expect(cueState(status({ heardBy: 0 }), [alarm()], true)).toBe('unheard');
    expect(cueState(status({ heardBy: 0 }), [alarm({ state: 'received', receivedBy: ['Desk 2'] })], true)).toBe('out');
  });

  test('keeps saying that somebody is coming while the station is restarted', () => {
    expect(cueState(status(), [alarm({ state: 'acknowledged', acknowledgedBy: ['Desk 2'] })], false)).toBe('coming');
  });

  test('ignores calls of other stations and closed ones', () => {
    expect(cueState(status(), [alarm({ stationId: elsewhere }), alarm({ state: 'closed' })], true)).toBe('heard');
  });

  test('follows the newest call when two of this station are open', () => {
    const answered = alarm({ raisedAt: '2026-11-24T07:00:00.000Z', acknowledgedBy: ['Desk 2'] });
    expect(cueState(status(), [answered, alarm()], true)).toBe('out');
  });
});
