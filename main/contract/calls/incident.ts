import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { subjectIdSchema, textSchema } from '../common.ts';
import { eraseIncidentSchema, erasureSchema } from '../erasure.ts';
import { followUpInputs, openFollowUpSchema } from '../followUp.ts';
import { amendmentSchema, incidentDraftSchema, incidentFileSchema, incidentSchema, incidentSummarySchema, saveDraftSchema } from '../incident.ts';
import { documentLanguageSchema } from '../language.ts';
import { recordReviewInputs } from '../recordReview.ts';
import { base, nothing, byId } from './base.ts';

export const incidentCalls = {
  /** The newest few hundred, read on the thread that also presses: what a window knows at once, and by which it learns that something changed. All of them, and what is searched: `records.page`. */
  list: base.output(z.array(incidentSummarySchema)),
  watchList: base.output(eventIterator(z.array(incidentSummarySchema))),
  get: base.input(byId).output(incidentSchema),
  drafts: base.output(z.array(incidentDraftSchema)),
  watchDrafts: base.output(eventIterator(z.array(incidentDraftSchema))),
  /** A new draft; from an alarm it comes half filled, in this language. Asking twice for one alarm gives the same draft, and so does asking again while nothing was written into an empty one. */
  openDraft: base.input(z.strictObject({ alarm: subjectIdSchema.nullable(), language: documentLanguageSchema })).output(incidentDraftSchema),
  saveDraft: base.input(saveDraftSchema).output(incidentDraftSchema),
  discardDraft: base.input(byId).output(nothing),
  /** Files the report for good and drops its draft. The same id twice changes nothing. `InputInvalid` where it does not fit the site's form. */
  file: base.input(incidentFileSchema).output(incidentSummarySchema),
  amend: base.input(z.strictObject({ id: subjectIdSchema, text: textSchema(20_000).regex(/\S/, 'Please fill this in') })).output(amendmentSchema),
  /** What is still to be done after incidents, what is due first at the top. */
  followUps: base.output(z.array(openFollowUpSchema)),
  watchFollowUps: base.output(eventIterator(z.array(openFollowUpSchema))),
  addFollowUp: base.input(followUpInputs.add).output(nothing),
  /** `InputInvalid` when it is done already, or not done; `FollowUpUnknown`. */
  finishFollowUp: base.input(followUpInputs.finish).output(nothing),
  reopenFollowUp: base.input(followUpInputs.reopen).output(nothing),
  /** Another owner, another day. */
  reassignFollowUp: base.input(followUpInputs.reassign).output(nothing),
  /** Reviewing: whoever may review comments, asks, closes and reopens; whoever writes records answers. Each is an entry in the thread of the record. */
  comment: base.input(recordReviewInputs.comment).output(nothing),
  ask: base.input(recordReviewInputs.ask).output(nothing),
  /** `QuestionUnknown`. */
  answer: base.input(recordReviewInputs.answer).output(nothing),
  /** `InputInvalid` when it is closed and nothing new stands in it, or when the record is one's own and somebody else may review. */
  closeReview: base.input(recordReviewInputs.close).output(nothing),
  /** `InputInvalid` when it is not closed. */
  reopenReview: base.input(recordReviewInputs.reopen).output(nothing),
  /** Forgets a record on every station and for good; the chain of events still holds. `AlarmOpen` when its alarm is to go along and is not closed. */
  erase: base.input(eraseIncidentSchema).output(z.array(erasureSchema)),
  /** What is left of everything that was erased, the newest first. */
  erasures: base.output(z.array(erasureSchema)),
};
