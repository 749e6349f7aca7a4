/**
 * Days and times as people type them, in the order of their language. Pure: which order, and which day it is, come from outside. Days are
 * `2026-11-30`, times `14:05`, both by the clock on the wall; what is empty reads as ''.
 */

export type DayPart = 'day' | 'month' | 'year';
export type DayOrder = readonly DayPart[];

/** Why something is no day or time. */
export type Unread = 'no-day' | 'no-such-day' | 'no-year' | 'no-time' | 'time-missing' | 'no-moment';
export type Reading = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: Unread };

export interface DayReading {
  readonly order: DayOrder;
  readonly today: string;
  /** Where a day without its year lies; it has to have one where either may be meant. */
  readonly side?: 'past' | 'future' | undefined;
}

const read = (value: string): Reading => ({ ok: true, value });
const unread = (error: Unread): Reading => ({ ok: false, error });
const two = (figure: number): string => String(figure).padStart(2, '0');

/** "3.4.26", "3/4/2026", "03042026", "3.4." and, in every language, "2026-04-03". */
export const readDay = (text: string, { order, today, side }: DayReading): Reading => {
  const typed = text.trim();
  if (typed === '') return read('');
  const figures = /^\d{4}(\d{2}|\d{4})?$/.test(typed) ? cut(typed, order) : typed.split(/[\s./,-]+/).filter((figure) => figure !== '');
  const used: DayOrder = figures.length === 2 ? order.filter((part) => part !== 'year') : figures[0]?.length === 4 ? ['year', 'month', 'day'] : order;
  if (figures.length !== used.length || !figures.every((figure, at) => (used[at] === 'year' ? /^(\d{2}|\d{4})$/ : /^\d{1,2}$/).test(figure))) return unread('no-day');
  const figureOf = (part: DayPart): string => figures[used.indexOf(part)] ?? '';
  const [month, day, year] = [Number(figureOf('month')), Number(figureOf('day')), figureOf('year')];
  // A leap year, while none is said: the 29th of February is a day.
  if (!exists(year === '' ? 2024 : fullYear(year, today), month, day)) return unread('no-such-day');
  if (year !== '') return read(dayOf(fullYear(year, today), month, day));
  return side === undefined ? unread('no-year') : read(nearest(month, day, today, side));
};

/** Figures without anything between them, as they are quickest on a keypad: "030426", "03042026", "0304". */
const cut = (typed: string, order: DayOrder): readonly string[] => {
  const lengths = order.map((part) => (part === 'year' ? typed.length - 4 : 2));
  const [first = 0, second = 0] = lengths;
  return [typed.slice(0, first), typed.slice(first, first + second), typed.slice(first + second)].filter((figure) => figure !== '');
};

/** Two figures lie at most twenty years ahead, and otherwise behind. */
const fullYear = (figures: string, today: string): number => {
  if (figures.length === 4) return Number(figures);
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const year = century + Number(figures);
  return year > Number(today.slice(0, 4)) + 20 ? year - 100 : year;
};

const exists = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const dayOf = (year: number, month: number, day: number): string => `${String(year)}-${two(month)}-${two(day)}`;

/** The last such day up to today, or the next one from today on. */
const nearest = (month: number, day: number, today: string, side: 'past' | 'future'): string => {
  const step = side === 'past' ? -1 : 1;
  for (let year = Number(today.slice(0, 4)); ; year += step) {
    const found = dayOf(year, month, day);
    if (exists(year, month, day) && (side === 'past' ? found <= today : found >= today)) return found;
  }
};

/** "14:05", "14.05", "14h05", "1405", "9", "9:05 pm". */
export const readTime = (text: string): Reading => {
  const typed = text.trim();
  if (typed === '') return read('');
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?:\s*(?:uhr|h))?(?:\s*([ap])\.?\s?m\.?)?$/i.exec(typed) ?? [];
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours === '' || Number(hours) > (half === '' ? 23 : 12) || Number(minutes) > 59) return unread('no-time');
  return read(`${two(hour)}:${minutes}`);
};

/** A day and a time after it; a time alone is one of `nearDay`. Reads as `2026-11-30T14:05`. */
export const readDayAndTime = (text: string, reading: DayReading, nearDay: string): Reading => {
  const typed = text.trim();
  if (typed === '') return read('');
  // "10.12" alone may be either, so it is neither.
  const alone = /^\d{3,4}$|[:h]|[ap]\.?\s?m\.?$/i.test(typed) ? readTime(typed) : unread('no-time');
  if (alone.ok) return read(`${nearDay}T${alone.value}`);
  const whole = readDay(typed, reading);
  if (whole.ok) return unread('time-missing');
  const [, before, after] = /^(.*?\d.*?)(?:[\s,]+|T)(\d[\d:.h]*(?:\s*(?:uhr|h|[ap]\.?\s?m\.?))?)$/i.exec(typed) ?? [];
  if (before === undefined || after === undefined) return whole.error === 'no-day' ? unread('no-moment') : whole;
  const day = readDay(before, reading);
  if (!day.ok) return day.error === 'no-day' ? unread('no-moment') : day;
  const time = readTime(after);
  return time.ok ? read(`${day.value}T${time.value}`) : time;
};
