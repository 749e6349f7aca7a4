/** The list of filed records: what it can be narrowed down by, how it is ordered and paged, and views of it that were saved. */
import { z } from 'zod';
import { lineSchema, momentSchema, subjectIdSchema, textSchema } from './common.ts';
import { incidentSummarySchema, textPartSchema } from './incident.ts';
import { documentLanguageSchema } from './language.ts';
import { daySchema } from './person.ts';
import { recordReviewStateSchema } from './recordReview.ts';

/** Stretches of the site's calendar. Those that have no days of their own move along with today, also in a view that was saved. */
export const recordPeriodSchema = z.enum(['any', 'today', 'last-7-days', 'last-30-days', 'this-month', 'last-month', 'this-year', 'days']);

/** Everything has to fit; what is empty or null does not narrow. */
export const recordFiltersSchema = z.strictObject({
  /** As they were typed. Every word has to occur; the last one may be the beginning of one, unless something stands behind it. */
  words: textSchema(200).default(''),
  period: recordPeriodSchema.default('any'),
  /** The first and the last day, where the period is `days`. */
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
  /** What the period is about. A record that does not say when it happened counts by its filing. */
  time: z.enum(['happened', 'filed']).default('happened'),
  place: z.string().max(80).nullable().default(null),
  /** Names, as they stand in the records: the desk that filed it, and whoever was signed in there. */
  station: z.string().max(80).nullable().default(null),
  staff: z.string().max(80).nullable().default(null),
  /** Of the site's form, by its id. */
  category: z.string().max(80).nullable().default(null),
  review: recordReviewStateSchema.nullable().default(null),
  /** Something is still to be done. */
  openFollowUps: z.boolean().default(false),
  /** Linked to this person's file, or to one that was merged with it. */
  person: subjectIdSchema.nullable().default(null),
});

/** `best` needs words and is `filed` without them. `filed` and `happened`: the newest first. */
export const recordOrderSchema = z.enum(['best', 'filed', 'happened', 'title', 'place']);

/** Where the page before ended. It holds for one way of asking; whoever asks otherwise begins without one. */
export const recordCursorSchema = z.strictObject({ key: z.union([z.string().max(80), z.int(), z.null()]), number: z.int() });

export const recordQuerySchema = z.strictObject({
  filters: recordFiltersSchema.prefault({}),
  order: recordOrderSchema.default('filed'),
  /** By whose alphabet places are ordered: that of the desk where none is named. */
  language: documentLanguageSchema,
  after: recordCursorSchema.nullable().default(null),
});

export const recordPageSchema = z.object({
  lines: z.array(
    z.object({
      incident: incidentSummarySchema,
      /** Where words were asked for: the title and the stretch that fits best, with what was found in them. */
      found: z.object({ title: z.array(textPartSchema), excerpt: z.array(textPartSchema) }).nullable(),
    }),
  ),
  /** All that fit, on whichever page. */
  total: z.int(),
  /** Null on the last page. */
  next: recordCursorSchema.nullable(),
  /** So many records can be found so far, of so many: what lists and searches read is written in the background. */
  indexed: z.int(),
  of: z.int(),
});

const choiceSchema = z.object({ value: z.string(), count: z.int() });
/** What there is to filter by, the most frequent first. Staff stand in the order of their names and without a number: they are not compared. */
export const recordChoicesSchema = z.object({ places: z.array(choiceSchema), stations: z.array(choiceSchema), staff: z.array(z.string()), categories: z.array(choiceSchema) });

/** A way of looking at the list under a name. A person's own is shown to that person alone, on every station. */
export const savedViewSchema = z.strictObject({
  id: subjectIdSchema,
  name: lineSchema(60),
  shared: z.boolean(),
  filters: recordFiltersSchema,
  order: recordOrderSchema,
});
export const shownViewSchema = savedViewSchema.extend({ /** Whoever asks may change it. */ mayChange: z.boolean(), savedAt: momentSchema });

export type RecordFilters = z.output<typeof recordFiltersSchema>;
export type RecordOrder = z.infer<typeof recordOrderSchema>;
export type RecordCursor = z.infer<typeof recordCursorSchema>;
export type RecordQuery = z.output<typeof recordQuerySchema>;
export type RecordPage = z.infer<typeof recordPageSchema>;
export type RecordChoices = z.infer<typeof recordChoicesSchema>;
export type SavedView = z.output<typeof savedViewSchema>;
export type ShownView = z.infer<typeof shownViewSchema>;
