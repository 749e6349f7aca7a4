import { describe, expect, it } from 'vitest';
import { draftOf, scheduleOf } from '../../../../renderer/backups/scheduleDraft.ts';

const schedule = { folder: '/media/backup', times: { every: 'day' as const, at: '03:30' }, keep: { daily: 7, weekly: 4, monthly: 12 } };

describe('the schedule of backups as it is typed', () => {
  it('gives back what is kept', () => {
    expect(scheduleOf(draftOf(schedule))).toEqual({ schedule, flaws: [] });
    const hourly = { ...schedule, times: { every: 'hours' as const, hours: 4 } };
    expect(scheduleOf(draftOf(hourly))).toEqual({ schedule: hourly, flaws: [] });
    expect(scheduleOf(draftOf(null))).toEqual({ schedule: null, flaws: [] });
  });

  it('switched on proposes every night, a week of days, a month of weeks and a year of months', () => {
    expect(scheduleOf({ ...draftOf(null), on: true, folder: 'E:\\Quietbell' }).schedule).toEqual({ folder: 'E:\\Quietbell', times: { every: 'day', at: '02:00' }, keep: { daily: 7, weekly: 4, monthly: 12 } });
  });

  it.each([
    [{ folder: '' }, ['folder']],
    [{ folder: 'backups' }, ['folder']],
    [{ at: '24:00' }, ['times']],
    [{ every: 'hours' as const, hours: '' }, ['times']],
    [{ every: 'hours' as const, hours: '0.5' }, ['times']],
    [{ daily: '0' }, ['keep']],
    [{ monthly: '' }, ['keep']],
    [{ folder: 'here', weekly: '-1', at: '' }, ['folder', 'times', 'keep']],
  ])('names the part that does not fit: %o', (change, flaws) => {
    expect(scheduleOf({ ...draftOf(schedule), ...change })).toEqual({ schedule: null, flaws });
  });
});
