import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLocalInput, toLocalInput } from '../../../../renderer/incidents/localMoment.ts';

test('a moment that went through the field is the same, to the minute', () => {
  // Whole minutes of this century; the hour that a clock change repeats has two moments with one wall-clock time.
  const minutes = fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
  fc.assert(
    fc.property(minutes, (date) => {
      const back = fromLocalInput(toLocalInput(date.toISOString()));
      expect(back).not.toBeNull();
      expect(toLocalInput(back)).toBe(toLocalInput(date.toISOString()));
    }),
  );
});

test('an empty or half-filled field is no moment', () => {
  expect(['', '2026-11', '2026-13-45T99:99'].map(fromLocalInput)).toEqual([null, null, null]);
  expect(toLocalInput(null)).toBe('');
});
