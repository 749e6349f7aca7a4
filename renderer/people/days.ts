import { readersLocale } from '../shared/locale.ts';

/** Days of the calendar as fields hold them, `2026-11-30`. */

export const today = (now = new Date()): string => now.toLocaleDateString('sv-SE');

export const daysAfter = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** The same day of a later month, or the last one of a month that is shorter. */
export const monthsAfter = (day: string, months: number): string => {
  const [year = 0, month = 1, of = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(of, last))).toISOString().slice(0, 10);
};

/** "30 November 2026". */
export const dayInWords = (day: string, locale = readersLocale()): string => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
