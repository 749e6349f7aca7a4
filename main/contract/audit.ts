import { z } from 'zod';
import { momentSchema, stationIdSchema, subjectIdSchema } from './common.ts';

/** What somebody did that changes how the site works, or what it hands out. PINs and duress codes are one word: who has a duress code is told to nobody. */
export const auditedActionSchema = z.enum([
  'site-created',
  'station-joined',
  'station-renamed',
  'station-retired',
  'station-settings-changed',
  'trigger-bound',
  'trigger-unbound',
  'authority-arrived',
  'authority-given',
  'authority-exported',
  'authority-imported',
  'invited',
  'person-added',
  'person-removed',
  'role-changed',
  'code-changed',
  'badge-given',
  'badge-taken-away',
  'sign-in-locked',
  'board-changed',
  'notice-posted',
  'notice-removed',
  'rota-changed',
  'site-settings-changed',
  'channel-saved',
  'channel-removed',
  'channel-tested',
  'plans-changed',
  'procedure-published',
  'procedure-withdrawn',
  'record-form-changed',
  'records-checked',
  'records-rebuilt',
  'record-erased',
  'file-given-out',
  'letter-changed',
  'letter-made',
  'records-exported',
  'report-made',
  'retention-changed',
  'retention-carried-out',
  'backup-made',
  'backup-passphrase-set',
  'backups-scheduled',
  'other',
]);

/** Who does what no person is named for: whoever may use the machine's command line, the program by itself, somebody who left and was forgotten, or nobody knows. */
export const namelessDoerSchema = z.enum(['command-line', 'program', 'has-left', 'not-known']);

export const auditEntrySchema = z.object({
  /** Origin and number of its event: `<station id>/<number>`. */
  id: z.string(),
  at: momentSchema,
  /** Where it was done. */
  station: z.string(),
  /** Null where no person is named. */
  person: z.string().nullable(),
  /** Whose doing it was then. */
  otherwise: namelessDoerSchema,
  action: auditedActionSchema,
  /** Whom or what it was done to: a person, a station, a channel; empty where that goes without saying. */
  about: z.string(),
});

const positionSchema = z.strictObject({ wall: z.int(), counter: z.int(), origin: stationIdSchema, seq: z.int() });

export const auditQuerySchema = z.strictObject({
  person: subjectIdSchema.nullable().default(null),
  action: auditedActionSchema.nullable().default(null),
  /** Where the page before ended; null for the newest. */
  before: positionSchema.nullable().default(null),
});

export const auditPageSchema = z.object({
  /** Newest first. */
  entries: z.array(auditEntrySchema),
  /** Where the next page begins; null at the end. */
  next: positionSchema.nullable(),
});

export type AuditedAction = z.infer<typeof auditedActionSchema>;
export type NamelessDoer = z.infer<typeof namelessDoerSchema>;
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditQuery = z.output<typeof auditQuerySchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
