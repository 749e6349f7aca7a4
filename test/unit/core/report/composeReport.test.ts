import { describe, expect, it } from 'vitest';
import { composeReport, monthsOf, type CallFact, type RecordFact } from '../../../../main/core/report/composeReport.ts';

const on = (month: number, day: number, hour = 12): number => new Date(2026, month - 1, day, hour).getTime();
const record = (happened: number, more: Partial<RecordFact> = {}): RecordFact => ({ happened, place: 'Lobby', category: null, kind: null, ...more });
const call = (raised: number, more: Partial<CallFact> = {}): CallFact => ({ raised, kind: 'real', level: 'assist', end: 'resolved', acknowledged: null, arrived: null, ...more });
const november = { month: '2026-11', months: 1 as const };
const reported = (records: readonly RecordFact[], calls: readonly CallFact[] = []) => composeReport(november, records, calls);

describe('a report', () => {
  it('stands beside the same length of time before it, also over the end of a year', () => {
    expect(monthsOf(november)).toMatchObject({ from: '2026-11', before: '2026-10', beforeTo: '2026-10', first: '2025-11', earliest: '2025-11', behind: '2026-12' });
    expect(monthsOf({ month: '2026-02', months: 3 })).toMatchObject({ from: '2025-12', before: '2025-09', beforeTo: '2025-11' });
    expect(monthsOf({ month: '2026-12', months: 12 })).toMatchObject({ from: '2026-01', before: '2025-01', beforeTo: '2025-12', earliest: '2025-01' });
  });

  it('counts what happened in its months and in those before, to the first and last moment', () => {
    const report = reported([record(on(11, 1, 0)), record(on(12, 1, 0) - 1), record(on(12, 1, 0)), record(on(10, 31, 23)), record(on(9, 30, 23))]);
    expect(report.records).toEqual({ now: 2, before: 1 });
    expect(report.months.map(({ month, records }) => [month, records]).slice(-3)).toEqual([['2026-09', 1], ['2026-10', 1], ['2026-11', 2]]);
    expect(report.months).toHaveLength(13);
  });

  it('leaves records of drills and tests out, and counts drills by themselves', () => {
    const report = reported([record(on(11, 2)), record(on(11, 2), { kind: 'real' }), record(on(11, 2), { kind: 'drill' }), record(on(11, 2), { kind: 'test' })], [call(on(11, 2)), call(on(11, 2), { kind: 'drill' }), call(on(11, 2), { kind: 'test' })]);
    expect([report.records.now, report.calls]).toEqual([2, { real: { now: 1, before: 0 }, drill: { now: 1, before: 0 } }]);
  });

  it('has places however they are written, the most frequent first, those that are not known last', () => {
    const { places } = reported([record(on(11, 2), { place: '' }), record(on(11, 2), { place: '' }), record(on(11, 2), { place: 'lobby ' }), record(on(11, 3), { place: 'Lobby' }), record(on(10, 3), { place: 'LOBBY' }), record(on(10, 3), { place: 'Garage' })]);
    expect(places).toEqual([{ value: 'lobby', now: 2, before: 1 }, { value: 'Garage', now: 0, before: 1 }, { value: '', now: 2, before: 0 }]);
  });

  it('has a row for each weekday from Monday on, and a column for each hour', () => {
    // 2 November 2026 is a Monday.
    const { hours } = reported([record(on(11, 2, 0)), record(on(11, 9, 0)), record(on(11, 8, 23))]);
    expect([hours[0]?.[0], hours[6]?.[23], hours.flat().reduce((sum, count) => sum + count, 0)]).toEqual([2, 1, 3]);
  });

  it('says how real calls ended and how grave they were', () => {
    const { ends, levels } = reported([], [call(on(11, 2)), call(on(11, 2), { end: 'drill' }), call(on(11, 2), { end: null, level: 'emergency' }), call(on(10, 2), { end: 'false-alarm' })]);
    expect(ends).toEqual([{ value: 'resolved', now: 2, before: 0 }, { value: 'false-alarm', now: 0, before: 1 }, { value: 'open', now: 1, before: 0 }]);
    expect(levels).toEqual([{ value: 'emergency', now: 1, before: 0 }, { value: 'assist', now: 2, before: 1 }]);
  });

  it('measures how long it took, of those calls that got so far, and never less than nothing', () => {
    const at = on(11, 2);
    const calls = [10, 20, 30, 40].map((seconds) => call(at, { acknowledged: at + seconds * 1000, arrived: seconds === 40 ? null : at + seconds * 2000 }));
    const { response } = reported([], [...calls, call(at, { acknowledged: at - 500 }), call(at)]);
    expect(response.find(({ kind, step }) => kind === 'real' && step === 'acknowledged')).toMatchObject({ now: { count: 5, median: 20, p90: 40 }, before: { count: 0, median: null, p90: null } });
    expect(response.find(({ kind, step }) => kind === 'real' && step === 'arrived')).toMatchObject({ now: { count: 3, median: 40, p90: 60 } });
  });

  it('names nobody', () => {
    expect(Object.keys(reported([record(on(11, 2))], [call(on(11, 2))])).toSorted()).toEqual(['before', 'calls', 'categories', 'ends', 'hours', 'levels', 'months', 'period', 'places', 'records', 'response']);
  });
});
