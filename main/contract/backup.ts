import { z } from 'zod';
import { momentSchema, passphraseSchema } from './common.ts';

/** A path on the station's own machine: absolute, since the station runs in another folder than whoever names it. */
const pathSchema = z
  .string()
  .trim()
  .min(1, 'must be a path')
  .max(1000)
  .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'must be a whole path, from the root or the drive on')
  .regex(/^[^\p{Cc}]*$/u, 'must have no control characters');

/** How many of the newest days, weeks and months are kept, one file of each. */
export const backupKeepSchema = z.strictObject({
  daily: z.int('must be a whole number').min(1, 'must be 1 to 400').max(400, 'must be 1 to 400').default(7),
  weekly: z.int('must be a whole number').min(0, 'must be 0 to 200').max(200, 'must be 0 to 200').default(4),
  monthly: z.int('must be a whole number').min(0, 'must be 0 to 120').max(120, 'must be 0 to 120').default(12),
});

/** Once a day by the clock on the wall, or every so many hours. */
export const backupTimesSchema = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day'), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, 00:00 to 23:59') }),
  z.strictObject({ every: z.literal('hours'), hours: z.int('must be whole hours').min(1, 'must be 1 to 168 hours').max(168, 'must be 1 to 168 hours') }),
]);

export const backupScheduleSchema = z.strictObject({ folder: pathSchema, times: backupTimesSchema, keep: backupKeepSchema.prefault({}) });

export const makeBackupSchema = z.strictObject({
  /** A file that is not there yet, unless `force` is given; null: a new one in the folder of the schedule. */
  file: pathSchema.nullable(),
  force: z.boolean().default(false),
});

export const backupPassphraseSchema = z.strictObject({ passphrase: passphraseSchema });

/** The files of records beside a backup: photos, scans and sound that its ledger names. */
export const backedUpFilesSchema = z.object({
  /** So many lie there whole, with so many bytes. */
  held: z.int(),
  bytes: z.int(),
  /** Of these, so many were written by this backup. */
  added: z.int(),
  /** So many are not there, because not all of them is on this station. */
  away: z.int(),
  /** Why others are not there; null when none is lacking for another reason. */
  problem: z.object({ message: z.string(), remedy: z.string() }).nullable(),
});

/** A backup that was written and read again. `files`: since backups hold those too. */
export const madeBackupSchema = z.object({ file: z.string(), at: momentSchema, bytes: z.int(), events: z.int(), files: backedUpFilesSchema.optional() });

const backupProblemSchema = z.object({ at: momentSchema, message: z.string(), remedy: z.string() });

/** How it stands with the backups of this station. */
export const backupStateSchema = z.object({
  /** Since when the site has a passphrase for its backups; null while it has none, and none can be made. */
  passphraseSince: momentSchema.nullable(),
  schedule: backupScheduleSchema.nullable(),
  /** The last one that this station made. */
  last: madeBackupSchema.nullable(),
  /** One that is being made: bytes written so far, of about so many. With `files` the ledger is there already, and so many of so many files of records follow it. */
  running: z.object({ written: z.int(), expected: z.int(), files: z.object({ done: z.int(), of: z.int() }).optional() }).nullable(),
  /** Why the last attempt failed; null when it did not. */
  problem: backupProblemSchema.nullable(),
  /** Why the last scheduled one has not all files of records that are here; null when it has. */
  filesProblem: backupProblemSchema.nullable().optional(),
});

export type BackupKeep = z.output<typeof backupKeepSchema>;
export type BackupTimes = z.output<typeof backupTimesSchema>;
export type BackupSchedule = z.output<typeof backupScheduleSchema>;
export type MakeBackup = z.output<typeof makeBackupSchema>;
export type BackedUpFiles = z.output<typeof backedUpFilesSchema>;
export type MadeBackup = z.output<typeof madeBackupSchema>;
export type BackupState = z.output<typeof backupStateSchema>;
