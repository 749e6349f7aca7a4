import type { BackupTimes } from '../../contract/backup.ts';

const hour = 3_600_000;

/**
 * Since when a backup is due; null while none is. Milliseconds since the epoch. Where none was made yet one is due at once, so that whoever switches
 * them on sees whether it works. A station that was off at the time makes its backup when it is back.
 *
 * "Every day" goes by the clock on the wall: an hour that summer time leaves out comes with the next minute there is, one that it repeats counts once. A last
 * backup that lies ahead was made under a clock that was wrong, and says nothing.
 *
 * @param last when the last one was begun that went well
 */
export const dueSince = (times: BackupTimes, last: number | null, now: number): number | null => {
  if (last === null || last > now) return now;
  if (times.every === 'hours') return now - last >= times.hours * hour ? last + times.hours * hour : null;
  const latest = latestAt(times.at, now);
  return latest > last ? latest : null;
};

/** The latest moment, now or before, at which the clock on the wall came to this time. */
const latestAt = (time: string, now: number): number => {
  const today = new Date(now);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const on = (daysBack: number): number => new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysBack, hours, minutes).getTime();
  return on(0) <= now ? on(0) : on(1);
};
