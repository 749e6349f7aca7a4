import { retentionSchema, type Retention, type RetentionState } from '../../contract/retention.ts';
import type { Event } from '../event/catalogue.ts';

/** Null before anything was said about it. */
export const foldRetention = (events: readonly Event[]): RetentionState | null =>
  events.reduce<RetentionState | null>((state, event) => {
    if (event.kind === 'RetentionChanged') return { settings: event.body.settings, last: state?.last ?? null };
    if (event.kind === 'RetentionCarriedOut') return { settings: state?.settings ?? keptForGood, last: { at: new Date(event.wall).toISOString(), erased: event.body.erased, held: event.body.held } };
    return state;
  }, null);

export const keptForGood: Retention = retentionSchema.parse({});

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

const daysIn = (date: Date): number => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** So few are never too many. */
const ordinary = 20;

/**
 * More than a night should forget: half of everything there is. Then a clock is wrong, or somebody has just set it so; a person has to say it once more.
 */
export const isTooMuch = (due: number, ofAll: number): boolean => due > ordinary && due > ofAll / 2;
