import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOnTheWall, fromWallClock, toWallClock } from '../../../../../renderer/shared/fields/wallClock.ts';

test('a moment that went through a field is the same, to the minute', () => {
  // Whole minutes of this century; the hour that a clock change repeats has two moments with one wall-clock time.
  const minutes = fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
  fc.assert(
    fc.property(minutes, (date) => {
      expect(toWallClock(fromWallClock(toWallClock(date.toISOString())))).toBe(toWallClock(date));
    }),
  );
});

test('the day is the one of this desk', () => {
  expect(dayOnTheWall(new Date(2026, 10, 30, 0, 5))).toBe('2026-11-30');
  expect(dayOnTheWall(new Date(2026, 10, 30, 23, 55))).toBe('2026-11-30');
});
