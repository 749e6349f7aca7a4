import { z } from 'zod';
import { alarmLevelSchema, closeReasonSchema } from './alarm.ts';
import { documentLanguageSchema } from './language.ts';

/** A month of the site's calendar, `2026-11`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Choose a month');

/** So many months that end with this one, beside as many before them. */
export const reportQuerySchema = z.strictObject({ month: monthSchema, months: z.union([z.literal(1), z.literal(3), z.literal(12)]).default(1) });

/** As one PDF, or as a CSV a table. */
export const reportFormatSchema = z.enum(['pdf', 'csv']);
export const reportFilesQuerySchema = reportQuerySchema.extend({ format: reportFormatSchema, language: documentLanguageSchema });

/** How many there are in the period, and in the one before. */
const compared = { now: z.int(), before: z.int() };
/** Seconds; null where nobody was that far. 90 of a hundred took at most `p90`. */
const spreadSchema = z.object({ count: z.int(), median: z.number().nullable(), p90: z.number().nullable() });

/** `open`: it has not been closed. */
export const callEndSchema = z.enum([...closeReasonSchema.options, 'open']);

/**
 * What happened in a period, by where, when, what and how it went. Nobody's name is in it, and nothing by which people could be compared. Records of drills and tests, and
 * tests themselves, count nowhere.
 */
export const reportSchema = z.object({
  /** First and last month. */
  period: z.object({ from: monthSchema, to: monthSchema }),
  before: z.object({ from: monthSchema, to: monthSchema }),
  records: z.object(compared),
  calls: z.object({ real: z.object(compared), drill: z.object(compared) }),
  /** The most frequent first; an empty value where a record says nothing. */
  places: z.array(z.object({ value: z.string(), ...compared })),
  /** By its id in the site's form. */
  categories: z.array(z.object({ value: z.string(), ...compared })),
  /** Records by when they happened: a row a weekday, Monday first; a column an hour. */
  hours: z.array(z.array(z.int()).length(24)).length(7),
  /** Of real calls. */
  levels: z.array(z.object({ value: alarmLevelSchema, ...compared })),
  ends: z.array(z.object({ value: callEndSchema, ...compared })),
  /** From the press until the first colleague said "I am coming", and until the first was there. */
  response: z.array(z.object({ kind: z.enum(['real', 'drill']), step: z.enum(['acknowledged', 'arrived']), now: spreadSchema, before: spreadSchema })),
  /** The last thirteen, the oldest first: each beside the one before it. */
  months: z.array(z.object({ month: monthSchema, records: z.int(), calls: z.int() })),
});

/** A table to write as CSV, as it is shown. */
export const csvTableSchema = z.strictObject({ columns: z.array(z.string().max(200)).min(1).max(40), rows: z.array(z.array(z.union([z.string().max(1000), z.number(), z.null()])).max(40)).max(5000) });

export type ReportQuery = z.output<typeof reportQuerySchema>;
export type ReportFilesQuery = z.output<typeof reportFilesQuerySchema>;
export type Report = z.infer<typeof reportSchema>;
export type Spread = z.infer<typeof spreadSchema>;
export type CallEnd = z.infer<typeof callEndSchema>;
export type CsvTable = z.output<typeof csvTableSchema>;
