import { describe, expect, it } from 'vitest';
import { dayInWords, daysAfter, monthsAfter, today } from '../../../../renderer/people/days.ts';

describe('days of the calendar', () => {
  it('are the ones on the wall', () => {
    expect(today(new Date(2026, 10, 30, 23, 59))).toBe('2026-11-30');
  });

  it('go on over the ends of months and years', () => {
    expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04');
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('stay in the month, where the same day is not in it', () => {
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2026-12-31', 12)).toBe('2027-12-31');
    expect(monthsAfter('2026-10-31', 1)).toBe('2026-11-30');
  });

  it('read like days', () => {
    expect(dayInWords('2026-11-30', 'en-GB')).toBe('30 November 2026');
  });
});
