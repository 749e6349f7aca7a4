import { z } from 'zod';
import { momentSchema } from './common.ts';

/** Months after which something is forgotten, counted from when it was filed or raised; null: it is kept. */
const monthsSchema = z.int().min(1, 'At least one month').max(600, 'At most 50 years').nullable();

/** How long the site keeps what. Nothing is forgotten before somebody says so. */
export const retentionSchema = z.strictObject({
  /** Records, each with the call that it grew out of. */
  incidents: monthsSchema.default(null),
  /** Real calls for help that no record grew out of, and checklists that belong to none. */
  alarms: monthsSchema.default(null),
  /** Drills and tests that no record grew out of. */
  practice: monthsSchema.default(null),
});

const dueSchema = z.object({
  what: z.enum(['incidents', 'alarms', 'practice']),
  /** So many are due now. */
  due: z.int(),
});

export const retentionPreviewSchema = z.object({
  of: z.array(dueSchema),
  /** The oldest of those that are due, by title or place, to see whom it would hit. */
  oldest: z.array(z.object({ what: dueSchema.shape.what, title: z.string(), at: momentSchema })),
});

export const retentionStateSchema = z.object({
  settings: retentionSchema,
  /** The last night on which it was looked through; null before the first. `held`: far more was due than on any ordinary night, so nothing was erased and somebody has to say so. */
  last: z.object({ at: momentSchema, erased: z.int(), held: z.int() }).nullable(),
});

export type Retention = z.output<typeof retentionSchema>;
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;
export type RetentionState = z.infer<typeof retentionStateSchema>;
