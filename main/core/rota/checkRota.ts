import type { Shift } from '../../contract/rota.ts';

/** What a shift must fit. `peopleById` are those who can sign in, `stationsById` those of the site, each with its name. */
export interface RotaFacts {
  readonly peopleById: ReadonlyMap<string, string>;
  readonly stationsById: ReadonlyMap<string, string>;
}

export interface RotaFlaw {
  /** Which shift, by its place in the list. */
  readonly index: number;
  readonly field: 'staff' | 'station' | 'from' | 'to';
  readonly message: string;
}

const day = 24 * 60;

/** The days on either side: a shift that goes past midnight reaches into the next one. */
export interface DaysBeside {
  readonly before: readonly Shift[];
  readonly after: readonly Shift[];
  /** `2026-12-24`, where that day is planned by itself: else the reader would look for it in the week. */
  readonly planned?: string;
}

/** What is wrong with the shifts of one day, or of one weekday of the week; null when nothing is. Lines are counted as the editor of that day counts them. */
export const checkShifts = (shifts: readonly (Shift & { readonly index: number })[], { peopleById, stationsById }: RotaFacts, { before, after, planned }: DaysBeside = { before: [], after: [] }): RotaFlaw | null => {
  for (const [place, { index, staff, station }] of shifts.entries()) {
    if (!peopleById.has(staff)) return { index, field: 'staff', message: `Line ${place + 1} is of somebody who is not on the staff list` };
    if (!stationsById.has(station)) return { index, field: 'station', message: `Line ${place + 1} is of a desk that this site does not have` };
  }
  for (const [place, shift] of shifts.entries()) {
    const name = peopleById.get(shift.staff) ?? 'one person';
    const clash = shifts.slice(0, place).findIndex((other) => clashes(other, shift));
    if (clash !== -1) return { index: shift.index, field: 'from', message: `Lines ${clash + 1} and ${place + 1} have ${name} at two desks at once` };
    if (before.some((other) => clashes(other, shift, day))) return { index: shift.index, field: 'from', message: `Line ${place + 1} begins before the shift of ${name} of ${planned ?? 'the day before'} is over` };
    if (after.some((other) => clashes(shift, other, day))) return { index: shift.index, field: 'to', message: `Line ${place + 1} is not over when the shift of ${name} of ${planned ?? 'the next day'} begins` };
  }
  return null;
};

/** `later`: how many minutes after the day of the one that of the other is. */
const clashes = (a: Shift, b: Shift, later = 0): boolean => {
  const [beginsA, beginsB] = [minutesOf(a.from), minutesOf(b.from) + later];
  return a.staff === b.staff && beginsA < beginsB + lasts(b) && beginsB < beginsA + lasts(a);
};

/** A shift that ends when it begins is a whole day. */
const lasts = ({ from, to }: Shift): number => (minutesOf(to) - minutesOf(from) + day) % day || day;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
