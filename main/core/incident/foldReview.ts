import type { RecordReview, RecordReviewEntry } from '../../contract/recordReview.ts';
import type { Event } from '../event/catalogue.ts';
import { placeOf } from '../event/placeOf.ts';

/**
 * The talk about one record, and where it stands. A question waits until somebody answers it, or until the review is closed by somebody who knew of it; while one waits the review is not
 * closed, whatever came later. What was added to the record and not seen by whoever closed it is `unseen`.
 */
export const foldReview = (events: readonly Event[]): RecordReview => {
  const answered = new Set(events.flatMap((event) => (event.kind === 'ReviewQuestionAnswered' ? [event.body.question] : [])));
  const covered = new Set(events.flatMap((event) => (event.kind === 'ReviewClosed' ? event.body.covers : [])));
  const thread = events.flatMap((event) => entryOf(event, answered, covered) ?? []);
  const closed = events.findLast(({ kind }) => kind === 'ReviewClosed' || kind === 'ReviewReopened')?.kind === 'ReviewClosed';
  const unseen = closed ? events.filter((event) => event.kind === 'IncidentAmended' && !covered.has(placeOf(event))).map(placeOf) : [];
  return { state: thread.some(({ waiting }) => waiting) ? 'question' : closed ? 'closed' : 'open', thread, unseen };
};

const entryOf = (event: Event, answered: ReadonlySet<string>, covered: ReadonlySet<string>): RecordReviewEntry | null => {
  switch (event.kind) {
    case 'IncidentCommented':
      return { ...writtenIn(event), what: 'comment', text: event.body.text };
    case 'ReviewQuestionAsked':
      return { ...writtenIn(event), what: 'question', text: event.body.text, waiting: !answered.has(placeOf(event)) && !covered.has(placeOf(event)) };
    case 'ReviewQuestionAnswered':
      return { ...writtenIn(event), what: 'answer', text: event.body.text, answers: event.body.question };
    case 'ReviewClosed':
      return { ...writtenIn(event), what: 'closed', text: event.body.note, ...(event.body.own === true && { own: true }) };
    case 'ReviewReopened':
      return { ...writtenIn(event), what: 'reopened', text: event.body.text };
    default:
      return null;
  }
};

type ReviewEvent = Extract<Event, { kind: 'IncidentCommented' | 'ReviewQuestionAsked' | 'ReviewQuestionAnswered' | 'ReviewClosed' | 'ReviewReopened' }>;

const writtenIn = (event: ReviewEvent) => ({
  id: placeOf(event),
  answers: null,
  waiting: false,
  at: new Date(event.wall).toISOString(),
  station: event.body.station,
  staff: event.body.staff?.name ?? null,
});
