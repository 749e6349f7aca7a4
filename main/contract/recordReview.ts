import { z } from 'zod';
import { momentSchema, subjectIdSchema, textSchema } from './common.ts';

/** `question`: somebody who reviews it waits for an answer. */
export const recordReviewStateSchema = z.enum(['open', 'question', 'closed']);

/** One turn of the talk about a record. `id`: origin and number of its event, as of an amendment; `answers`: the question that it answers. */
export const recordReviewEntrySchema = z.object({
  id: z.string(),
  what: z.enum(['comment', 'question', 'answer', 'closed', 'reopened']),
  text: z.string(),
  answers: z.string().nullable(),
  /** A question that nobody has answered, and that no review was closed over. */
  waiting: z.boolean(),
  /** Closed by whoever filed the record: nobody else of the site may review. */
  own: z.boolean().optional(),
  at: momentSchema,
  station: z.string(),
  staff: z.string().nullable(),
});

export const recordReviewSchema = z.object({
  state: recordReviewStateSchema,
  /** The oldest first. */
  thread: z.array(recordReviewEntrySchema),
  /** The amendments that whoever closed it had not seen. */
  unseen: z.array(z.string()),
});

const text = textSchema(4000).regex(/\S/, 'Please fill this in');
const byId = z.strictObject({ id: subjectIdSchema });

/** Inputs of the calls of a review. */
export const recordReviewInputs = {
  comment: byId.extend({ text }),
  ask: byId.extend({ text }),
  answer: byId.extend({ /** Its id in the thread. */ question: z.string().max(80), text }),
  /** `covers`: the amendments and questions that were looked at, by their ids. What came meanwhile is not closed with them. */
  close: byId.extend({ note: textSchema(4000).default(''), covers: z.array(z.string().max(80)).max(2000).default([]) }),
  reopen: byId.extend({ text }),
};

export type RecordReviewEntry = z.infer<typeof recordReviewEntrySchema>;
export type RecordReview = z.infer<typeof recordReviewSchema>;
export type RecordReviewInput<Call extends keyof typeof recordReviewInputs> = z.output<(typeof recordReviewInputs)[Call]>;
