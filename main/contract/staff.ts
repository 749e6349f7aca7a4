import { z } from 'zod';
import { momentSchema, personNameSchema, pinSchema, subjectIdSchema } from './common.ts';
import { windowLanguageSchema } from './language.ts';

/** `responder`: comes when somebody calls. `auditor`: reads everything and changes nothing. */
export const roleSchema = z.enum(['desk', 'responder', 'supervisor', 'administrator', 'auditor']);
export type Role = z.infer<typeof roleSchema>;

/**
 * What somebody who is signed in may do. Which role may do what is decided by the station alone (`main/core/staff/permissions.ts`); the
 * window shows what its session says. What works with nobody signed in (calls for help, answers to them, the noticeboard) is none of these.
 */
export const capabilitySchema = z.enum([
  'read-records',
  'write-records',
  'review-records',
  'open-originals',
  'erase-records',
  'keep-views',
  'share-views',
  'export-records',
  'read-reports',
  'look-people-up',
  'hand-in-files',
  'read-files',
  'write-files',
  'decide-on-files',
  'export-files',
  'erase-files',
  'change-letter',
  'read-site',
  'read-setup',
  'read-audit',
  'help-elsewhere',
  'post-notices',
  'change-desk',
  'change-own-codes',
  'practise',
  'plan-rota',
  'change-board',
  'change-people',
  'change-channels',
  'change-plans',
  'change-procedures',
  'change-record-form',
  'change-site',
  'change-retention',
  'change-backups',
]);
export type Capability = z.infer<typeof capabilitySchema>;

export const staffSchema = z.object({ id: subjectIdSchema, name: personNameSchema, role: roleSchema });
export type Staff = z.infer<typeof staffSchema>;

/** `temporary`: the PIN is for one sign-in, at which the person chooses another one that nobody else knows. */
export const newStaffSchema = z.strictObject({ name: personNameSchema, role: roleSchema, pin: pinSchema, temporary: z.boolean().default(false) });
export type NewStaff = z.output<typeof newStaffSchema>;

/** As an administrator or auditor sees people. Whether somebody has a duress code is told to nobody. */
export const personRecordSchema = staffSchema.extend({ removedAt: momentSchema.nullable(), badge: z.boolean(), temporaryPin: z.boolean() });
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** What a badge reader that acts as a keyboard types before Enter. */
export const badgeNumberSchema = z
  .string()
  .trim()
  .regex(/^[0-9A-Fa-f]{6,32}$/, 'A badge number has 6 to 32 digits')
  .transform((number) => number.toUpperCase());

/** Who is signed in at this terminal; null when nobody is. Triggers work either way. */
export const sessionSchema = z.object({
  staff: staffSchema.nullable(),
  capabilities: z.array(capabilitySchema),
  /** Somebody else chose this PIN: nothing is allowed but to choose an own one. */
  choosesPin: z.boolean(),
  /** In which this person reads the window, at every desk; null: in that of the desk. */
  language: windowLanguageSchema.nullable(),
  /** Minutes without a touch until the terminal signs out. */
  signOutAfter: z.int(),
  /** Somebody of the site has a badge. */
  badges: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

/** A badge may be enough, or stand for the name tile: then the PIN of that person is asked for. */
export const badgeAnswerSchema = z.object({ session: sessionSchema, pinOf: staffSchema.nullable() });
export type BadgeAnswer = z.infer<typeof badgeAnswerSchema>;
