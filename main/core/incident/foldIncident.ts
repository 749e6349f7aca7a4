import type { FollowUp } from '../../contract/followUp.ts';
import type { Amendment, IncidentReport, IncidentSummary } from '../../contract/incident.ts';
import type { RecordReview } from '../../contract/recordReview.ts';
import type { Event } from '../event/catalogue.ts';
import { placeOf } from '../event/placeOf.ts';
import { subjectId } from '../event/subject.ts';
import { foldFollowUps } from './foldFollowUps.ts';
import { foldReview } from './foldReview.ts';

/** A filed record with the amendments beside it. */
export interface FiledIncident {
  readonly summary: IncidentSummary;
  readonly report: IncidentReport;
  readonly amendments: readonly Amendment[];
  readonly followUps: readonly FollowUp[];
  readonly review: RecordReview;
  /** The person files that it is linked to, by their ids. */
  readonly persons: readonly string[];
}

/** One incident from its events in total order. Nothing overwrites what was filed first; null while that has not arrived. */
export const foldIncident = (events: readonly Event[]): FiledIncident | null => {
  const filed = events.find((event) => event.kind === 'IncidentFiled');
  if (filed === undefined) return null;
  const amendments = events.flatMap((event): Amendment[] =>
    event.kind === 'IncidentAmended' ? [{ id: placeOf(event), at: new Date(event.wall).toISOString(), station: event.body.station, staff: event.body.staff?.name ?? null, text: event.body.text }] : [],
  );
  const { report, alarm, station, staff } = filed.body;
  const followUps = foldFollowUps(report.followUps, events);
  const review = foldReview(events);
  return {
    summary: {
      id: subjectId(filed.subject),
      title: report.title,
      station,
      staff: staff?.name ?? null,
      filedAt: new Date(filed.wall).toISOString(),
      occurredAt: report.occurredAt,
      place: report.place,
      alarm,
      amendments: amendments.length,
      category: report.category,
      review: review.state,
      amendedSinceReview: review.unseen.length > 0,
      openFollowUps: followUps.filter(({ done }) => !done).length,
      entries: events.length,
    },
    report,
    amendments,
    followUps,
    review,
    persons: personsIn(events),
  };
};

const personsIn = (events: readonly Event[]): readonly string[] => {
  const parted = new Set(events.flatMap((event) => (event.kind === 'PersonUnlinkedFromIncident' ? event.body.links : [])));
  return [...new Set(events.flatMap((event) => (event.kind === 'PersonLinkedToIncident' && !parted.has(event.body.link) ? [event.body.person] : [])))];
};
