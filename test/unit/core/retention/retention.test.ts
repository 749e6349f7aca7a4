import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMoment, isTooMuch, keptSince } from '../../../../main/core/retention/retention.ts';

describe('how long things are kept', () => {
  it('is counted in calendar months, to the last day of a shorter one', () => {
    expect(keptSince(12, Date.UTC(2026, 10, 30, 9))).toBe('2025-11-30T09:00:00.000Z');
    expect(keptSince(1, Date.UTC(2026, 2, 31, 9))).toBe('2026-02-28T09:00:00.000Z');
    expect(keptSince(24, Date.UTC(2028, 1, 29, 9))).toBe('2026-02-28T09:00:00.000Z');
    expect(keptSince(null, Date.UTC(2026, 10, 30))).toBeNull();
  });

  it('never ends sooner for a longer time', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) }), (months, now) => (keptSince(months + 1, now) ?? '') < (keptSince(months, now) ?? '')));
  });

  it('is over on the same day so many months later, or on the first behind a month that has no such day', () => {
    expect(dueMoment(12, '2028-02-29T10:00:00.000Z')).toBe('2029-03-01T00:00:00.000Z');
    expect(dueMoment(1, '2026-01-31T10:00:00.000Z')).toBe('2026-03-01T00:00:00.000Z');
    expect(dueMoment(1, '2026-02-28T10:00:00.000Z')).toBe('2026-03-28T10:00:00.000Z');
    const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), moments, (months, moment) => {
        const at = new Date(moment).toISOString();
        const due = Date.parse(dueMoment(months, at));
        return (keptSince(months, due - 1) ?? '') < at && at < (keptSince(months, due + 1) ?? '');
      }),
    );
  });

  it('is not believed on a night that would forget more than half of all', () => {
    expect(isTooMuch(5, 6)).toBe(false);
    expect(isTooMuch(21, 40)).toBe(true);
    expect(isTooMuch(200, 1000)).toBe(false);
  });
});
