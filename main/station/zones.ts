import { subjectOf } from '../core/event/subject.ts';
import type { StationContext } from './context.ts';

/** Which zone (point) each station is at an alarm-receiving centre: its place in the order of enrolment, from 1, the same on every station. */
export interface Zones {
  /** 0 for a station that is not known here. */
  readonly of: (station: string) => number;
}

export const createZones = ({ ledger, log }: Pick<StationContext, 'ledger' | 'log'>): Zones => {
  /** Enrolments never change; kept for when the database cannot be read. */
  const enrolledAt = new Map<string, number>();

  const learn = (station: string): void => {
    if (enrolledAt.has(station)) return;
    const enrolled = ledger.eventsOf(subjectOf('station', station)).find((event) => event.kind === 'StationEnrolled');
    if (enrolled !== undefined) enrolledAt.set(station, enrolled.wall);
  };

  const learnAll = (): void => {
    try {
      for (const { id } of ledger.local.roster.list()) learn(id);
    } catch (error) {
      log.warn({ error: String(error) }, 'the order of enrolment cannot be read');
    }
  };

  learnAll();
  return {
    of: (station) => {
      learnAll();
      return [...enrolledAt].toSorted(([a, first], [b, second]) => first - second || (a < b ? -1 : 1)).findIndex(([id]) => id === station) + 1;
    },
  };
};
