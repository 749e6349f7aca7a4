import type { BackupKeep } from '../../contract/backup.ts';

const day = 24 * 3_600_000;

/**
 * Which of the backups made at these moments are kept: grandfather, father, son. Of each of the newest so many days, ISO weeks and months that have one, the last; and
 * everything of the 24 hours before the newest. The calendar is that of the place. What is dated ahead of now was made under a wrong clock: it is kept, and counts for nothing.
 */
export const chooseKept = (made: readonly number[], keep: BackupKeep, now: number): ReadonlySet<number> => {
  const past = made.filter((at) => at <= now).toSorted((a, b) => b - a);
  const newest = past[0] ?? now;
  return new Set([
    ...made.filter((at) => at > now),
    ...past.filter((at) => newest - at < day),
    ...lastOfEach(past, dayOf, keep.daily),
    ...lastOfEach(past, weekOf, keep.weekly),
    ...lastOfEach(past, monthOf, keep.monthly),
  ]);
};

/** @param newestFirst in that order */
const lastOfEach = (newestFirst: readonly number[], periodOf: (at: Date) => string, count: number): readonly number[] => {
  const lastByPeriod = new Map<string, number>();
  for (const at of newestFirst) {
    const period = periodOf(new Date(at));
    if (!lastByPeriod.has(period)) lastByPeriod.set(period, at);
  }
  return [...lastByPeriod.values()].slice(0, count);
};

const dayOf = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
const monthOf = (at: Date): string => `${at.getFullYear()}-${at.getMonth()}`;
/** By its Monday. */
const weekOf = (at: Date): string => dayOf(new Date(at.getFullYear(), at.getMonth(), at.getDate() - ((at.getDay() || 7) - 1)));
