import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseKept } from '../../../../main/core/backup/chooseKept.ts';

afterEach(() => vi.unstubAllEnvs());

const at = (text: string): number => new Date(text).getTime();
const hour = 3_600_000;
const keep = { daily: 7, weekly: 4, monthly: 12 };
const days = (moments: Iterable<number>): string[] => [...moments].toSorted((a, b) => a - b).map((moment) => new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 10));

describe('the backups that are kept', () => {
  it('are those of the last seven days, the last of four weeks and of twelve months', () => {
    const now = at('2026-11-30T03:00:00');
    const made = Array.from({ length: 800 }, (_, back) => new Date(2026, 10, 30 - back, 2).getTime());
    expect(days(chooseKept(made, keep, now))).toEqual([
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'],
      ...['2026-11-15', '2026-11-22', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'],
    ]);
  });

  it('are all of the last 24 hours besides', () => {
    const now = at('2026-11-24T12:00:00');
    const made = Array.from({ length: 48 }, (_, back) => now - back * hour);
    const kept = chooseKept(made, { daily: 1, weekly: 0, monthly: 0 }, now);
    expect([...kept].toSorted((a, b) => b - a)).toEqual(made.slice(0, 24));
  });

  it('count those alone that there are: a summer without backups costs none of the old ones', () => {
    const made = [at('2026-01-05T02:00:00'), at('2026-02-03T02:00:00'), at('2026-11-24T02:00:00')];
    expect(chooseKept(made, keep, at('2026-11-24T03:00:00'))).toEqual(new Set(made));
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])('go by the calendar of %s, also on the days on which summer time begins or ends', (zone) => {
    vi.stubEnv('TZ', zone);
    for (const change of ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01']) {
      const now = at(`${change}T23:59:00`);
      const made = Array.from({ length: 40 * 24 }, (_, back) => now - back * hour);
      const kept = [...chooseKept(made, { daily: 5, weekly: 0, monthly: 0 }, now)];
      expect(new Set(days(kept))).toEqual(new Set(Array.from({ length: 5 }, (_, back) => new Date(Date.UTC(2026, Number(change.slice(5, 7)) - 1, Number(change.slice(8)) - back)).toISOString().slice(0, 10))));
    }
  });

  it('are also those that a clock that ran ahead has dated, and these push no other out', () => {
    const now = at('2026-11-24T03:00:00');
    const ahead = [at('2027-05-01T02:00:00'), at('2031-01-01T02:00:00')];
    const made = [at('2026-11-22T02:00:00'), at('2026-11-23T02:00:00'), at('2026-11-24T02:00:00')];
    expect(chooseKept([...ahead, ...made], { daily: 3, weekly: 0, monthly: 0 }, now)).toEqual(new Set([...ahead, ...made]));
  });

  it('are always among those that were made, hold the newest, and choosing again takes none away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: at('2020-01-01T00:00:00'), max: at('2028-01-01T00:00:00') }), { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (made, daily, weekly, monthly) => {
        const now = Math.max(...made);
        const kept = chooseKept(made, { daily, weekly, monthly }, now);
        expect(kept.isSubsetOf(new Set(made))).toBe(true);
        expect(kept.has(now)).toBe(true);
        expect(chooseKept([...kept], { daily, weekly, monthly }, now)).toEqual(kept);
      }),
    );
  });
});
