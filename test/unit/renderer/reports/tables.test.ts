import { describe, expect, test } from 'vitest';
import { comparedTable, isFew, longest, monthChoices, signed } from '../../../../renderer/reports/tables.ts';

describe('the tables of a report', () => {
  test('put what is now beside what was before, with the change, and mark what rests on few', () => {
    const { rows } = comparedTable(['Where', 'Now', 'Before', 'Change'], [{ value: 'lobby', now: 12, before: 4 }], (value) => value.toUpperCase());
    expect(rows).toEqual([[{ value: 'LOBBY' }, { value: 12, few: false }, { value: 4, few: true }, { value: 8, shown: '+8' }]]);
    expect([isFew(0), isFew(1), isFew(5)]).toEqual([false, true, false]);
  });

  test('write a change with its sign', () => {
    expect([signed(3), signed(0), signed(-2)]).toEqual(['+3', '0', '−2']);
  });

  test('have all rows, while a chart has the longest and the others as one', () => {
    const rows = [5, 4, 3, 2].map((now) => ({ value: `place ${now}`, now, before: 1 }));
    expect(longest(rows, 4, 'others')).toEqual(rows);
    expect(longest(rows, 3, 'others').slice(1)).toEqual([{ value: 'place 4', now: 4, before: 1 }, { value: 'others', now: 5, before: 2 }]);
  });

  test('can be asked for of two years, the present month first', () => {
    const months = monthChoices(new Date(2026, 0, 31));
    expect([months[0], months[1], months.length]).toEqual(['2026-01', '2025-12', 24]);
  });
});
