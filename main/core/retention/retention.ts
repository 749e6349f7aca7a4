import { keptKinds, retentionSchema, type KeptKind, type Retention, type RetentionState } from '../../contract/retention.ts';
import type { Event } from '../event/catalogue.ts';

/** What the events say of it; the rest of `RetentionState` is known to the station alone. */
export type FiledRetention = Pick<RetentionState, 'settings' | 'last'>;

/** Null before anything was said about it. */
export const foldRetention = (events: readonly Event[]): FiledRetention | null =>
  events.reduce<FiledRetention | null>((state, event) => {
    if (event.kind === 'RetentionChanged') return { settings: event.body.settings, last: state?.last ?? null };
    if (event.kind === 'RetentionCarriedOut') {
      const { erased, held, counts = {} } = event.body;
      return { settings: state?.settings ?? keptForGood, last: { at: new Date(event.wall).toISOString(), erased, held, counts: countsOf((what) => counts[what] ?? 0).filter(({ count }) => count > 0) } };
    }
    return state;
  }, null);

export const keptForGood: Retention = retentionSchema.parse({});

export const countsOf = (count: (what: KeptKind) => number): { readonly what: KeptKind; readonly count: number }[] => keptKinds.map((what) => ({ what, count: count(what) }));

export const isAnythingForgotten = (settings: Retention): boolean => [...keptKinds.map((what) => settings[what]), ...Object.values(settings.byCategory)].some((months) => months !== null);

/** What was filed or raised before this moment has been kept long enough: so many calendar months before now, in UTC; the last day of a shorter month. Null: nothing has. */
export const keptSince = (months: number | null, now: number): string | null => {
  if (months === null) return null;
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  date.setUTCDate(Math.min(day, daysIn(date)));
  return date.toISOString();
};

/** When the time of something is over that is counted from `at`: the same day and hour so many calendar months later, in UTC; where there is no such day the first of the next month. */
export const dueMoment = (months: number, at: string): string => {
  const from = new Date(at);
  const day = from.getUTCDate();
  const date = new Date(from);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  if (day <= daysIn(date)) date.setUTCDate(day);
  else return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString();
  return date.toISOString();
};

const daysIn = (date: Date): number => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** So few are never too many. */
const ordinary = 20;

/**
 * More than a night should forget: half of everything there is. Then a clock is wrong, or somebody has just set it so; a person has to say it once more.
 */
export const isTooMuch = (due: number, ofAll: number): boolean => due > ordinary && due > ofAll / 2;
