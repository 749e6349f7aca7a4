import { z } from 'zod';
import { attachmentSchema } from './attachment.ts';
import { momentSchema, stationIdSchema, subjectIdSchema } from './common.ts';
import { chainSchema } from './evidence.ts';
import { incidentSchema } from './incident.ts';
import { documentLanguageSchema } from './language.ts';

/** `bundle`: all there is of a record, with what it takes to check it without this program (`main/decisions`). */
export const exportFormatSchema = z.enum(['pdf', 'csv', 'json', 'bundle']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** So many records in one file: a longer one would be made for minutes, and read by nobody. */
export const mostExported = { pdf: 200, csv: 10_000, json: 500, bundle: 50 } as const satisfies Record<ExportFormat, number>;
/** Photos and other files of one export together. Bytes. */
export const mostExportedFiles = 100_000_000;

export const makeExportSchema = z
  .strictObject({
    format: exportFormatSchema,
    records: z.array(subjectIdSchema).min(1, 'Choose at least one record').max(mostExported.csv),
    /** Also originals that are restricted, for whoever may open them; each is written down as opened. */
    originals: z.boolean().default(false),
    /** Data have none. */
    language: documentLanguageSchema,
  })
  .refine(({ format, records }) => records.length <= mostExported[format], { error: 'Too many records for one file of this kind', path: ['records'] });

/** A file that waits to be fetched: parts of `partBytes` each but the last, by `export.read`. */
export const exportedFileSchema = z.object({
  id: subjectIdSchema,
  name: z.string(),
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
});

/** A file that goes out in one answer: a few pages. */
export const madeFileSchema = z.object({ name: z.string(), type: z.string(), bytes: z.base64() });

export const exportProgressSchema = z.object({
  /** So many records were read. */
  done: z.int(),
  of: z.int(),
  /** With the last word. */
  file: exportedFileSchema.nullable(),
});

/** One step of a checklist in words, at its time. */
export const checklistEntrySchema = z.object({ at: momentSchema, kind: z.enum(['done', 'seen', 'judged']), text: z.string() });
export const exportedChecklistSchema = z.object({ station: z.string(), procedure: z.string(), startedAt: momentSchema, endedAt: momentSchema.nullable(), entries: z.array(checklistEntrySchema) });

export const exportedAttachmentSchema = attachmentSchema.pick({ id: true, name: true, type: true, size: true, at: true, station: true, staff: true, restricted: true, removed: true }).extend({
  /** Of the file as it was added; null while not all of it is at the station that exports. */
  sha256: z.string().nullable(),
});

export const exportedEventSchema = z.object({
  origin: stationIdSchema,
  seq: z.int(),
  /** By the clock of the station that wrote it. */
  writtenAt: momentSchema,
  kind: z.string(),
  subject: z.string(),
  /** SHA-256 over the event's encoding, lower-case hex. */
  hash: z.string(),
  /** The event of the same station whose signature vouches for it, and whether hashes and signature held when this was made. */
  signedBy: z.int().nullable(),
  holds: z.boolean(),
  state: z.enum(['read', 'erased', 'unread']),
});

export const exportedRecordSchema = incidentSchema.extend({
  checklists: z.array(exportedChecklistSchema),
  attachments: z.array(exportedAttachmentSchema),
  /** Everything that was written of this record, of its files, of the call that it grew out of and the checklists of that; by station and number. */
  events: z.array(exportedEventSchema),
});

export const exportMakerSchema = z.object({
  site: z.string(),
  station: z.string(),
  stationId: stationIdSchema,
  place: z.string(),
  /** Null: on the command line. */
  staff: z.string().nullable(),
  at: momentSchema,
  /** SHA-256 of the certificate of the site's authority, and the chains of its stations as they stood then. */
  authorityFingerprint: z.string(),
  chains: z.array(chainSchema),
});

/** The JSON document. A later version only gains members; anything else gets another number. */
export const recordsDocumentSchema = z.object({
  format: z.literal('quietbell-records'),
  version: z.literal(1),
  made: exportMakerSchema,
  records: z.array(exportedRecordSchema),
});

export type MakeExport = z.output<typeof makeExportSchema>;
export type ExportedFile = z.infer<typeof exportedFileSchema>;
export type MadeFile = z.infer<typeof madeFileSchema>;
export type ExportProgress = z.infer<typeof exportProgressSchema>;
export type ChecklistEntry = z.infer<typeof checklistEntrySchema>;
export type ExportedChecklist = z.infer<typeof exportedChecklistSchema>;
export type ExportedAttachment = z.infer<typeof exportedAttachmentSchema>;
export type ExportedEvent = z.infer<typeof exportedEventSchema>;
export type ExportedRecord = z.infer<typeof exportedRecordSchema>;
export type ExportMaker = z.infer<typeof exportMakerSchema>;
export type RecordsDocument = z.infer<typeof recordsDocumentSchema>;
