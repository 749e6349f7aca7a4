/**
 * The event catalogue: every kind of fact a ledger can hold, with its subject and the shape of its body.
 *
 * A subject is written `<what>/<id>`, for example `alarm/0190…`. Bodies only ever gain optional members, at any depth: programs that do not
 * know them pass over them (`open`). A change of meaning is a new kind. A body that has to change its shape all the same gets its entry in
 * `upcast.ts`, which reads the old one; programs of before keep the new one unread. An unknown kind from a newer station is kept and handed on unread.
 */
import { z } from 'zod';
import { ownerSchema } from '../../contract/attachment.ts';
import { alarmKindSchema, alarmLevelSchema, closeReasonSchema, staffReferenceSchema, triggerSourceSchema } from '../../contract/alarm.ts';
import { backupScheduleSchema } from '../../contract/backup.ts';
import { channelInputSchema } from '../../contract/channel.ts';
import { momentSchema, subjectIdSchema, type stationIdSchema } from '../../contract/common.ts';
import { followUpIdSchema, newFollowUpSchema } from '../../contract/followUp.ts';
import { incidentReportSchema } from '../../contract/incident.ts';
import { attemptSchema } from '../../contract/delivery.ts';
import { banSchema, daySchema, markerSchema } from '../../contract/person.ts';
import { planDocumentSchema } from '../../contract/plan.ts';
import { editionSchema, procedureSchema } from '../../contract/procedure.ts';
import { recordFormSchema } from '../../contract/recordForm.ts';
import { recordFiltersSchema, recordOrderSchema } from '../../contract/recordList.ts';
import { retentionSchema } from '../../contract/retention.ts';
import { shiftSchema, weeklyShiftSchema } from '../../contract/rota.ts';
import { siteSettingsChangeSchema } from '../../contract/siteSettings.ts';
import { roleSchema } from '../../contract/staff.ts';
import { boardSettingsSchema, faultSchema, stationSettingsChangeSchema } from '../../contract/station.ts';
import { bindingSchema } from '../../contract/trigger.ts';
import { openSchema as open } from './openSchema.ts';

/** Who did it: the station's name at the time, and whoever was signed in there; in what is never sealed without a name (`sealing.ts`). */
const by = { station: z.string(), staff: open(staffReferenceSchema).nullable() };
/** The same for events that did not say so from the first. */
const sinceThen = { station: z.string().optional(), staff: open(staffReferenceSchema).nullable().optional() };
/** Another event: `<origin>/<number>`. */
const eventPlace = z.string().regex(/^[0-9a-f]{32}\/\d+$/);
const hex = z.string().regex(/^([0-9a-f]{2})+$/);
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** Parameters and outcome of scrypt over a PIN; `salt` and `hash` in hex. */
export const pinVerifierSchema = z.object({ n: z.int(), r: z.int(), p: z.int(), salt: hex, hash: hex });
export type PinVerifier = z.infer<typeof pinVerifierSchema>;

/** A text that replaces those of the changes named. */
const rewritten = z.object({ text: z.string(), over: z.array(subjectIdSchema) });
const namedSchema = z.object({ id: subjectIdSchema, name: z.string() });

/** How an attempt to reach a channel ended; `message` is the same for every attempt of one message. */
const attemptBody = z.object({ ...attemptSchema.shape, message: z.string() });

