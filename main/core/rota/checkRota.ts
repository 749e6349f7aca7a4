import type { Shift } from '../../contract/rota.ts';

/** What a shift must fit. `peopleById` are those who can sign in, `stationsById` those of the site, each with its name. */
export interface RotaFacts {
  readonly peopleById: ReadonlyMap<string, string>;
  readonly stationsById: ReadonlyMap<string, string>;
}

export interface RotaFlaw {
  /** Which shift, by its place in the list. */
  readonly index: number;
  readonly field: 'staff' | 'station' | 'from';
  readonly message: string;
}

const day = 24 * 60;

/** What is wrong with the shifts of one day, or of one weekday of the week; null when nothing is. */
export const checkShifts = (shifts: readonly (Shift & { readonly index: number })[], { peopleById, stationsById }: RotaFacts): RotaFlaw | null => {
  for (const { index, staff, station } of shifts) {
    if (!peopleById.has(staff)) return { index, field: 'staff', message: `Line ${index + 1} is of somebody who is not on the staff list` };
    if (!stationsById.has(station)) return { index, field: 'station', message: `Line ${index + 1} is of a desk that this site does not have` };
  }
  for (const [place, shift] of shifts.entries()) {
    const clash = shifts.slice(0, place).find((other) => other.staff === shift.staff && overlap(other, shift));
    if (clash !== undefined) return { index: shift.index, field: 'from', message: `Lines ${clash.index + 1} and ${shift.index + 1} have ${peopleById.get(shift.staff) ?? 'one person'} at two desks at once` };
  }
  return null;
};

const overlap = (a: Shift, b: Shift): boolean => {
  const [beginsA, beginsB] = [minutesOf(a.from), minutesOf(b.from)];
  return beginsA < beginsB + lasts(b) && beginsB < beginsA + lasts(a);
};

/** A shift that ends when it begins is a whole day. */
const lasts = ({ from, to }: Shift): number => (minutesOf(to) - minutesOf(from) + day) % day || day;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
