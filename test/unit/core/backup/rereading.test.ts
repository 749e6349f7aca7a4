import { expect, it } from 'vitest';
import { isReadAgain } from '../../../../main/core/backup/rereading.ts';

const day = 24 * 3_600_000;
const begin = Date.UTC(2026, 10, 1, 2);
const ids = Array.from({ length: 600 }, (_, index) => `019ad000-0000-7000-8000-00000000${Math.floor((index * 0x1_0000) / 600).toString(16).padStart(4, '0')}`);
const readIn = (nights: readonly number[], id: string): number => nights.filter((night, index) => index > 0 && isReadAgain(id, nights[index - 1] ?? null, night)).length;

it('every file is read again once in thirty nights, and a night has a thirtieth of them', () => {
  const nights = Array.from({ length: 31 }, (_, index) => begin + index * day);
  expect(ids.filter((id) => readIn(nights, id) !== 1)).toEqual([]);
  for (const night of nights) expect(ids.filter((id) => isReadAgain(id, night - day, night)).length).toBeLessThan(30);
});

it('a night that was missed is made up for, however often backups are made', () => {
  expect(ids.filter((id) => readIn([begin, begin + 4 * day, begin + 5 * day, begin + 30 * day], id) !== 1)).toEqual([]);
  expect(ids.filter((id) => readIn(Array.from({ length: 721 }, (_, hour) => begin + (hour * day) / 24), id) !== 1)).toEqual([]);
});

it('the first backup has nothing to read again, nor has one of before the last', () => {
  expect(ids.filter((id) => isReadAgain(id, null, begin) || isReadAgain(id, begin + day, begin))).toEqual([]);
});
