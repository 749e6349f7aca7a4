import type { AlarmLevel } from '../../contract/alarm.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** One stretch of working alone. Times are milliseconds since the epoch. */
export interface AloneFile {
  readonly id: string;
  readonly stationId: string;
  readonly source: 'person' | 'rota';
  readonly level: AlarmLevel;
  /** Minutes, and seconds. */
  readonly every: number;
  readonly grace: number;
  readonly since: number;
  /** When the person last showed that all is well. */
  readonly checkedInAt: number;
  /** When a missed check-in raised an alarm last; null before. */
  readonly missedAt: number | null;
  readonly endedAt: number | null;
}

export const foldAlone = (events: readonly Event[]): AloneFile | null => {
  const began = events.find((event) => event.kind === 'AloneBegan');
  if (began === undefined) return null;
  const { source, every, grace, level } = began.body;
  let file: AloneFile = { id: subjectId(began.subject), stationId: began.origin, source, level, every, grace, since: began.wall, checkedInAt: began.wall, missedAt: null, endedAt: null };
  for (const event of events) {
    if (event.kind === 'CheckedIn') file = { ...file, checkedInAt: event.wall, missedAt: null };
    if (event.kind === 'CheckInMissed') file = { ...file, missedAt: event.wall };
    if (event.kind === 'AloneEnded') file = { ...file, endedAt: file.endedAt ?? event.wall };
  }
  return file;
};
