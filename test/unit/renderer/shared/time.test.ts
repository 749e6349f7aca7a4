import { describe, expect, test } from 'vitest';
import { isBelievable, relativeTime } from '../../../../renderer/shared/time.ts';

const now = new Date('2026-11-24T08:00:00.000Z');
const ago = (seconds: number): string => relativeTime(new Date(now.getTime() - seconds * 1_000).toISOString(), now, 'en');

describe('relative times', () => {
  test('count in the unit that matters', () => {
    expect(ago(40)).toBe('40 sec. ago');
    expect(ago(3 * 60 + 59)).toBe('3 min. ago');
    expect(ago(2 * 3_600)).toBe('2 hr. ago');
    expect(ago(86_400)).toBe('yesterday');
  });

  test('are never in the future, whatever another clock says', () => {
    expect(ago(-90)).toBe('now');
  });
});

describe('a time in a record', () => {
  test('is not believed when it lies ahead, or before there was any Quietbell: whoever wrote it had a wrong clock', () => {
    const after = (milliseconds: number): string => new Date(now.getTime() + milliseconds).toISOString();
    expect([0, -86_400_000, 9 * 60_000].map((milliseconds) => isBelievable(after(milliseconds), now))).toEqual([true, true, true]);
    expect([11 * 60_000, 73 * 365 * 86_400_000, -50 * 365 * 86_400_000].map((milliseconds) => isBelievable(after(milliseconds), now))).toEqual([false, false, false]);
  });
});
