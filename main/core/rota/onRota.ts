import type { WeeklySpan } from '../../contract/plan.ts';
import type { Rota, Shift } from '../../contract/rota.ts';

/** The calendar day that the clock on the wall shows, some days before or after. */
export const dateOf = (now: number, daysLater = 0): Date => {
  const shown = new Date(now);
  return new Date(shown.getFullYear(), shown.getMonth(), shown.getDate() + daysLater);
};

/** ISO 8601, as the rota writes it. */
export const written = (date: Date): string => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** 1: Monday. */
export const weekdayOf = (date: Date): number => date.getDay() || 7;

/** Who works on a day: as on its weekday, unless that day has a rota of its own. By time, then by desk. */
export const shiftsOn = ({ week, days }: Rota, date: Date): readonly Shift[] => {
  const own = days.find((day) => day.date === written(date))?.shifts;
  const shifts = own ?? week.filter(({ day }) => day === weekdayOf(date)).map(({ day: _day, ...shift }) => shift);
  return shifts.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.station < b.station ? -1 : 1));
};

/**
 * When somebody is alone at a desk, as times of the week around now: the seven days up to today each are their weekday. What a week says of a day
 * that is further away does not matter to whoever asks what holds now and when that began. Whoever has left is nowhere alone.
 */
export const aloneSpans = (rota: Rota, station: string, isHere: (staff: string) => boolean, now: number): readonly WeeklySpan[] =>
  [-6, -5, -4, -3, -2, -1, 0].flatMap((daysLater) => {
    const date = dateOf(now, daysLater);
    return shiftsOn(rota, date)
      .filter((shift) => shift.alone && shift.station === station && isHere(shift.staff))
      .map(({ from, to }) => ({ day: weekdayOf(date), from, to }));
  });
