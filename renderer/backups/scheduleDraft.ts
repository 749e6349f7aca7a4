import { backupScheduleSchema } from '../../main/contract/index.ts';
import type { BackupSchedule } from '../../main/contract/index.ts';

/** The schedule as it is typed. */
export interface ScheduleDraft {
  readonly on: boolean;
  readonly folder: string;
  readonly every: BackupSchedule['times']['every'];
  readonly at: string;
  readonly hours: string;
  readonly daily: string;
  readonly weekly: string;
  readonly monthly: string;
}

export const draftOf = (schedule: BackupSchedule | null): ScheduleDraft => ({
  on: schedule !== null,
  folder: schedule?.folder ?? '',
  every: schedule?.times.every ?? 'day',
  at: schedule?.times.every === 'day' ? schedule.times.at : '02:00',
  hours: schedule?.times.every === 'hours' ? String(schedule.times.hours) : '6',
  daily: String(schedule?.keep.daily ?? 7),
  weekly: String(schedule?.keep.weekly ?? 4),
  monthly: String(schedule?.keep.monthly ?? 12),
});

/** The part of it that does not fit; null when all does. */
export type ScheduleFlaw = 'folder' | 'times' | 'keep';

export const scheduleOf = ({ on, folder, every, at, hours, daily, weekly, monthly }: ScheduleDraft): { readonly schedule: BackupSchedule | null; readonly flaws: readonly ScheduleFlaw[] } => {
  if (!on) return { schedule: null, flaws: [] };
  const numberOf = (typed: string): number => (typed === '' ? Number.NaN : Number(typed));
  const parsed = backupScheduleSchema.safeParse({ folder, times: every === 'day' ? { every, at } : { every, hours: numberOf(hours) }, keep: { daily: numberOf(daily), weekly: numberOf(weekly), monthly: numberOf(monthly) } });
  if (parsed.success) return { schedule: parsed.data, flaws: [] };
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { schedule: null, flaws: (['folder', 'times', 'keep'] as const).filter((part) => named.has(part)) };
};
