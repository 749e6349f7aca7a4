import { describe, expect, test } from 'vitest';
import type { Fault, FaultRecord, Peer, Status } from '../../../../main/contract/index.ts';
import { deskRows } from '../../../../renderer/readiness/deskRows.ts';

const faultOf = (kind: Fault['kind']): Fault => ({ id: kind, kind, subject: kind, message: `Something about ${kind}.`, remedy: 'Do this.', since: '2026-11-24T09:00:00.000Z' });
const peerOf = (station: string, state: Partial<Peer> = {}): Peer => ({ station, id: station.replaceAll(' ', '-'), place: 'Upstairs', connected: true, lastHeardAt: '2026-11-24T09:00:00.000Z', armed: true, attended: null, ...state });
const statusOf = (state: Partial<Status> = {}): Status => ({ site: 'Main Library', station: 'Desk 1', stationId: 'own', place: 'Entrance', armed: true, heardBy: 0, attendedBy: 0, attended: true, windows: 1, listening: null, peers: [], devices: [], channels: [], backup: { scheduled: false, last: null }, faults: [], rebuilding: null, ...state });

const own = (state: Partial<Status>) => deskRows(statusOf(state), [])[0];
const other = (state: Partial<Peer>) => deskRows(statusOf({ peers: [peerOf('Desk 2', state)] }), [])[1];

describe('the rows of the desks', () => {
  test('this desk comes first, then those that need somebody, then by name with numbers as numbers', () => {
    const peers = [peerOf('Desk 10'), peerOf('Desk 3'), peerOf('Desk 4', { connected: false }), peerOf('Desk 5', { armed: false })];
    expect(deskRows(statusOf({ peers }), []).map(({ station }) => station)).toEqual(['Desk 1', 'Desk 5', 'Desk 4', 'Desk 3', 'Desk 10']);
  });

  test('this desk is not ready for the reasons that supervision gives', () => {
    const fault = faultOf('ledger');
    expect(own({ armed: false, faults: [fault] })).toMatchObject({ here: true, state: 'not-ready', reasons: [{ type: 'fault', fault }] });
  });

  test('a desk that is not armed says so even when supervision found nothing', () => {
    expect(own({ armed: false })).toMatchObject({ state: 'not-ready', reasons: [{ type: 'not-armed' }] });
  });

  test('a fault that does not disarm leaves the desk ready, and is not hidden', () => {
    const row = own({ faults: [faultOf('clock')] });
    expect(row).toMatchObject({ state: 'ready', reasons: [{ type: 'armed-with-faults' }, { type: 'fault' }] });
  });

  test('a link to another desk is told once, in the row of that desk', () => {
    const [here, there] = deskRows(statusOf({ faults: [faultOf('peer')], peers: [peerOf('Desk 2', { connected: false })] }), []);
    expect(here?.reasons).toEqual([{ type: 'armed' }]);
    expect(there?.state).toBe('silent');
  });

  test('a desk without a link is silent, whatever it said of itself before', () => {
    expect(other({ connected: false, armed: true })).toMatchObject({ state: 'silent', reasons: [{ type: 'silent', lastHeardAt: '2026-11-24T09:00:00.000Z' }] });
    expect(other({ connected: false, lastHeardAt: null })).toMatchObject({ reasons: [{ type: 'silent', lastHeardAt: null }] });
  });

  test('a connected desk counts as ready only once it said so', () => {
    expect(other({ armed: null })).toMatchObject({ state: 'not-ready', reasons: [{ type: 'not-said' }] });
    expect(other({ armed: false })).toMatchObject({ state: 'not-ready', reasons: [{ type: 'not-armed-there' }] });
    expect(other({ armed: true })).toMatchObject({ state: 'ready', reasons: [{ type: 'armed-there' }] });
  });

  test('what another desk wrote down of itself stands in its row, as long as it lasts', () => {
    const record = (id: string, stationId: string, endedAt: string | null): FaultRecord => ({ ...faultOf('disk'), id, station: stationId, stationId, endedAt });
    const faults = [record('open', 'Desk-2', null), record('over', 'Desk-2', '2026-11-24T09:30:00.000Z'), record('elsewhere', 'Desk-3', null)];
    expect(deskRows(statusOf({ peers: [peerOf('Desk 2')] }), faults)[1]?.reasons).toMatchObject([{ type: 'armed-there' }, { type: 'fault', fault: { id: 'open' } }]);
  });

  test('whether somebody is at a screen is said only of a desk that can be heard', () => {
    expect(other({ attended: false })).toMatchObject({ attended: false, reasons: [{ type: 'armed-there' }, { type: 'unattended' }] });
    expect(other({ attended: true, connected: false })).toMatchObject({ attended: null });
  });
});
