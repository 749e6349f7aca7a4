import type { Stop } from '../../core/environment.ts';
import { compareEvents, type Event } from '../../core/event/catalogue.ts';
import { subjectId, subjectOf } from '../../core/event/subject.ts';
import type { StationContext } from '../context.ts';

/** Which zone (point) each station is at an alarm-receiving centre: its place in the order of enrolment, from 1, the same on every station. */
export interface Zones {
  /** From memory: an alarm asks. 0 for a station that is not known here. */
  readonly of: (station: string) => number;
  /** Reads again what could not be read. Never throws. */
  readonly tick: () => void;
  readonly stop: Stop;
}

export const createZones = ({ ledger, log }: Pick<StationContext, 'ledger' | 'log'>): Zones => {
  /** A station and the authority both write it down; the earlier one counts. */
  const enrolments = new Map<string, Event>();
  let unread = true;

  const learn = (events: readonly Event[]): void => {
    for (const event of events) {
      const known = enrolments.get(subjectId(event.subject));
      if (event.kind === 'StationEnrolled' && (known === undefined || compareEvents(event, known) < 0)) enrolments.set(subjectId(event.subject), event);
    }
  };

  const tick = (): void => {
    if (!unread) return;
    try {
      for (const { id } of ledger.local.roster.list()) learn(ledger.eventsOf(subjectOf('station', id)));
      unread = false;
    } catch (error) {
      log.warn({ error: String(error) }, 'the order of enrolment cannot be read');
    }
  };

  const stop = ledger.onEvents(learn);
  tick();
  return {
    of: (station) => [...enrolments].toSorted(([, a], [, b]) => compareEvents(a, b)).findIndex(([id]) => id === station) + 1,
    tick,
    stop,
  };
};
