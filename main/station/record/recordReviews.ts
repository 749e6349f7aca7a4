import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { RecordReviewInput } from '../../contract/recordReview.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { FiledIncident } from '../../core/incident/foldIncident.ts';
import { isAllowed } from '../../core/staff/permissions.ts';
import { byWhom, type StationContext } from '../context.ts';

/** A supervisor looks through what was filed: comments, asks back, closes, opens again. Each is a fact of its own beside the record, which nothing changes. */
export interface RecordReviews {
  readonly comment: (input: RecordReviewInput<'comment'>, staff: StaffReference | null) => Result<void>;
  readonly ask: (input: RecordReviewInput<'ask'>, staff: StaffReference | null) => Result<void>;
  readonly answer: (input: RecordReviewInput<'answer'>, staff: StaffReference | null) => Result<void>;
  /** Somebody else's record; one's own only where nobody else of the site may review. */
  readonly close: (input: RecordReviewInput<'close'>, staff: StaffReference | null) => Result<void>;
  readonly reopen: (input: RecordReviewInput<'reopen'>, staff: StaffReference | null) => Result<void>;
}

export const createRecordReviews = (context: StationContext): RecordReviews => {
  const { ledger } = context;
  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };
  const find = (id: string): Result<FiledIncident> => {
    const filed = ledger.state('incident', subjectOf('incident', id));
    return filed === undefined ? failed('IncidentUnknown', `This site has no record ${id}.`, 'The list of records shows those that it has.', 'id') : done(filed);
  };

  /** By their ids: two people may have one name. */
  const isOwn = (id: string, staff: StaffReference): boolean => ledger.eventsOf(subjectOf('incident', id)).some((event) => event.kind === 'IncidentFiled' && event.body.staff?.id === staff.id);
  const othersMayReview = (self: StaffReference): boolean => ledger.states('staff', { open: true }).some(({ staff }) => staff.id !== self.id && isAllowed(staff.role, 'review-records'));

  return {
    comment: ({ id, text }, staff) => {
      const filed = find(id);
      return filed.ok ? append({ kind: 'IncidentCommented', subject: subjectOf('incident', id), body: { text, ...byWhom(context, staff) } }) : filed;
    },
    ask: ({ id, text }, staff) => {
      const filed = find(id);
      return filed.ok ? append({ kind: 'ReviewQuestionAsked', subject: subjectOf('incident', id), body: { text, ...byWhom(context, staff) } }) : filed;
    },
    answer: ({ id, question, text }, staff) => {
      const filed = find(id);
      if (!filed.ok) return filed;
      const asked = filed.value.review.thread.some((entry) => entry.what === 'question' && entry.id === question);
      if (!asked) return failed('QuestionUnknown', 'Nobody has asked that about this record.', 'Open the record to see what was asked.', 'question');
      return append({ kind: 'ReviewQuestionAnswered', subject: subjectOf('incident', id), body: { question, text, ...byWhom(context, staff) } });
    },
    close: ({ id, note, covers }, staff) => {
      const filed = find(id);
      if (!filed.ok) return filed;
      const { amendments, review } = filed.value;
      if (review.state === 'closed' && review.unseen.length === 0) return failed('InputInvalid', 'The review of this record is closed, and nothing was added since.', 'Open it again first, if there is more to say.', 'id');
      const own = staff !== null && isOwn(id, staff);
      if (own && othersMayReview(staff)) return failed('InputInvalid', 'You filed this record yourself, so somebody else has to close its review.', 'Ask another supervisor or administrator; you can comment on it meanwhile.', 'id');
      // A window may name only what is there to be seen.
      const known = new Set([...amendments.map((amendment) => amendment.id), ...review.thread.filter(({ what }) => what === 'question').map((question) => question.id)]);
      return append({ kind: 'ReviewClosed', subject: subjectOf('incident', id), body: { note, covers: covers.filter((place) => known.has(place)), ...(own && { own }), ...byWhom(context, staff) } });
    },
    reopen: ({ id, text }, staff) => {
      const filed = find(id);
      if (!filed.ok) return filed;
      const { thread } = filed.value.review;
      if (thread.findLast(({ what }) => what === 'closed' || what === 'reopened')?.what !== 'closed') return failed('InputInvalid', 'The review of this record is not closed.', 'Comment or ask instead.', 'id');
      return append({ kind: 'ReviewReopened', subject: subjectOf('incident', id), body: { text, ...byWhom(context, staff) } });
    },
  };
};
