import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isWithin, lastEdge } from '../../../../main/core/plan/weekly.ts';

/** By the clock on the wall; 2026-11-24 is a Tuesday. */
const at = (text: string): number => new Date(text).getTime();

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'])('a weekly span in %s', (zone) => {
  beforeEach(() => vi.stubEnv('TZ', zone));
  afterEach(() => vi.unstubAllEnvs());

  it('begins with its first minute and ends before its last', () => {
    const tuesday = [{ day: 2, from: '09:00', to: '18:00' }];
    expect(['2026-11-24T08:59:59', '2026-11-24T09:00:00', '2026-11-24T17:59:59', '2026-11-24T18:00:00', '2026-11-25T10:00:00'].map((text) => isWithin(tuesday, at(text)))).toEqual([false, true, true, false, false]);
  });

  it('that ends before it begins goes on past midnight, also from Sunday to Monday', () => {
    const night = [{ day: 7, from: '22:00', to: '06:00' }];
    expect(['2026-11-29T21:59:00', '2026-11-29T22:00:00', '2026-11-30T05:59:00', '2026-11-30T06:00:00'].map((text) => isWithin(night, at(text)))).toEqual([false, true, true, false]);
    expect(lastEdge(night, at('2026-11-30T07:00:00'))).toBe(at('2026-11-30T06:00:00'));
    expect(lastEdge(night, at('2026-11-30T01:00:00'))).toBe(at('2026-11-29T22:00:00'));
  });

  it('that ends when it begins is a whole day', () => {
    const saturday = [{ day: 6, from: '00:00', to: '00:00' }];
    expect(['2026-11-27T23:59:00', '2026-11-28T00:00:00', '2026-11-28T23:59:00', '2026-11-29T00:00:00'].map((text) => isWithin(saturday, at(text)))).toEqual([false, true, true, false]);
  });

  it('keeps to the clock on the wall when summer time begins and ends', () => {
    for (const day of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']) {
      const sunday = [{ day: 7, from: '09:00', to: '12:00' }];
      expect([`${day}T08:59:00`, `${day}T09:00:00`, `${day}T11:59:00`, `${day}T12:00:00`].map((text) => isWithin(sunday, at(text)))).toEqual([false, true, true, false]);
      expect(lastEdge(sunday, at(`${day}T13:00:00`))).toBe(at(`${day}T12:00:00`));
      const night = [{ day: 6, from: '20:00', to: '08:00' }];
      expect([`${day}T00:30:00`, `${day}T07:59:00`, `${day}T08:00:00`].map((text) => isWithin(night, at(text)))).toEqual([true, true, false]);
    }
  });
});

it('without spans nothing is within, and nothing began or ended', () => {
  expect(isWithin([], at('2026-11-24T09:00:00'))).toBe(false);
  expect(lastEdge([], at('2026-11-24T09:00:00'))).toBeNull();
});
