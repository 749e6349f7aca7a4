import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { auditPageSchema, auditQuerySchema } from '../audit.ts';
import { passphraseSchema } from '../common.ts';
import { evidenceSchema, tracedEventSchema, traceSchema } from '../evidence.ts';
import { siteSettingsChangeSchema, siteSettingsSchema } from '../siteSettings.ts';
import { attachmentCheckSchema, faultRecordSchema, invitationSchema, rebuildProgressSchema, statusSchema, verificationSchema } from '../station.ts';
import { base, nothing } from './base.ts';

export const siteCalls = {
  /** Only the station that holds the authority can invite. `hours`: how long the code holds. */
  invite: base.input(z.strictObject({ hours: z.int().min(1).max(720).default(24) })).output(invitationSchema),
  /** Shuts a lost station out everywhere, at once and for good; by id or name. Only where the authority is: `AuthorityElsewhere`, `StationUnknown`. */
  retire: base.input(z.strictObject({ station: z.string().trim().min(1).max(80) })).output(nothing),
  /**
   * Gives the authority (who invites, retires and renews certificates) to a connected station; by id or name. `AuthorityElsewhere`, `StationUnknown`,
   * `StationNotConnected`: then it is still here.
   */
  moveAuthority: base.input(z.strictObject({ station: z.string().trim().min(1).max(80) })).output(nothing),
  /** A page to print, for the day when the station that holds the authority is dead. `AuthorityElsewhere`. */
  exportAuthority: base.input(z.strictObject({ passphrase: passphraseSchema })).output(z.object({ copy: z.string() })),
  /** Makes this station the one that holds the authority. `CodeMalformed`, `KeyWrong`. */
  importAuthority: base.input(z.strictObject({ copy: z.string().max(10_000), passphrase: z.string().max(200) })).output(nothing),
  status: base.output(statusSchema),
  watchStatus: base.output(eventIterator(statusSchema)),
  /** Every event, and every file beside them. */
  verify: base.output(verificationSchema.extend({ attachments: attachmentCheckSchema })),
  /** For a report of the check: whose chains there are, and where each ends. */
  evidence: base.output(evidenceSchema),
  /** For the same: events in the order in which this station learned of them, some at a time; empty at the end. */
  trace: base.input(traceSchema).output(z.array(tracedEventSchema)),
  /**
   * Makes everything that is read anew from the events, which are not touched; goes on beside the daily work, and when nobody listens any more. Yields how far it
   * is, and ends with all of it done.
   */
  rebuild: base.output(eventIterator(rebuildProgressSchema)),
  /** Faults of every station, the open ones first, then the newest that ended. Needs a sign-in. */
  faults: base.output(z.array(faultRecordSchema)),
  watchFaults: base.output(eventIterator(z.array(faultRecordSchema))),
  settings: base.output(siteSettingsSchema),
  changeSettings: base.input(siteSettingsChangeSchema).output(siteSettingsSchema),
  /** Who changed what, and where, newest first. */
  audit: base.input(auditQuerySchema).output(auditPageSchema),
};
