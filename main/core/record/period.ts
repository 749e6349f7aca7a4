import type { RecordFilters } from '../../contract/recordList.ts';

/** From a moment on, and until before another; milliseconds since the epoch. Null: without an end on that side. */
export interface Stretch {
  readonly from: number | null;
  readonly until: number | null;
}

const boundless: Stretch = { from: null, until: null };

/** What a period means at this moment, by the local calendar: days begin at midnight also where a clock is put forward or back. */
export const stretchOf = ({ period, from, to }: Pick<RecordFilters, 'period' | 'from' | 'to'>, now: number): Stretch => {
  const date = new Date(now);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const at = (...parts: readonly [number, number, number]): number => new Date(...parts).getTime();
  switch (period) {
    case 'any':
      return boundless;
    case 'today':
      return { from: at(year, month, day), until: at(year, month, day + 1) };
    case 'last-7-days':
      return { from: at(year, month, day - 6), until: at(year, month, day + 1) };
    case 'last-30-days':
      return { from: at(year, month, day - 29), until: at(year, month, day + 1) };
    case 'this-month':
      return { from: at(year, month, 1), until: at(year, month + 1, 1) };
    case 'last-month':
      return { from: at(year, month - 1, 1), until: at(year, month, 1) };
    case 'this-year':
      return { from: at(year, 0, 1), until: at(year + 1, 0, 1) };
    case 'days':
      return { from: from === null ? null : startOf(from, 0), until: to === null ? null : startOf(to, 1) };
  }
};

/** Of a day as ISO 8601 writes it, and so many days later. */
const startOf = (day: string, later: number): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
};
