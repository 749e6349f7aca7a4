import { z } from 'zod';
import { momentSchema, subjectIdSchema } from './common.ts';

/** Why something was forgotten. It is kept for good, so it is one of a few and names nobody: the period is over, the person asked, it was filed by mistake, a court or authority ordered it. */
export const erasureReasonSchema = z.enum(['retention', 'request', 'mistake', 'order']);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

export const eraseIncidentSchema = z.strictObject({
  id: subjectIdSchema,
  reason: erasureReasonSchema,
  /** Also the alarm that it grew out of, and the walks through procedures that belong to it. It has to be closed. */
  alarm: z.boolean().default(false),
});
export type EraseIncident = z.output<typeof eraseIncidentSchema>;

/** What is left of something that was erased. */
export const erasureSchema = z.object({
  /** What it was: `incident`, `alarm`, `run` … */
  type: z.string(),
  id: z.string(),
  at: momentSchema,
  /** One of `erasureReasonSchema`, or what a newer station wrote. */
  reason: z.string(),
  station: z.string(),
  /** Whoever did it; null for the command line, or when that person was erased as well. */
  staff: z.string().nullable(),
});
export type Erasure = z.infer<typeof erasureSchema>;
