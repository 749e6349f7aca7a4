import { describe, expect, test } from 'vitest';
import type { Alarm, Desk, Status } from '../../../../main/contract/index.ts';
import { cueState } from '../../../../renderer/desk/cue.ts';
import type { Seen } from '../../../../renderer/desk/cue.ts';

const here = '0'.repeat(32);
const elsewhere = '1'.repeat(32);

const status = (change: Partial<Status> = {}): Status => ({
  site: 'Hillside', station: 'Desk 1', stationId: here, place: 'Ground floor', armed: true, heardBy: 2, attendedBy: 1, attended: true, windows: 1,
  listening: null, peers: [], devices: [], channels: [], backup: { scheduled: false, last: null }, faults: [], rebuilding: null, ...change,
});

const alarm = (change: Partial<Alarm> = {}): Alarm => ({
  id: '01a20ca1-907a-726d-8c6b-bdf52c62f967', level: 'assist', kind: 'real', state: 'raised', station: 'Desk 1', stationId: here, place: 'Ground floor', staff: null, source: 'key',
  raisedAt: '2026-11-24T08:00:00.000Z', receivedBy: [], acknowledgedBy: [], acknowledgements: [], closedAt: null, closedBy: null, closeReason: null, closeNote: '', timeline: [],
  alone: false, duress: false, unheard: false, followUp: 'none', recipients: [], attempts: [], nextStepAt: null, addressed: false, ...change,
});

const asked: Desk = { alone: { since: '2026-11-24T07:00:00.000Z', source: 'person', dueAt: '2026-11-24T07:30:00.000Z', due: true }, checklistAskedAt: null, blankAskedAt: null };

const shown = (change: Partial<Seen> = {}) => cueState({ status: status(), alarms: [], desk: undefined, connected: true, ...change });

describe('the cue before a call', () => {
  test('says who would hear it now: somebody at a screen, stations that nobody is at, or nobody', () => {
    expect(shown()).toBe('heard');
    expect(shown({ status: status({ attendedBy: 0 }) })).toBe('unattended');
    expect(shown({ status: status({ heardBy: 0, attendedBy: 0 }) })).toBe('nobody');
  });

  test('says armed only when it was measured', () => {
    expect(shown({ status: status({ armed: false }) })).toBe('unarmed');
    expect(shown({ status: undefined, alarms: undefined })).toBe('unarmed');
    expect(shown({ connected: false })).toBe('unarmed');
  });

  test('asks whoever works alone to check in, whatever else it would say', () => {
    expect(shown({ desk: asked })).toBe('due');
    expect(shown({ desk: asked, status: status({ armed: false }) })).toBe('due');
  });

  test('does not ask before it is time', () => {
    expect(shown({ desk: { ...asked, alone: asked.alone && { ...asked.alone, due: false } } })).toBe('heard');
  });
});

describe('the cue of an own call', () => {
  test('says out, and coming once somebody answered it', () => {
    expect(shown({ alarms: [alarm()] })).toBe('out');
    expect(shown({ alarms: [alarm({ state: 'acknowledged', receivedBy: ['Desk 2'], acknowledgedBy: ['Desk 2'] })] })).toBe('coming');
  });

  test('says unheard when nobody has received it in time', () => {
    expect(shown({ alarms: [alarm({ unheard: true })] })).toBe('unheard');
    expect(shown({ alarms: [alarm({ unheard: true, receivedBy: ['Desk 2'] })] })).toBe('out');
  });

  test('does not promise that a call is out which nobody has and nobody could get', () => {
    const nobody = status({ heardBy: 0, attendedBy: 0 });
    expect(shown({ status: nobody, alarms: [alarm()] })).toBe('unheard');
    expect(shown({ status: nobody, alarms: [alarm({ state: 'received', receivedBy: ['Desk 2'] })] })).toBe('out');
  });

  test('says out when only somebody outside the building has received it', () => {
    const delivered = alarm({ timeline: [{ at: '2026-11-24T08:00:02.000Z', what: 'delivered', station: 'Desk 1', staff: null, detail: 'centre' }] });
    expect(shown({ status: status({ heardBy: 0, attendedBy: 0 }), alarms: [delivered] })).toBe('out');
  });

  test('comes before a check-in', () => {
    expect(shown({ desk: asked, alarms: [alarm()] })).toBe('out');
  });

  test('keeps saying that somebody is coming while the station is restarted', () => {
    expect(shown({ alarms: [alarm({ state: 'acknowledged', acknowledgedBy: ['Desk 2'] })], connected: false })).toBe('coming');
  });

  test('ignores calls of other stations and closed ones', () => {
    expect(shown({ alarms: [alarm({ stationId: elsewhere }), alarm({ state: 'closed' })] })).toBe('heard');
  });

  test('follows the newest call when two of this station are open', () => {
    const answered = alarm({ raisedAt: '2026-11-24T07:00:00.000Z', acknowledgedBy: ['Desk 2'] });
    expect(shown({ alarms: [answered, alarm()] })).toBe('out');
  });
});
