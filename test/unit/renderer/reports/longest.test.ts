import { expect, test } from 'vitest';
import { longest } from '../../../../renderer/reports/longest.ts';

test('a chart has the longest rows, and the others as one', () => {
  const rows = [5, 4, 3, 2].map((now) => ({ value: `place ${now}`, now, before: 1 }));
  expect(longest(rows, 4, 'others')).toEqual(rows);
  expect(longest(rows, 3, 'others').slice(1)).toEqual([{ value: 'place 4', now: 4, before: 1 }, { value: 'others', now: 5, before: 2 }]);
});
