import type { Alarm } from '../../contract/alarm.ts';
import type { ChannelAttempt } from '../../contract/channel.ts';
import type { Run } from '../../contract/procedure.ts';
import { asAfterPin } from '../../core/alarm/asAfterPin.ts';
import { foldAlarm } from '../../core/alarm/foldAlarm.ts';
import type { Event } from '../../core/event/catalogue.ts';

/**
 * What this station's own window may show while somebody may stand before it who must not know: a call that was closed with the duress code
 * is over there, and nothing shows that others go on with it. The one place where that is decided.
 */
export interface Disguise {
  /** To be told of each alarm whenever something happened to it. */
  readonly take: (alarm: Alarm, events: readonly Event[]) => void;
  readonly forget: (alarm: string) => void;
  /** The alarm as the window may show it; null where it may not at all, undefined where it is shown as it is. */
  readonly of: (alarm: string) => Alarm | null | undefined;
  /** What went out of the site. */
  readonly attempts: (attempts: readonly ChannelAttempt[]) => readonly ChannelAttempt[];
  /** The walks through procedures that belong to an alarm: those of others as they were when it seemed to end. */
  readonly runs: (alarm: string, runs: readonly Run[]) => readonly Run[];
}

export const createDisguise = (self: string): Disguise => {
  const shownByAlarm = new Map<string, Alarm | null>();
  return {
    take: (alarm, events) => {
      const shown = alarm.stationId === self ? asAfterPin(events) : events;
      if (shown === events) shownByAlarm.delete(alarm.id);
      else shownByAlarm.set(alarm.id, foldAlarm(shown));
    },
    forget: (alarm) => void shownByAlarm.delete(alarm),
    of: (alarm) => shownByAlarm.get(alarm),
    attempts: (attempts) =>
      attempts.flatMap((attempt): readonly ChannelAttempt[] => {
        const { alarm } = attempt;
        const shown = alarm === null ? undefined : shownByAlarm.get(alarm);
        if (shown === undefined) return [attempt];
        return (shown?.attempts ?? []).filter((known) => isSameTry(known, attempt)).map((masked) => ({ ...masked, alarm }));
      }),
    runs: (alarm, runs) => {
      const shown = shownByAlarm.get(alarm);
      if (shown === undefined) return runs;
      const until = shown?.closedAt ?? '';
      return runs.flatMap((run): readonly Run[] => (run.stationId === self ? [run] : run.startedAt <= until ? [asOf(run, until)] : []));
    },
  };
};

const isSameTry = (a: Omit<ChannelAttempt, 'alarm'>, b: Omit<ChannelAttempt, 'alarm'>): boolean => a.channel === b.channel && a.startedAt === b.startedAt && a.station === b.station;

const asOf = (run: Run, until: string): Run => ({
  ...run,
  ticks: run.ticks.filter(({ at }) => at <= until),
  answers: run.answers.filter(({ at }) => at <= until),
  endedAt: run.endedAt !== null && run.endedAt > until ? null : run.endedAt,
});
