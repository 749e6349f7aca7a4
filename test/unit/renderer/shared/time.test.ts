import { describe, expect, test } from 'vitest';
import { relativeTime } from '../../../../renderer/shared/time.ts';

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
