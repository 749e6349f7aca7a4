import { afterEach, describe, expect, it, vi } from 'vitest';
import { dueSince } from '../../../../main/core/backup/backupTimes.ts';

afterEach(() => vi.unstubAllEnvs());

/** By the clock on the wall. */
const at = (text: string): number => new Date(text).getTime();
const daily = (time: string) => ({ every: 'day' as const, at: time });

describe('a backup that is made every day', () => {
  it('is due at once where none was made yet', () => {
    expect(dueSince(daily('02:00'), null, at('2026-11-24T10:00:00'))).toBe(at('2026-11-24T10:00:00'));
  });

  it('is due from its time on until it was made, and then not before the next day', () => {
    const yesterday = at('2026-11-23T02:00:05');
    expect(dueSince(daily('02:00'), yesterday, at('2026-11-24T01:59:59'))).toBeNull();
    expect(dueSince(daily('02:00'), yesterday, at('2026-11-24T02:00:00'))).toBe(at('2026-11-24T02:00:00'));
    expect(dueSince(daily('02:00'), at('2026-11-24T02:00:00'), at('2026-11-24T02:00:00'))).toBeNull();
    expect(dueSince(daily('02:00'), at('2026-11-24T02:00:03'), at('2026-11-24T23:00:00'))).toBeNull();
  });

  it('is made up for when the station was off at its time, once', () => {
    expect(dueSince(daily('02:00'), at('2026-11-20T02:00:00'), at('2026-11-24T08:30:00'))).toBe(at('2026-11-24T02:00:00'));
    expect(dueSince(daily('02:00'), at('2026-11-24T08:30:00'), at('2026-11-24T08:30:01'))).toBeNull();
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'])('comes once on every day of a year in %s, also when summer time begins and ends', (zone) => {
    vi.stubEnv('TZ', zone);
    for (const time of ['00:30', '02:00', '02:30', '23:50']) {
      let last = at('2025-12-31T23:59:59');
      const made: number[] = [];
      for (let now = at('2026-01-01T00:00:00'); now < at('2027-01-01T00:00:00'); now += 600_000) {
        if (dueSince(daily(time), last, now) === null) continue;
        last = now;
        made.push(now);
      }
      expect({ time, days: new Set(made.map((moment) => new Date(moment).toDateString())).size, made: made.length }).toEqual({ time, days: 365, made: 365 });
    }
  });

  it('is due when the last one was made under a clock that ran ahead', () => {
    expect(dueSince(daily('02:00'), at('2031-01-01T00:00:00'), at('2026-11-24T10:00:00'))).not.toBeNull();
  });
});

describe('a backup that is made every few hours', () => {
  const hourly = { every: 'hours' as const, hours: 6 };

  it('is due so many hours after the last, whatever the clock on the wall shows', () => {
    expect(dueSince(hourly, at('2026-11-24T06:00:00'), at('2026-11-24T11:59:59'))).toBeNull();
    expect(dueSince(hourly, at('2026-11-24T06:00:00'), at('2026-11-24T12:00:00'))).toBe(at('2026-11-24T12:00:00'));
  });

  it('does not wait for a moment that a wrong clock promised', () => {
    expect(dueSince(hourly, at('2026-11-25T06:00:00'), at('2026-11-24T06:00:00'))).toBe(at('2026-11-24T06:00:00'));
  });
});
