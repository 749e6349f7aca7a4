import { expect, test } from 'vitest';
import { isNewer } from '../../../../renderer/shared/asks.ts';

const [earlier, later] = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:00:01.000Z'];

test('what a pedal asked before this window opened is over', () => {
  expect(isNewer(later, undefined)).toBe(false);
});

test('the window follows what is asked for the first time, or again', () => {
  expect(isNewer(earlier, null)).toBe(true);
  expect(isNewer(later, earlier)).toBe(true);
});

test('the same word of it twice, and a station that has forgotten it, ask for nothing', () => {
  expect(isNewer(earlier, earlier)).toBe(false);
  expect(isNewer(earlier, later)).toBe(false);
  expect(isNewer(null, earlier)).toBe(false);
});
