import { z } from 'zod';
import { alarmSchema } from './alarm.ts';
import { lineSchema, momentSchema, slugSchema, subjectIdSchema, textSchema } from './common.ts';
import { newFollowUpSchema, followUpSchema } from './followUp.ts';
import { runSchema } from './procedure.ts';
import { fieldKindSchema } from './recordForm.ts';
import { recordReviewSchema, recordReviewStateSchema } from './recordReview.ts';

export const involvedSchema = z.strictObject({
  role: z.enum(['customer', 'staff', 'witness', 'security', 'other']),
  /** Where it is known and needed. */
  name: textSchema(120).default(''),
  description: textSchema(500),
  /** How a witness, say, can be reached. */
  contact: textSchema(120).default(''),
  injured: z.boolean().default(false),
});

/**
 * What a record says in words of the site's form goes by the id, and keeps the words of the day on which it was filed: the station writes them down then, whatever
 * stood there before.
 */
export const reportCategorySchema = z.strictObject({ id: slugSchema, name: textSchema(60).default('') });
export const brokenRuleSchema = z.strictObject({ id: slugSchema, text: textSchema(200).default('') });
/** `value` as it was typed or chosen: a number in digits, a date as ISO 8601 has it, `yes` or `no`. */
export const fieldValueSchema = z.strictObject({ id: slugSchema, label: textSchema(80).default(''), kind: fieldKindSchema.default('text'), value: textSchema(4000) });

/** Outside support that was called, as the seed lists it. */
export const callSchema = z.strictObject({
  service: z.enum(['police', 'fire', 'ambulance', 'social-worker', 'minister', 'family', 'security', 'other']),
  reference: textSchema(80).default(''),
  at: textSchema(40).default(''),
});

/** Of a report: the form offers no more rows than can be filed. */
export const mostInvolved = 50;
export const mostCalls = 20;

/**
 * What staff write. Only the title is demanded, so that a record can be begun in a hurry;
 * everything else may be empty.
 */
export const incidentReportSchema = z.strictObject({
  title: lineSchema(160),
  /** When it happened. */
  occurredAt: momentSchema.nullable().default(null),
  place: textSchema(80).default(''),
  category: reportCategorySchema.nullable().default(null),
  involved: z.array(involvedSchema).max(mostInvolved).default([]),
  /** What was seen and heard. */
  account: textSchema(20_000).default(''),
  actions: textSchema(10_000).default(''),
  /** House rules that were broken. */
  rules: z.array(brokenRuleSchema).max(60).default([]),
  /** The site's own fields. */
  fields: z.array(fieldValueSchema).max(60).default([]),
  injuries: textSchema(4000).default(''),
  damage: textSchema(4000).default(''),
  calls: z.array(callSchema).max(mostCalls).default([]),
  /** Whether security stayed with the customer until they left the grounds. */
  securityStayed: z.enum(['yes', 'no', 'not-applicable', 'unknown']).default('unknown'),
  /** When they left the grounds. */
  leftAt: momentSchema.nullable().default(null),
  outcome: textSchema(4000).default(''),
  followUps: z.array(newFollowUpSchema).max(20).default([]),
  /** What is to follow, in free words: from before there were `followUps`. */
  followUp: textSchema(4000).default(''),
});

/** More than any record may say in one place: what was pasted is kept until somebody has shortened it. */
export const mostDraftText = 100_000;
const draftTextSchema = textSchema(mostDraftText).default('');

/** A draft holds anything that was typed so far, also what is too long to be filed; it stays on this station and is no part of the ledger. */
export const incidentDraftSchema = z.object({
  id: subjectIdSchema,
  alarm: subjectIdSchema.nullable(),
  report: incidentReportSchema.extend({ title: textSchema(160), account: draftTextSchema, actions: draftTextSchema, injuries: draftTextSchema, damage: draftTextSchema, outcome: draftTextSchema, followUp: draftTextSchema }),
  savedAt: momentSchema,
});

/** `parts`: what was written in this window since the station last said so; of the rest it keeps what it has, which may be newer. All of it, when left out. */
export const saveDraftSchema = incidentDraftSchema.omit({ savedAt: true }).extend({ parts: z.array(incidentReportSchema.keyof()).optional() });

/** The file format of `quietbell file FILE.json`: a report, with an identity if it is to be safe to file it twice. */
export const incidentFileSchema = incidentReportSchema.extend({ id: subjectIdSchema.optional(), alarm: subjectIdSchema.nullable().default(null) });

/** `id`: origin and number of its event, by which a review says what it has seen. */
export const amendmentSchema = z.object({ id: z.string().default(''), at: momentSchema, station: z.string(), staff: z.string().nullable(), text: z.string() });

export const incidentSummarySchema = z.object({
  id: subjectIdSchema,
  title: z.string(),
  station: z.string(),
  staff: z.string().nullable(),
  filedAt: momentSchema,
  occurredAt: momentSchema.nullable(),
  place: z.string(),
  alarm: subjectIdSchema.nullable(),
  amendments: z.int(),
  category: reportCategorySchema.nullable().default(null),
  review: recordReviewStateSchema.default('open'),
  /** It was closed, and something was added that whoever closed it had not seen. */
  amendedSinceReview: z.boolean().default(false),
  openFollowUps: z.int().default(0),
  /** Counts whatever was written about the record: a window that knows of less reads it again. */
  entries: z.int().default(0),
});

export const incidentSchema = incidentSummarySchema.omit({ review: true }).extend({
  report: incidentReportSchema,
  amendments: z.array(amendmentSchema),
  review: recordReviewSchema,
  followUps: z.array(followUpSchema),
  /** The alarm and the procedure runs this record grew out of, as the ledger has them now. */
  origin: z.object({ alarm: alarmSchema.nullable(), runs: z.array(runSchema) }),
});

/** A stretch of text; `hit` where it is what was searched for. */
export const textPartSchema = z.object({ text: z.string(), hit: z.boolean() });

export type IncidentReport = z.output<typeof incidentReportSchema>;
export type IncidentDraft = z.output<typeof incidentDraftSchema>;
export type SavedDraft = z.output<typeof saveDraftSchema>;
export type IncidentFile = z.output<typeof incidentFileSchema>;
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
export type TextPart = z.infer<typeof textPartSchema>;
