import type { FaultRecord } from '../../contract/station.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** One fault of one station, from its beginning on. */
export const foldFault = (events: readonly Event[]): FaultRecord | null => {
  const began = events.find((event) => event.kind === 'FaultBegan');
  if (began === undefined) return null;
  const ended = events.find((event) => event.kind === 'FaultEnded');
  const { kind, subject, message, remedy, station, at } = began.body;
  return { id: subjectId(began.subject), kind, subject, message, remedy, station, stationId: began.origin, since: at ?? moment(began.wall), endedAt: ended === undefined ? null : (ended.body.at ?? moment(ended.wall)) };
};

const moment = (wall: number): string => new Date(wall).toISOString();
