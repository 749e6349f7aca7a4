import { z } from 'zod';
import { lineSchema, momentSchema, subjectIdSchema, textSchema } from './common.ts';

/** One of the staff, by id, or anybody by name. */
export const followUpOwnerSchema = z.strictObject({ staff: subjectIdSchema.nullable().default(null), name: textSchema(80).default('') });

/** Something that is to be done after an incident. `due`: an ISO 8601 day. */
export const newFollowUpSchema = z.strictObject({
  what: textSchema(300),
  owner: followUpOwnerSchema.default({ staff: null, name: '' }),
  due: z.iso.date('Choose a day').nullable().default(null),
});

/** What was filed with the report is known by its place there (`filed-1`), what was added since by origin and number of its event. */
export const followUpIdSchema = z.string().regex(/^(filed-\d{1,3}|[0-9a-f]{32}\/\d{1,15})$/);

export const followUpChangeSchema = z.object({
  what: z.enum(['added', 'done', 'reopened', 'reassigned']),
  at: momentSchema,
  station: z.string(),
  staff: z.string().nullable(),
  note: z.string(),
});

export const followUpSchema = z.object({
  ...newFollowUpSchema.shape,
  id: followUpIdSchema,
  done: z.boolean(),
  /** What became of it, the oldest first. */
  history: z.array(followUpChangeSchema),
});

/** One of the list over all records. */
export const openFollowUpSchema = followUpSchema.extend({ incident: subjectIdSchema, title: z.string() });

const byFollowUp = z.strictObject({ incident: subjectIdSchema, followUp: followUpIdSchema });

/** Inputs of the calls that change them. */
export const followUpInputs = {
  add: newFollowUpSchema.extend({ incident: subjectIdSchema, what: lineSchema(300) }),
  finish: byFollowUp.extend({ note: textSchema(1000).default('') }),
  reopen: byFollowUp.extend({ note: textSchema(1000).default('') }),
  reassign: byFollowUp.extend({ owner: newFollowUpSchema.shape.owner, due: newFollowUpSchema.shape.due }),
};

export type FollowUpOwner = z.output<typeof followUpOwnerSchema>;
export type NewFollowUp = z.output<typeof newFollowUpSchema>;
export type FollowUp = z.infer<typeof followUpSchema>;
export type FollowUpChange = z.infer<typeof followUpChangeSchema>;
export type OpenFollowUp = z.infer<typeof openFollowUpSchema>;
export type FollowUpInput<Call extends keyof typeof followUpInputs> = z.output<(typeof followUpInputs)[Call]>;
