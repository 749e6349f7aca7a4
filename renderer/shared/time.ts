import { readersLocale } from './locale.ts';

/** Times as people read them: relative while they matter, absolute in records. All take ISO 8601 moments. */

const units = [
  { unit: 'second', seconds: 1, until: 60 },
  { unit: 'minute', seconds: 60, until: 3_600 },
  { unit: 'hour', seconds: 3_600, until: 86_400 },
  { unit: 'day', seconds: 86_400, until: Number.POSITIVE_INFINITY },
] as const;

/** "40 sec. ago", "3 min. ago"; never in the future, whatever another station's clock says. */
export const relativeTime = (moment: string, now: Date, locale = readersLocale()): string => {
  const elapsed = Math.max(0, Math.floor((now.getTime() - Date.parse(moment)) / 1_000));
  const { unit, seconds } = units.find(({ until }) => elapsed < until) ?? units[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }).format(-Math.floor(elapsed / seconds), unit);
};

/** "24 Nov 2026, 14:03:20", for records. */
export const absoluteTime = (moment: string, locale = readersLocale()): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(moment));

/** "14:03", for today's things. */
export const clockTime = (moment: string | Date, locale = readersLocale()): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment));

/** "Tuesday, 24 November 2026". */
export const longDate = (moment: string | Date, locale = readersLocale()): string => new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(new Date(moment));

/** "24 November". */
export const dayAndMonth = (moment: string | Date, locale = readersLocale()): string => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(new Date(moment));

/** Records are stamped at most so much ahead by clocks that are right. Milliseconds. */
const pulledAlong = 10 * 60_000;
const earliest = Date.UTC(2025, 0, 1);

/** False for a moment of a record that lies ahead, or before there was any Quietbell: a clock stood wrong. */
export const isBelievable = (moment: string, now: Date): boolean => Date.parse(moment) >= earliest && Date.parse(moment) <= now.getTime() + pulledAlong;
