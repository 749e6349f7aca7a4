import { performance } from 'node:perf_hooks';
import type { Clock, Stop } from '../../core/environment.ts';
import { subjectType } from '../../core/event/subject.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** After the last word of an alarm. Milliseconds. */
const alarmSettles = 10_000;
/** An alarm that nobody closed counts for this long. Milliseconds. */
const longestWait = 60 * 60_000;
/** So long the database is not asked again: this is asked for with every part of a file. Milliseconds. */
const believedFor = 1000;

/** Whether nobody calls for help: what can wait does so until then. */
export interface Calm {
  readonly is: () => boolean;
  readonly stop: Stop;
}

export const createCalm = (ledger: Pick<Ledger, 'states' | 'onEvents' | 'onUrgent'>, clock: Clock): Calm => {
  let heardAt = Number.NEGATIVE_INFINITY;
  let open = { at: Number.NEGATIVE_INFINITY, is: false };
  const hear = (): void => {
    heardAt = performance.now();
  };
  const stops = [ledger.onUrgent(hear), ledger.onEvents((events) => events.some(({ subject }) => subjectType(subject) === 'alarm') && hear())];

  const hasOpenAlarm = (): boolean => {
    const now = performance.now();
    if (now - open.at > believedFor) {
      const since = new Date(clock.now() - longestWait).toISOString();
      open = { at: now, is: ledger.states('alarm', { open: true }).some(({ raisedAt }) => raisedAt > since) };
    }
    return open.is;
  };

  return {
    is: () => performance.now() - heardAt > alarmSettles && !hasOpenAlarm(),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};
