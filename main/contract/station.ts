import { z } from 'zod';
import { languageSchema, lineSchema, momentSchema, personNameSchema, pinSchema, placeSchema, siteNameSchema, stationIdSchema, stationNameSchema, subjectIdSchema, textSchema } from './common.ts';
import { windowLanguageSchema } from './language.ts';
import { madeBackupSchema } from './backup.ts';
import { channelStateSchema } from './channel.ts';
import { weeklySpanSchema } from './plan.ts';
import { deviceStateSchema } from './trigger.ts';

/** A fault found by supervision. `subject` names the device, station, file or setting it is about. */
export const faultSchema = z.object({
  id: z.string(),
  kind: z.enum(['device', 'peer', 'channel', 'ledger', 'disk', 'clock', 'procedure', 'plan', 'configuration', 'network', 'trigger', 'window', 'backup', 'sign-in']),
  subject: z.string(),
  message: z.string(),
  remedy: z.string(),
  since: momentSchema,
});

/** A fault as the ledger keeps it, of any station of the site. */
export const faultRecordSchema = faultSchema.extend({ station: z.string(), stationId: stationIdSchema, endedAt: momentSchema.nullable() });

export const peerSchema = z.object({
  station: z.string(),
  id: stationIdSchema,
  place: z.string(),
  connected: z.boolean(),
  lastHeardAt: momentSchema.nullable(),
  /** Whether that station said at last hearing that it is armed; null when it was never heard. */
  armed: z.boolean().nullable(),
  /** Whether somebody was at its screen lately; null when it was never heard. */
  attended: z.boolean().nullable(),
});

/** How far it is with making what is read anew from the events: so many subjects (calls, records, settings) of how many. */
export const rebuildProgressSchema = z.object({ done: z.int(), of: z.int() });

export const statusSchema = z.object({
  site: z.string(),
  station: z.string(),
  stationId: stationIdSchema,
  place: z.string(),
  /** Measured: the ledger takes writes, there is a trigger, and no bound trigger is at fault. */
  armed: z.boolean(),
  /** How many colleagues' stations would hear an alarm raised now. */
  heardBy: z.int(),
  /** How many of them have somebody at the screen. */
  attendedBy: z.int(),
  /** Somebody was at this screen lately. */
  attended: z.boolean(),
  /** How many windows are connected to this station. */
  windows: z.int(),
  /** Where this station listens for the others (`host:port`); null while it does not. */
  listening: z.string().nullable(),
  peers: z.array(peerSchema),
  devices: z.array(z.object({ name: z.string(), state: deviceStateSchema })),
  channels: z.array(z.object({ id: z.string(), name: z.string(), state: channelStateSchema })),
  /** Whether this station makes backups by itself, and the last one it made. */
  backup: z.object({ scheduled: z.boolean(), last: madeBackupSchema.pick({ at: true, bytes: true }).nullable() }),
  faults: z.array(faultSchema),
  /** After an update, or when an administrator asked for it; null otherwise. Alarms go on meanwhile. */
  rebuilding: rebuildProgressSchema.nullable(),
});

/** Before set-up there is no site. */
export const setupStateSchema = z.object({ phase: z.enum(['new', 'ready']) });

export const createSiteSchema = z.strictObject({
  site: siteNameSchema,
  station: stationNameSchema,
  place: placeSchema.optional(),
  /** The first administrator. May be left out on the command line; then nobody can sign in until `staff add`. */
  administrator: z.strictObject({ name: personNameSchema, pin: pinSchema }).optional(),
  /** In which the first lines of the noticeboard are written, for somebody to replace. */
  language: windowLanguageSchema.default('en'),
});

export const joinSiteSchema = z.strictObject({ code: z.string().trim().min(1).max(400), station: stationNameSchema, place: placeSchema.optional() });

export const invitationSchema = z.object({ code: z.string(), expires: momentSchema });

