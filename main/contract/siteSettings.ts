import { z } from 'zod';
import { textSchema } from './common.ts';

const settings = {
  /** Minutes without a touch until a terminal signs out whoever is signed in. */
  signOutAfter: z.int().min(1).max(30),
  /** For whom a badge is enough, and who types the PIN as well. */
  badge: z.enum(['alone', 'pin-for-administrators', 'pin']),
  /** How the rota on the noticeboard names people. */
  rotaNames: z.enum(['first', 'full', 'hidden']),
  /** Who answers for what is kept of people, with an address; for the register of processing. */
  controller: textSchema(1000),
  dataProtectionOfficer: textSchema(1000),
  /** What only the site knows of its processing: the legal basis, who processes on its behalf, where copies go. */
  processingNotes: textSchema(8000),
};

/** What holds on every terminal of the site. */
export const siteSettingsSchema = z.strictObject({
  signOutAfter: settings.signOutAfter.default(5),
  badge: settings.badge.default('pin-for-administrators'),
  rotaNames: settings.rotaNames.default('first'),
  controller: settings.controller.default(''),
  dataProtectionOfficer: settings.dataProtectionOfficer.default(''),
  processingNotes: settings.processingNotes.default(''),
});
/** Some of the settings; what is left out stays as it is. */
export const siteSettingsChangeSchema = z.strictObject(settings).partial();

export type SiteSettings = z.output<typeof siteSettingsSchema>;
