import type { WeeklySpan } from '../../main/contract/index.ts';
import { readersLocale } from '../shared/locale.ts';

/** Days by their ISO 8601 numbers (Monday is 1), as the reader's language calls them. */
export const weekdays = (locale = readersLocale()): readonly { readonly day: number; readonly name: string }[] => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: format.format(Date.UTC(2024, 0, day)) }));
};

/** What is probably meant by one more line: the same times on the next day. */
export const nextSpan = (spans: readonly WeeklySpan[]): WeeklySpan => {
  const last = spans.at(-1);
  return last === undefined ? { day: 1, from: '09:00', to: '17:00' } : { ...last, day: (last.day % 7) + 1 };
};
