import { z } from 'zod';
import { alarmSchema } from './alarm.ts';
import { lineSchema, momentSchema, subjectIdSchema, textSchema } from './common.ts';
import { runSchema } from './procedure.ts';

export const involvedSchema = z.strictObject({
  role: z.enum(['customer', 'staff', 'witness', 'security', 'other']),
  description: textSchema(500),
});

/** Outside support that was called, as the seed lists it. */
export const callSchema = z.strictObject({
  service: z.enum(['police', 'fire', 'ambulance', 'social-worker', 'minister', 'family', 'security', 'other']),
  reference: textSchema(80).default(''),
  at: textSchema(40).default(''),
});

/**
 * What staff write. Only the title is demanded, so that a record can be begun in a hurry;
 * everything else may be empty.
 */
export const incidentReportSchema = z.strictObject({
  title: lineSchema(160),
  /** When it happened. */
  occurredAt: momentSchema.nullable().default(null),
  place: textSchema(80).default(''),
  involved: z.array(involvedSchema).max(50).default([]),
  /** What was seen and heard. */
  account: textSchema(20_000).default(''),
  actions: textSchema(10_000).default(''),
  injuries: textSchema(4000).default(''),
  damage: textSchema(4000).default(''),
  calls: z.array(callSchema).max(20).default([]),
  /** Whether security stayed with the customer until they left the grounds. */
  securityStayed: z.enum(['yes', 'no', 'not-applicable', 'unknown']).default('unknown'),
  outcome: textSchema(4000).default(''),
  followUp: textSchema(4000).default(''),
});

/** A draft holds anything that was typed so far; it stays on this station and is no part of the ledger. */
export const incidentDraftSchema = z.object({
  id: subjectIdSchema,
  alarm: subjectIdSchema.nullable(),
  report: incidentReportSchema.extend({ title: textSchema(160) }),
  savedAt: momentSchema,
});

/** The file format of `quietbell file FILE.json`: a report, with an identity if it is to be safe to file it twice. */
export const incidentFileSchema = incidentReportSchema.extend({ id: subjectIdSchema.optional(), alarm: subjectIdSchema.nullable().default(null) });

export const amendmentSchema = z.object({ at: momentSchema, station: z.string(), staff: z.string().nullable(), text: z.string() });

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
});

export const incidentSchema = incidentSummarySchema.extend({
  report: incidentReportSchema,
  amendments: z.array(amendmentSchema),
  /** The alarm and the procedure runs this record grew out of, as the ledger has them now. */
  origin: z.object({ alarm: alarmSchema.nullable(), runs: z.array(runSchema) }),
});

export const incidentSearchSchema = z.strictObject({
  /** As it was typed. Every word has to occur; the last one may be the beginning of one, unless something stands behind it. */
  text: textSchema(200),
  /** Counted from 0. */
  page: z.int().min(0).max(1000).default(0),
});

/** A stretch of text; `hit` where it is what was searched for. */
export const textPartSchema = z.object({ text: z.string(), hit: z.boolean() });

export const incidentHitSchema = z.object({
  incident: incidentSummarySchema,
  title: z.array(textPartSchema),
  /** The stretch of the record that fits best, `…` where it was cut. */
  excerpt: z.array(textPartSchema),
});

export const incidentSearchResultSchema = z.object({
  /** One page, the best first. */
  hits: z.array(incidentHitSchema),
  /** How many can be paged through; when there are `more`, only so many of all that fit. */
  total: z.int(),
  more: z.boolean(),
  /** So many records can be found so far, of so many: the index is written in the background. */
  indexed: z.int(),
  of: z.int(),
});

export type IncidentReport = z.output<typeof incidentReportSchema>;
export type IncidentDraft = z.output<typeof incidentDraftSchema>;
export type IncidentFile = z.output<typeof incidentFileSchema>;
export type IncidentSummary = z.infer<typeof incidentSummarySchema>;
export type Incident = z.infer<typeof incidentSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
export type IncidentSearch = z.output<typeof incidentSearchSchema>;
export type IncidentSearchResult = z.infer<typeof incidentSearchResultSchema>;
export type TextPart = z.infer<typeof textPartSchema>;
