import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../main/contract/delivery.ts';
import type { FaultRecord } from '../../../../main/contract/station.ts';
import { dueFaultNotices } from '../../../../main/core/plan/dueFaultNotices.ts';
import { children, desk, everyStation, names, office, planOf, raisedAt } from '../../../support/alarmStory.ts';

const plan = planOf([{ after: 0, recipients: [{ to: 'everyone' }] }], { faults: { channels: ['it'], after: 60 } });
const moment = (seconds: number): string => new Date(raisedAt + seconds * 1000).toISOString();
const fault = (id: string, at: string, rest: Partial<FaultRecord> = {}): FaultRecord => ({ id, kind: 'device', subject: 'Foot pedal', message: 'Foot pedal is not plugged in.', remedy: 'Plug it in.', station: names[at] ?? at, stationId: at, since: moment(0), endedAt: null, ...rest });
const tried = (occasion: Attempt['occasion'], outcome: Attempt['outcome'], seconds: number, station = 'Desk 1'): Attempt => ({ channel: 'it', occasion, attempt: 1, outcome, answer: '', startedAt: moment(seconds), duration: 0, station });

const due = (seconds: number, faults: readonly FaultRecord[], at = desk, attempts: Readonly<Record<string, readonly Attempt[]>> = {}, from: readonly string[] = []) =>
  dueFaultNotices({
    document: plan,
    channels: [{ id: 'it', safeForDrills: false, from: [...from] }],
    faults,
    attemptsOf: (id) => attempts[id] ?? [],
    self: { id: at, name: names[at] ?? at },
    stations: everyStation,
    connected: everyStation,
    now: raisedAt + seconds * 1000,
    underWay: new Set(),
    notBefore: new Map(),
  }).map(({ fault: { id }, occasion }) => `${id} ${occasion}`);

describe('word of a fault', () => {
  it('goes out when the fault has lasted as long as the plans say, from the station that has it', () => {
    expect([59, 60].map((seconds) => due(seconds, [fault('a', desk)]))).toEqual([[], ['a fault']]);
    expect(due(67, [fault('a', desk)], office)).toEqual([]);
  });

  it('of a fault that was over before is nobody told', () => {
    expect(due(500, [fault('a', desk, { endedAt: moment(40) })])).toEqual([]);
  });

  it('is followed by word of its end, to whom it was told', () => {
    const over = fault('a', desk, { endedAt: moment(300) });
    expect(due(301, [over], desk, { a: [tried('fault', 'received', 61)] })).toEqual(['a fault-ended']);
    expect(due(301, [over], desk, { a: [tried('fault', 'failed', 61)] })).toEqual([]);
    expect(due(400, [over], desk, { a: [tried('fault', 'received', 61), tried('fault-ended', 'received', 301)] })).toEqual([]);
  });

  it('is taken over by another station where its own may not use the channel, or does not get through', () => {
    expect(due(60, [fault('a', desk)], office, {}, [office])).toEqual(['a fault']);
    expect(due(68, [fault('a', desk)], office)).toEqual(['a fault']);
    expect(due(68, [fault('a', desk)], office, { a: [tried('fault', 'received', 61)] })).toEqual([]);
  });

  it('that a station is silent is told once, though it is a fault on all the others', () => {
    const silent = { kind: 'peer' as const, subject: 'Children', message: 'Children is not connected.' };
    const faults = [fault('a', desk, silent), fault('b', office, { ...silent, since: moment(1) })];
    expect([due(65, faults), due(66, faults, office)]).toEqual([['a fault'], []]);
    expect(due(65, [faults[0] ?? fault('a', desk), fault('c', children, { ...silent, subject: 'Office' })], children)).toEqual(['c fault']);
  });

  it('that a station is silent is not told again by each of the others while it comes back to one after the other, but by one that goes on missing it', () => {
    const silent = { kind: 'peer' as const, subject: 'Children', message: 'Children is not connected.' };
    const faults = [fault('a', desk, { ...silent, endedAt: moment(600) }), fault('b', office, { ...silent, since: moment(1) })];
    const told = { a: [tried('fault', 'received', 61), tried('fault-ended', 'received', 601)] };
    expect([602, 719, 720].map((seconds) => due(seconds, faults, office, told))).toEqual([[], [], ['b fault']]);
  });

  it('is tried again ever more seldom, up to a quarter of an hour', () => {
    const failures = Array.from({ length: 20 }, (_, index) => tried('fault', 'failed', 60 + index));
    expect([600, 79 + 15 * 60 * 1.25].map((seconds) => due(seconds, [fault('a', desk)], desk, { a: failures }))).toEqual([[], ['a fault']]);
  });
});