const settings = {
  /** Visitors can see this screen: alarms of others show as a slim, ordinary message. */
  publicView: z.boolean(),
  cueSet: z.enum(['separator', 'mark', 'rule']),
  /** After a trigger the service notes turn to the right page by themselves, or stay as they are. */
  turnNotes: z.boolean(),
  /** The language of the window for whoever has not chosen another one; null: that of the machine, where there is a catalogue of it. */
  language: windowLanguageSchema.nullable(),
  /** The language of the service notes; null: that of the window where it was chosen, else the one that each was written in. */
  notesLanguage: languageSchema.nullable(),
  colourScheme: z.enum(['light', 'dark']),
  textSize: z.enum(['small', 'medium', 'large', 'largest']),
  /** When whoever is on the rota works alone here: working alone is switched on and off by itself. */
  aloneTimes: z.array(weeklySpanSchema).max(30),
  /** Seconds after which a closed contact counts as stuck. */
  stuckAfter: z.int().min(5).max(600),
};

/** What this one terminal does; kept in the ledger under the station's own name. */
export const stationSettingsSchema = z.strictObject({
  publicView: settings.publicView.default(true),
  cueSet: settings.cueSet.default('separator'),
  turnNotes: settings.turnNotes.default(true),
  language: settings.language.default(null),
  notesLanguage: settings.notesLanguage.default(null),
  colourScheme: settings.colourScheme.default('light'),
  textSize: settings.textSize.default('medium'),
  aloneTimes: settings.aloneTimes.default([]),
  stuckAfter: settings.stuckAfter.default(20),
});

/** Some of the settings. It has no defaults: what is left out stays as it is. */
export const stationSettingsChangeSchema = z.strictObject(settings).partial();

/** The public noticeboard of the site: what an ordinary service desk would show. */
export const boardSchema = z.object({
  hours: z.array(z.strictObject({ days: lineSchema(40), hours: lineSchema(40) })).max(10),
  rota: z.array(z.strictObject({ desk: lineSchema(40), who: lineSchema(80) })).max(30),
  numbers: z.array(z.strictObject({ label: lineSchema(60), dial: lineSchema(40) })).max(30),
  notices: z.array(z.object({ id: subjectIdSchema, text: textSchema(500), by: z.string(), at: momentSchema })),
});
export const boardSettingsSchema = z.strictObject(boardSchema.omit({ notices: true }).shape);

/** The outcome of walking the whole ledger. `problems` names each event that does not hold. */
export const verificationSchema = z.object({
  ok: z.boolean(),
  events: z.int(),
  stations: z.int(),
  /** Events with a sealed body, and those of them whose subject was erased: they hold, and nobody can read them. */
  sealed: z.int(),
  erased: z.int(),
  /** Whose events were folded anew, and held against what is shown. */
  subjects: z.int(),
  /** Of an event (origin, and its number where it is one), or of what is shown of a subject. */
  problems: z.array(z.object({ origin: z.string().nullable(), seq: z.int().nullable(), subject: z.string().nullable(), problem: z.string() })),
});

/** Files are looked through beside the ledger: one that is not whole here is fetched from the other stations, and is no damage of the ledger. */
export const attachmentCheckSchema = z.object({ checked: z.int(), incomplete: z.array(z.object({ id: subjectIdSchema, owner: z.string(), missing: z.int(), of: z.int() })) });


export type FaultRecord = z.infer<typeof faultRecordSchema>;
export type Fault = z.infer<typeof faultSchema>;
export type Peer = z.infer<typeof peerSchema>;
export type RebuildProgress = z.infer<typeof rebuildProgressSchema>;
export type Status = z.infer<typeof statusSchema>;
export type SetupState = z.infer<typeof setupStateSchema>;
export type CreateSite = z.infer<typeof createSiteSchema>;
export type CreateSiteInput = z.input<typeof createSiteSchema>;
export type JoinSite = z.infer<typeof joinSiteSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type StationSettings = z.output<typeof stationSettingsSchema>;
export type Board = z.infer<typeof boardSchema>;
export type BoardSettings = z.infer<typeof boardSettingsSchema>;
export type Verification = z.infer<typeof verificationSchema>;
export type AttachmentCheck = z.infer<typeof attachmentCheckSchema>;
