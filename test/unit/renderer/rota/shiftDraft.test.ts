import { describe, expect, it } from 'vitest';
import type { Shift } from '../../../../main/contract/index.ts';
import { isComplete, isGone, nextShift, ofWeekday, onDate, weekdayOf, withEditedDay, withEditedDays, withWeekday } from '../../../../renderer/rota/shiftDraft.ts';

const people = ['a', 'b'].map((letter) => ({ id: `00000000-0000-7000-8000-00000000000${letter}`, name: letter }));
const stations = [{ id: 'd'.repeat(32), name: 'Desk 1' }];
const shift: Shift = { from: '09:00', to: '13:00', staff: people[0]?.id ?? '', station: stations[0]?.id ?? '', alone: false };

describe('the rota while it is edited', () => {
  it('what a colleague changes meanwhile on another day of the week stays', () => {
    const edited = withEditedDay(withEditedDay({ days: [] }, 1, [shift]), 1, [shift, shift]);
    const theirs = [{ ...shift, day: 1, from: '13:00' }, { ...shift, day: 2 }];
    expect(withEditedDays(theirs, edited)).toEqual([
      { ...shift, day: 1 },
      { ...shift, day: 1 },
      { ...shift, day: 2 },
    ]);
    expect(withEditedDays(theirs, withEditedDay(edited, 2, []))).toEqual([
      { ...shift, day: 1 },
      { ...shift, day: 1 },
    ]);
  });

  it('one more line is of somebody who is not on it yet, at the same desk and hours', () => {
    expect(nextShift([shift], people, stations)).toEqual({ ...shift, staff: people[1]?.id });
  });

  it('a day of the week is replaced, and the others stay', () => {
    const week = withWeekday([{ ...shift, day: 2 }], 1, [shift, shift]);
    expect(week.map(({ day }) => day)).toEqual([1, 1, 2]);
    expect(ofWeekday({ week }, 2)).toEqual([shift]);
  });

  it('a date is a weekday, unless it has a rota of its own', () => {
    const week = [{ ...shift, day: 1 }];
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(onDate({ week, days: [] }, '2026-11-30')).toEqual([shift]);
    expect(onDate({ week, days: [{ date: '2026-11-30', shifts: [] }] }, '2026-11-30')).toEqual([]);
  });

  it('is complete when every time is one', () => {
    expect(isComplete([shift])).toBe(true);
    expect(isComplete(withWeekday([], 1, [shift]))).toBe(true);
    expect(isComplete([{ ...shift, from: '' }])).toBe(false);
  });

  it('knows a line of somebody who has left: it is to be filled in anew', () => {
    expect(isGone(people, shift.staff)).toBe(false);
    expect(isGone(people.slice(1), shift.staff)).toBe(true);
  });
});