export const eventBodies = {
  // any subject that can be erased (sealing.ts): whatever was sealed about it is forgotten. Never sealed itself, so it names nobody: `staff` is an id, `reason` is why, not what
  SubjectErased: z.object({ reason: z.string(), station: z.string(), staff: subjectIdSchema.nullable() }),
  // site/<authority station id>
  SiteCreated: z.object({ name: z.string() }),
  // station/<station id>
  // written by the authority and by the station itself. `protocol`: the newest that the writer's program speaks (main/core/site/protocol.ts)
  StationEnrolled: z.object({ name: z.string(), place: z.string(), signingKey: hex, certificate: hex, protocol: z.int().min(1).optional() }),
  // this station runs a newer program than before
  StationUpgraded: z.object({ protocol: z.int().min(1) }),
  StationRenamed: z.object({ name: z.string(), place: z.string(), ...sinceThen }),
  // the authority's signed word: ECDSA P-256 over station id and moment (see main/lan/retirement.ts)
  StationRetired: z.object({ at: z.int(), signature: hex, ...by }),
  // X.509 DER in hex, as every roster then holds it
  CertificateRenewed: z.object({ certificate: hex }),
  // this station holds the site's authority now; `number` counts the moves, the signature is of the authority's key (see main/lan/authorityMove.ts)
  AuthorityMoved: z.object({ number: z.int().min(1), signature: hex, ...by }),
  StationSettingsChanged: z.object({ ...open(stationSettingsChangeSchema).shape, ...sinceThen }),
  TriggerBound: z.object({ ...open(bindingSchema).shape, ...sinceThen }),
  TriggerUnbound: z.object({ id: subjectIdSchema, ...sinceThen }),
  // something done at this station that leaves no other fact behind: an invitation, a copy of the authority, a check of the records; `action` is one of the contract's audited actions
  ActionTaken: z.object({ action: z.string(), about: z.string(), ...by }),
  // staff/<staff id>
  // `temporary`: chosen by somebody else, for one sign-in
  StaffAdded: z.object({ name: z.string(), role: roleSchema, pin: pinVerifierSchema, temporary: z.boolean().optional(), ...sinceThen }),
  PinChanged: z.object({ pin: pinVerifierSchema, temporary: z.boolean().optional(), ...sinceThen }),
  DuressCodeChanged: z.object({ code: pinVerifierSchema.nullable(), ...sinceThen }),
  RoleChanged: z.object({ role: roleSchema, ...by }),
  // what the number comes to under the site's key (see decision 19); null: taken away
  BadgeChanged: z.object({ badge: hex.nullable(), ...by }),
  // in which this person reads the window; null: in that of the desk
  LanguageChosen: z.object({ language: z.string().nullable(), ...by }),
  // too many wrong PINs at that station; `until` is an ISO 8601 moment
  SignInLocked: z.object({ station: z.string(), until: momentSchema }),
  // left: cannot sign in any more, the name stays
  StaffRemoved: z.object(by),
  // settings/site
  SiteSettingsChanged: z.object({ ...open(siteSettingsChangeSchema).shape, ...by }),
  // rota/site; a day with null is like its weekday again
  RotaWeekChanged: z.object({ shifts: z.array(open(weeklyShiftSchema)), ...by }),
  RotaDayChanged: z.object({ date: z.string(), shifts: z.array(open(shiftSchema)).nullable(), ...by }),
  // board/site
  BoardChanged: z.object({ ...open(boardSettingsSchema).shape, ...sinceThen }),
  NoticePosted: z.object({ id: subjectIdSchema, text: z.string(), by: z.string(), ...sinceThen }),
  NoticeRemoved: z.object({ id: subjectIdSchema, ...sinceThen }),
  // alarm/<alarm id>
  AlarmRaised: z.object({ level: alarmLevelSchema, kind: alarmKindSchema, source: triggerSourceSchema, place: z.string(), press: subjectIdSchema, alone: z.boolean().default(false), ...by }),
  AlarmRaisedToEmergency: z.object({ press: subjectIdSchema, ...by }),
  AlarmPressedAgain: z.object({ press: subjectIdSchema, ...by }),
  AlarmReceived: z.object({ station: z.string() }),
  AlarmSeen: z.object({ station: z.string() }),
  // nobody's program had received it for 8 s
  AlarmUnheard: z.object({ station: z.string() }),
  // a step of the plan was reached: `step` counts from 0; `recipients` in words
  AlarmEscalated: z.object({ plan: z.string(), step: z.int(), recipients: z.array(z.string()), station: z.string() }),
  AlarmAcknowledged: z.object(by),
  ResponderArrived: z.object(by),
  // `presses`: those that whoever closed it knew of
  AlarmClosed: z.object({ reason: closeReasonSchema, note: z.string(), presses: z.array(subjectIdSchema), ...by }),
  // looks like a close on the screen where it was typed, and means the contrary; `press` names this call for help, which only a close that knew of it answers
  AlarmClosedUnderDuress: z.object({ press: subjectIdSchema, reason: closeReasonSchema, note: z.string(), ...by }),
  FollowedUp: z.object({ note: z.string(), ...by }),
  // alarm/<alarm id>, fault/<fault id> or channel/<channel id> (a test)
  DeliveryAttempted: attemptBody,
  // channel/<channel id>; `sealed` holds the secrets under the site's key, hex
  ChannelSaved: z.object({ ...open(channelInputSchema).omit({ secrets: true }).shape, sealed: hex.nullable(), secretsSet: z.array(z.string()), ...by }),
  ChannelRemoved: z.object(by),
  // plan/site
  PlanChanged: z.object({ document: open(planDocumentSchema), ...by }),
  // form/site: what is asked for in records
  RecordFormChanged: z.object({ form: open(recordFormSchema), ...by }),
  // retention/site: how long the site keeps what; names nobody, since it is never sealed
  RetentionChanged: z.object({ settings: open(retentionSchema), station: z.string(), staff: subjectIdSchema.nullable() }),
  // a night on which it was looked through what was kept long enough, or held back because it was far too much; `counts`: erased records, calls and files, by kind; `erased` counts their subjects. Under retention/<station id>: a desk erased drafts of its own
  RetentionCarriedOut: z.object({ erased: z.int(), held: z.int(), counts: z.record(z.string(), z.int()).optional(), station: z.string() }),
  // fault/<fault id>; `key` names the same trouble each time it comes; `at`: when it came or went, which is before it could be written
  FaultBegan: z.object({ key: z.string(), ...faultSchema.omit({ id: true, since: true }).shape, at: momentSchema.optional(), station: z.string() }),
  FaultEnded: z.object({ at: momentSchema.optional(), station: z.string() }),
  // alone/<id>: one stretch of working alone at one station; `every` in minutes, `grace` in seconds
  AloneBegan: z.object({ source: z.enum(['person', 'rota']), every: z.int(), grace: z.int(), level: alarmLevelSchema, ...by }),
  CheckedIn: z.object(by),
  CheckInMissed: z.object({ press: subjectIdSchema, station: z.string() }),
  AloneEnded: z.object({ source: z.enum(['person', 'rota']), ...by }),
  // backup/site; what a backup is sealed for: the public half of a key that the passphrase makes with this salt (see main/ledger/backupFile.ts)
  BackupPassphraseSet: z.object({ lock: z.object({ n: z.int(), r: z.int(), p: z.int(), salt: hex, publicKey: hex }), ...by }),
  // backup/<station id>
  BackupsScheduled: z.object({ schedule: open(backupScheduleSchema).nullable(), ...by }),
  // procedure/<its name>: the whole document; `edition` is a hash of it, `basedOn` the one that was changed
  ProcedurePublished: z.object({ edition: editionSchema, document: open(procedureSchema), note: z.string(), basedOn: editionSchema.nullable(), ...by }),
  // a run began on what came with the program or from a file: kept, so that everybody can read what it was
  ProcedureKept: z.object({ edition: editionSchema, document: open(procedureSchema), station: z.string() }),
  // holds only against the edition that whoever withdrew it knew
  ProcedureWithdrawn: z.object({ basedOn: editionSchema, ...by }),
  // run/<run id>
  RunStarted: z.object({ procedure: z.string(), version: z.int(), edition: editionSchema.optional(), alarm: subjectIdSchema.nullable(), ...by }),
  StepTicked: z.object({ step: z.string() }),
  StepUnticked: z.object({ step: z.string() }),
  QuestionAnswered: z.object({ question: z.string(), answer: z.string() }),
  RunEnded: z.object({}),
  // incident/<incident id>
  IncidentFiled: z.object({ alarm: subjectIdSchema.nullable(), report: open(incidentReportSchema), ...by }),
  IncidentAmended: z.object({ text: z.string(), ...by }),
  // `followUp`: `filed-1` and so on as the report has them, or origin and number of the event that added it
  FollowUpAdded: z.object({ ...open(newFollowUpSchema).shape, ...by }),
  FollowUpDone: z.object({ followUp: followUpIdSchema, note: z.string(), ...by }),
  FollowUpReopened: z.object({ followUp: followUpIdSchema, note: z.string(), ...by }),
  FollowUpReassigned: z.object({ followUp: followUpIdSchema, ...open(newFollowUpSchema).omit({ what: true }).shape, ...by }),
  IncidentCommented: z.object({ text: z.string(), ...by }),
  ReviewQuestionAsked: z.object({ text: z.string(), ...by }),
  // `question`: origin and number of the event that asked it
  ReviewQuestionAnswered: z.object({ question: eventPlace, text: z.string(), ...by }),
  // `covers`: amendments and questions that were looked at, by their events; `own`: by whoever filed the record, since nobody else of the site may review
  ReviewClosed: z.object({ note: z.string(), covers: z.array(eventPlace), own: z.boolean().optional(), ...by }),
  ReviewReopened: z.object({ text: z.string(), ...by }),
  // a copy of it left the house; `format` is one of the contract's formats
  IncidentExported: z.object({ format: z.string(), ...by }),
  // attachment/<attachment id>. `key` seals the parts (main/ledger/sealedPart.ts) and is itself in a sealed body: whoever erases the subject forgets the file. `parts`: SHA-256 of each sealed part
  AttachmentAdded: z.object({
    owner: ownerSchema,
    name: z.string(),
    type: z.string(),
    size: z.int().min(1),
    key: hex32,
    parts: z.array(hex32).min(1),
    thumbnail: z.object({ type: z.string(), address: hex32 }).nullable(),
    restricted: z.boolean().default(false),
    ...by,
  }),
  AttachmentRemoved: z.object({ reason: z.string(), ...by }),
  // somebody looked at one that is restricted
  AttachmentOpened: z.object(by),
  // person/<person id>; each name, marker, ban, link and merge has an id of its own, by which whatever answers it names it
  PersonFileEstablished: z.object({ names: z.array(namedSchema), description: z.string(), before: z.string(), reviewOn: daySchema, ...by }),
  // `change` names it; `over`: the changes whose text the writer saw (the file's own id for what it was established with)
  PersonFileAmended: z.object({ change: subjectIdSchema, description: rewritten.optional(), before: rewritten.optional(), namesAdded: z.array(namedSchema), namesRemoved: z.array(subjectIdSchema), ...by }),
  // `covers`: the file, markers and bans that were looked at; counts only for what somebody else made
  PersonFileApproved: z.object({ covers: z.array(subjectIdSchema), role: roleSchema, ...by }),
  PersonFileRejected: z.object({ reason: z.string(), role: roleSchema, ...by }),
  MarkerAdded: z.object({ marker: subjectIdSchema, ...open(markerSchema).shape, ...by }),
  MarkerRemoved: z.object({ marker: subjectIdSchema, reason: z.string(), ...by }),
  BanImposed: z.object({ ban: subjectIdSchema, ...open(banSchema).shape, ...by }),
  BanLifted: z.object({ ban: subjectIdSchema, reason: z.string(), ...by }),
  // which of the file's pictures the desks are shown, null: none any more; `over`: the choices that the writer saw. `choice` is approved like a marker
  PersonPhotoChosen: z.object({ choice: subjectIdSchema, attachment: subjectIdSchema.nullable(), over: z.array(subjectIdSchema), ...by }),
  // on both files, in one commit
  PersonFilesMerged: z.object({ merge: subjectIdSchema, from: subjectIdSchema, into: subjectIdSchema, ...by }),
  MergeUndone: z.object({ merge: subjectIdSchema, ...by }),
  // on the person and on the incident/<incident id>, in one commit; likewise when they are parted
  PersonLinkedToIncident: z.object({ link: subjectIdSchema, person: subjectIdSchema, incident: subjectIdSchema, ...by }),
  PersonUnlinkedFromIncident: z.object({ links: z.array(subjectIdSchema), ...by }),
  // one a sitting; `card` is what a desk sees
  PersonFileViewed: z.object({ what: z.enum(['card', 'file']), door: z.enum(['window', 'command']), ...by }),
  // `covers`: the bans without an end that were looked at
  ReviewDone: z.object({ next: daySchema, covers: z.array(subjectIdSchema), note: z.string(), ...by }),
  PersonFileExported: z.object({ withheld: z.boolean(), ...by }),
  // letter/notice; null: the program's own again
  NoticeLetterChanged: z.object({ text: z.string().nullable(), ...by }),
  // view/<view id>: a way of looking at the list of records; `owner`: the member of staff whose it is, null for one of the whole site
  ViewSaved: z.object({ name: z.string(), owner: subjectIdSchema.nullable(), filters: open(recordFiltersSchema), order: recordOrderSchema, ...by }),
  ViewDropped: z.object(by),
} as const;

export type EventKind = keyof typeof eventBodies;
export type EventBody<Kind extends EventKind> = z.output<(typeof eventBodies)[Kind]>;

/** An event that this program knows how to read. */
export type Event = {
  [Kind in EventKind]: {
    readonly origin: z.infer<typeof stationIdSchema>;
    readonly seq: number;
    /** Hybrid logical clock: milliseconds since the epoch, then a counter within the millisecond. */
    readonly wall: number;
    readonly counter: number;
    readonly kind: Kind;
    readonly subject: string;
    readonly body: EventBody<Kind>;
  };
}[EventKind];

/** What a command decides to record; the ledger adds origin, number and time. */
export type Draft = { [Kind in EventKind]: { readonly kind: Kind; readonly subject: string; readonly body: EventBody<Kind> } }[EventKind];

export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(eventBodies, kind);

/** The one total order of events: clock, then origin, then sequence number. Every station sorts the same way. */
export const compareEvents = (a: Pick<Event, 'wall' | 'counter' | 'origin' | 'seq'>, b: Pick<Event, 'wall' | 'counter' | 'origin' | 'seq'>): number =>
  a.wall - b.wall || a.counter - b.counter || (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0) || a.seq - b.seq;
