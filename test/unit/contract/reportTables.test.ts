import { describe, expect, test } from 'vitest';
import { comparedTable, isFew, shadesOf, signedChange } from '../../../main/contract/reportTables.ts';

describe('the tables of a report', () => {
  test('put what is now beside what was before, with the change, and mark what rests on few', () => {
    const { rows } = comparedTable(['Where', 'Now', 'Before', 'Change'], [{ value: 'lobby', now: 12, before: 4 }], (value) => value.toUpperCase());
    expect(rows).toEqual([[{ value: 'LOBBY' }, { value: 12, few: false }, { value: 4, few: true }, { value: 8, shown: '+8' }]]);
    expect([isFew(0), isFew(1), isFew(5)]).toEqual([false, true, false]);
  });

  test('write a change with its sign', () => {
    expect([signedChange(3), signedChange(0), signedChange(-2)]).toEqual(['+3', '0', '−2']);
  });

  test('are darker the more there is, and one alone is never as dark as many', () => {
    expect(shadesOf([[0, 1], [2, 0]])).toEqual([[0, 1], [2, 0]]);
    expect(shadesOf([[0, 1, 4, 8]])).toEqual([[0, 1, 2, 4]]);
  });
});
