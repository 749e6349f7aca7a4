import type { WeeklySpan } from '../../contract/plan.ts';

const day = 24 * 60;
const week = 7 * day;

/**
 * Whether a moment lies in one of the spans, by the clock on the wall of this place. Only what that clock shows counts, so an hour that summer
 * time repeats lies in a span twice, and one that it leaves out never comes. A span that ends when it begins is a whole day.
 */
export const isWithin = (spans: readonly WeeklySpan[], now: number): boolean => {
  const shown = new Date(now);
  const minute = (isoDay(shown) - 1) * day + shown.getHours() * 60 + shown.getMinutes();
  return spans.some((span) => {
    const begins = (span.day - 1) * day + minutesOf(span.from);
    const lasts = (minutesOf(span.to) - minutesOf(span.from) + day) % day || day;
    return (minute - begins + week) % week < lasts;
  });
};

/** When a span began or ended last, at or before `now`; null without spans. Milliseconds since the epoch. */
export const lastEdge = (spans: readonly WeeklySpan[], now: number): number | null => {
  const today = new Date(now);
  const edges = spans.flatMap((span) =>
    // A span of eight days ago can end today.
    [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((back) => {
      const begins = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
      if (isoDay(begins) !== span.day) return [];
      const over = minutesOf(span.to) <= minutesOf(span.from) ? 1 : 0;
      return [at(begins, span.from, 0), at(begins, span.to, over)];
    }),
  );
  return edges.filter((edge) => edge <= now).toSorted((a, b) => b - a)[0] ?? null;
};

/** When that is, of a day that may begin or end summer time: the calendar counts, not so many times an hour. */
const at = (date: Date, time: string, daysLater: number): number => new Date(date.getFullYear(), date.getMonth(), date.getDate() + daysLater, 0, minutesOf(time)).getTime();

/** ISO 8601: Monday is 1. */
const isoDay = (date: Date): number => date.getDay() || 7;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
