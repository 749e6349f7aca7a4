import type { DayOrder, DayPart } from './readTyped.ts';

/** Days in figures as a region writes them, and what its calendars begin with. */

declare global {
  namespace Intl {
    interface Locale {
      /** In Chromium and Node; not in TypeScript's own library yet. Monday is 1. */
      readonly getWeekInfo?: () => { readonly firstDay: number };
    }
  }
}

const figures = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' } as const;
const isDayPart = (type: string): type is DayPart => type === 'day' || type === 'month' || type === 'year';

const partsIn = (locale: string, day = new Date(0)): Intl.DateTimeFormatPart[] => new Intl.DateTimeFormat(locale, figures).formatToParts(day);

/** Day, month, year in Europe; the month first in America. */
export const dayOrderOf = (locale: string): DayOrder => partsIn(locale).map(({ type }) => type).filter(isDayPart);

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** "30/11/2026" or "30.11.2026"; what is no day of ours stays as it is. */
export const inFigures = (day: string, locale: string): string => (isDay(day) ? partsIn(locale, new Date(`${day}T00:00:00Z`)).map(({ value }) => value).join('') : day);

/** "dd/mm/yyyy", in the letters of the language. */
export const patternOf = (locale: string, letters: Readonly<Record<DayPart, string>>): string => partsIn(locale).map(({ type, value }) => (isDayPart(type) ? letters[type] : value)).join('');

/** Sunday is 0. */
export const firstDayOfWeek = (locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 => ([0, 1, 2, 3, 4, 5, 6] as const)[(new Intl.Locale(locale).getWeekInfo?.().firstDay ?? 1) % 7] ?? 1;
