import { z } from 'zod';
import { shiftSchema } from '../../main/contract/index.ts';
import type { Rota, Shift } from '../../main/contract/index.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** One more line: what is probably meant is the next person at the same desk and hours. */
export const nextShift = (shifts: readonly Shift[], people: readonly Choice[], stations: readonly Choice[]): Shift => {
  const last = shifts.at(-1);
  const free = people.find(({ id }) => !shifts.some(({ staff }) => staff === id)) ?? people[0];
  return { from: last?.from ?? '09:00', to: last?.to ?? '17:00', staff: free?.id ?? '', station: last?.station ?? stations[0]?.id ?? '', alone: false };
};

/** Those of a week say their weekday as well. */
export const isComplete = (shifts: readonly Shift[]): boolean => shifts.every((shift) => shiftSchema.strip().safeParse(shift).success);

/** Somebody who has left, or a desk that is gone: such a line counts for nothing until it is filled in anew. */
export const isGone = (choices: readonly Choice[], chosen: string): boolean => !choices.some(({ id }) => id === chosen);

/** A day of the calendar by its date: ISO weekday, Monday is 1. */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00`).getDay() || 7;

export const ofWeekday = ({ week }: Pick<Rota, 'week'>, weekday: number): readonly Shift[] => week.filter(({ day }) => day === weekday).map(({ day: _day, ...shift }) => shift);

/** The week with one of its days replaced. */
export const withWeekday = (week: Rota['week'], weekday: number, shifts: readonly Shift[]): Rota['week'] => [...week.filter(({ day }) => day !== weekday), ...shifts.map((shift) => ({ ...shift, day: weekday }))].toSorted((a, b) => a.day - b.day);

/** Lines as they are typed: some of it may be missing yet. */
const typedShiftsSchema = z.array(z.object({ from: z.string(), to: z.string(), staff: z.string(), station: z.string(), alone: z.boolean() }));
/** The weekdays that were touched, and no others: what a colleague changes meanwhile on another day of the week stays. */
export const editedDaysSchema = z.object({ days: z.array(z.object({ day: z.int(), shifts: typedShiftsSchema })) });
export const plannedDaySchema = z.object({ date: z.string(), shifts: typedShiftsSchema });
export type EditedDays = z.infer<typeof editedDaysSchema>;

export const withEditedDays = (week: Rota['week'], { days }: EditedDays): Rota['week'] => days.reduce((changed: Rota['week'], { day, shifts }) => withWeekday(changed, day, shifts), week);

export const withEditedDay = ({ days }: EditedDays, day: number, shifts: readonly Shift[]): EditedDays => ({ days: [...days.filter((edited) => edited.day !== day), { day, shifts: [...shifts] }] });

/** What holds on a date: its own rota, or its weekday's. */
export const onDate = (rota: Rota, date: string): readonly Shift[] => rota.days.find((day) => day.date === date)?.shifts ?? ofWeekday(rota, weekdayOf(date));

/** Today, as a date input writes it. */
export const dateToday = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
