import { describe, expect, it } from 'vitest';
import type { RecordFilters } from '../../../../main/contract/recordList.ts';
import { stretchOf } from '../../../../main/core/record/period.ts';

const now = new Date(2026, 2, 31, 15, 30).getTime();
const on = (...parts: [number, number, number]): number => new Date(...parts).getTime();
const stretch = (period: RecordFilters['period'], from: string | null = null, to: string | null = null) => stretchOf({ period, from, to }, now);

describe('a period of the list of records', () => {
  it('has whole days of the local calendar, today among them', () => {
    expect(stretch('today')).toEqual({ from: on(2026, 2, 31), until: on(2026, 3, 1) });
    expect(stretch('last-7-days')).toEqual({ from: on(2026, 2, 25), until: on(2026, 3, 1) });
    expect(stretch('last-30-days')).toEqual({ from: on(2026, 2, 2), until: on(2026, 3, 1) });
  });

  it('has whole months and years, also behind a month that is shorter', () => {
    expect(stretch('this-month')).toEqual({ from: on(2026, 2, 1), until: on(2026, 3, 1) });
    expect(stretch('last-month')).toEqual({ from: on(2026, 1, 1), until: on(2026, 2, 1) });
    expect(stretch('this-year')).toEqual({ from: on(2026, 0, 1), until: on(2027, 0, 1) });
    expect(stretchOf({ period: 'last-month', from: null, to: null }, on(2026, 0, 5))).toEqual({ from: on(2025, 11, 1), until: on(2026, 0, 1) });
  });

  it('takes the days that were chosen, the last one with all of it, and none where there is none', () => {
    expect(stretch('days', '2026-02-01', '2026-02-28')).toEqual({ from: on(2026, 1, 1), until: on(2026, 2, 1) });
    expect(stretch('days', null, '2026-12-31')).toEqual({ from: null, until: on(2027, 0, 1) });
    expect(stretch('days')).toEqual({ from: null, until: null });
    expect(stretch('any', '2026-02-01')).toEqual({ from: null, until: null });
  });
});
