import { z } from 'zod';
import { momentSchema, slugSchema } from './common.ts';

/** Months after which something is forgotten; null: it is kept. */
export const monthsSchema = z.int().min(1, 'At least one month').max(600, 'At most 50 years').nullable();

/** How long the site keeps what. Nothing is forgotten before somebody says so. */
export const retentionSchema = z.strictObject({
  /** Records, each with the call that it grew out of, from when they were filed. */
  incidents: monthsSchema.default(null),
  /** Records of these categories otherwise than all, by the category's id. */
  byCategory: z.record(slugSchema, monthsSchema).default({}),
  /** Real calls for help that no record grew out of, and checklists that belong to none, from when they began. */
  alarms: monthsSchema.default(null),
  /** Drills and tests that no record grew out of. */
  practice: monthsSchema.default(null),
  /** Files on people against whom nothing stands any more, from their last change or the end of their last ban. */
  persons: monthsSchema.default(null),
  /** Drafts of records and of files on people, from when they were last written on. Each desk erases its own. */
  drafts: monthsSchema.default(null),
});

export const keptKinds = ['incidents', 'alarms', 'practice', 'persons', 'drafts'] as const;
const keptKindSchema = z.enum(keptKinds);
const countsSchema = z.array(z.object({ what: keptKindSchema, count: z.int() }));

export const retentionPreviewSchema = z.object({
  /** So many are due now; drafts are those of this desk. */
  due: countsSchema,
  /** What comes due within a year, month by month (`2026-12`); months without anything are left out. */
  coming: z.array(z.object({ month: z.string(), counts: countsSchema })),
  /** The first of all these, by title, place or name, to see whom it would hit; empty for the draft of a file on somebody, which nobody but its writer reads. `at`: from when its time is counted; `due`: when it is over. */
  first: z.array(z.object({ what: keptKindSchema, title: z.string(), at: momentSchema, due: momentSchema })),
});

export const retentionStateSchema = z.object({
  settings: retentionSchema,
  /**
   * The last night on which it was looked through; null before the first. `held`: far more was due than on any ordinary night, so nothing was erased and somebody has to say so.
   * `counts`: what was erased, as far as the station said.
   */
  last: z.object({ at: momentSchema, erased: z.int(), held: z.int(), counts: countsSchema }).nullable(),
  /** The last time that each desk erased drafts of its own; without those that never did. */
  drafts: z.array(z.object({ station: z.string(), at: momentSchema, erased: z.int() })),
  /** This station does it, once a night; drafts apart. */
  here: z.boolean(),
  /** Nothing is erased here before the clocks of the site agree again. */
  waitsForClock: z.boolean(),
});

/** How long records of a category are kept, in months. */
export const monthsOfCategory = ({ incidents, byCategory }: Retention, category: string | null): number | null => (category !== null && Object.hasOwn(byCategory, category) ? (byCategory[category] ?? null) : incidents);

export type Retention = z.output<typeof retentionSchema>;
export type KeptKind = (typeof keptKinds)[number];
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;
export type RetentionState = z.infer<typeof retentionStateSchema>;
