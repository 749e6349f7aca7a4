/**
 * The one contract between a station and whoever shows or steers it: the window (over a MessagePort in
 * Electron, a WebSocket in the browser host) and the command line (a WebSocket over a local socket).
 *
 * Live values are subscriptions named `watch`: the first item is the whole present state, and every later item is
 * again the whole state. Whoever reconnects asks again and has missed nothing.
 *
 * Expected failures arrive as the one typed error `PROBLEM` whose data is a `Problem`.
 */
import { eventIterator, oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import { alarmSchema, closeAlarmSchema, pressSchema } from './alarm.ts';
import { attachmentSchema, beginAttachmentSchema, ownerSchema, partSchema, putPartSchema, removeAttachmentSchema, uploadedSchema } from './attachment.ts';
import { backupPassphraseSchema, backupScheduleSchema, backupStateSchema, madeBackupSchema, makeBackupSchema } from './backup.ts';
import { auditPageSchema, auditQuerySchema } from './audit.ts';
import { channelAttemptSchema, channelInputSchema, channelSchema } from './channel.ts';
import { passphraseSchema, placeSchema, slugSchema, stationNameSchema, subjectIdSchema, textSchema } from './common.ts';
import { followUpInputs, openFollowUpSchema } from './followUp.ts';
import { amendmentSchema, incidentDraftSchema, incidentFileSchema, incidentSchema, incidentSearchResultSchema, incidentSearchSchema, incidentSummarySchema } from './incident.ts';
import { attemptSchema } from './delivery.ts';
import { deskSchema, edgeSchema } from './desk.ts';
import { eraseIncidentSchema, erasureSchema } from './erasure.ts';
import { exportProgressSchema, makeExportSchema } from './export.ts';
import { evidenceSchema, tracedEventSchema, traceSchema } from './evidence.ts';
import { windowLanguageSchema } from './language.ts';
import {
  amendPersonSchema,
  cardPhotoSchema,
  establishPersonSchema,
  imposeBanSchema,
  incidentPersonSchema,
  letterTemplateSchema,
  newLetterTemplateSchema,
  personCardSchema,
  personDraftSchema,
  personInputs,
  personLineSchema,
  personListSchema,
  personSchema,
  subjectAccessSchema,
} from './person.ts';
import { planDocumentSchema } from './plan.ts';
import { problemSchema } from './problem.ts';
import { editionSchema, procedureDraftSchema, procedureSchema, procedureStandingSchema, publishProcedureSchema, runSchema, shownProcedureSchema } from './procedure.ts';
import { recordFormSchema, recordFormSetsSchema } from './recordForm.ts';
import { recordReviewInputs } from './recordReview.ts';
import { recordChoicesSchema, recordPageSchema, recordQuerySchema, savedViewSchema, shownViewSchema } from './recordList.ts';
import { csvTableSchema, reportQuerySchema, reportSchema } from './report.ts';
import { retentionPreviewSchema, retentionSchema, retentionStateSchema } from './retention.ts';
import { rotaDaySchema, rotaLineSchema, rotaSchema, rotaWeekSchema, dateSchema } from './rota.ts';
import { siteSettingsChangeSchema, siteSettingsSchema } from './siteSettings.ts';
import { badgeAnswerSchema, badgeNumberSchema, newStaffSchema, personRecordSchema, roleSchema, sessionSchema, staffSchema } from './staff.ts';
import {
  attachmentCheckSchema,
  boardSchema,
  boardSettingsSchema,
  createSiteSchema,
  faultRecordSchema,
  invitationSchema,
  joinSiteSchema,
  rebuildProgressSchema,
  setupStateSchema,
  stationSettingsChangeSchema,
  stationSettingsSchema,
  statusSchema,
  verificationSchema,
} from './station.ts';
import { bindingSchema, captureSchema, deviceSchema } from './trigger.ts';

const base = oc.errors({ PROBLEM: { status: 422, data: problemSchema } });
const nothing = z.void();
const byAlarm = z.strictObject({ alarm: subjectIdSchema });
const byId = z.strictObject({ id: subjectIdSchema });
const byPersonId = personInputs.byPerson;
/** The language that was chosen on the way in, to be kept with the person; left out where nobody chose. */
const chosen = { language: windowLanguageSchema.optional() };

export const contract = {
  setup: {
    state: base.output(setupStateSchema),
    /** Makes the site, its authority and this station. Signs the administrator in at the calling window. */
    createSite: base.input(createSiteSchema).output(nothing),
    joinSite: base.input(joinSiteSchema).output(nothing),
  },
  session: {
    watch: base.output(eventIterator(sessionSchema)),
    /** Who may sign in, in the order of the tiles: those on today's rota here first, then those who were here last, then by name. */
    people: base.output(z.array(staffSchema)),
    /** Wrong PINs slow down and then lock for a while: `PinWrong`, `SignInLocked`. */
    signIn: base.input(z.strictObject({ staff: subjectIdSchema, pin: z.string().max(64), ...chosen })).output(sessionSchema),
    /** `BadgeUnknown`, which counts like a wrong PIN; `SignInLocked`. */
    signInWithBadge: base.input(z.strictObject({ number: badgeNumberSchema, ...chosen })).output(badgeAnswerSchema),
    signOut: base.output(nothing),
    /** The language in which whoever is signed in reads the window, at every desk; null: in that of the desk. */
    chooseLanguage: base.input(z.strictObject({ language: windowLanguageSchema.nullable() })).output(nothing),
    /** One's own PIN: the present one first. `PinWrong`, `SignInLocked`. */
    changePin: base.input(z.strictObject({ pin: z.string().max(64), newPin: newStaffSchema.shape.pin })).output(nothing),
  },
  staff: {
    /** Names and roles only, of those who can sign in. */
    list: base.output(z.array(staffSchema)),
    /** The same with what is set for each, and those who have left. */
    records: base.output(z.array(personRecordSchema)),
    add: base.input(newStaffSchema).output(staffSchema),
    /** Somebody cannot sign in any more; the name stays in what was written. `InputInvalid` for the last administrator. */
    remove: base.input(z.strictObject({ staff: subjectIdSchema })).output(nothing),
    /** `InputInvalid` for the last administrator. */
    setRole: base.input(z.strictObject({ staff: subjectIdSchema, role: roleSchema })).output(nothing),
    /** For a PIN that was forgotten: good for one sign-in, at which the person chooses another one. */
    setPin: base.input(z.strictObject({ staff: subjectIdSchema, pin: newStaffSchema.shape.pin })).output(nothing),
    /** One's own, or anybody's for whoever may change people. It must not be the PIN. Null takes it away. */
    setDuressCode: base.input(z.strictObject({ staff: subjectIdSchema, code: newStaffSchema.shape.pin.nullable() })).output(nothing),
    /** One badge a person: another one takes its place, null takes it away. `BadgeTaken` when somebody else has it. */
    setBadge: base.input(z.strictObject({ staff: subjectIdSchema, number: badgeNumberSchema.nullable() })).output(nothing),
  },
  site: {
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
  },
  station: {
    watchSettings: base.output(eventIterator(stationSettingsSchema)),
    changeSettings: base.input(stationSettingsChangeSchema).output(stationSettingsSchema),
    rename: base.input(z.strictObject({ station: stationNameSchema, place: placeSchema })).output(nothing),
  },
  board: {
    watch: base.output(eventIterator(boardSchema)),
    change: base.input(boardSettingsSchema).output(nothing),
    addNotice: base.input(z.strictObject({ text: textSchema(500).min(1) })).output(nothing),
    removeNotice: base.input(byId).output(nothing),
  },
  rota: {
    /** Today's, as the noticeboard shows it. Needs no sign-in. */
    watchToday: base.output(eventIterator(z.array(rotaLineSchema))),
    watch: base.output(eventIterator(rotaSchema)),
    /** The ordinary week, as a whole. `InputInvalid` names a shift that does not fit: somebody at two desks at once, somebody who left. */
    saveWeek: base.input(z.strictObject({ shifts: rotaWeekSchema })).output(nothing),
    /** One day that is unlike its weekday. */
    saveDay: base.input(rotaDaySchema).output(nothing),
    /** That day is like its weekday again. */
    forgetDay: base.input(z.strictObject({ date: dateSchema })).output(nothing),
  },
  trigger: {
    devices: base.output(z.array(deviceSchema)),
    watchDevices: base.output(eventIterator(z.array(deviceSchema))),
    /**
     * "Press it now." Yields `waiting`, then `pressed`, then `released` with the element, then ends.
     * While it runs, this device's presses raise no alarm.
     */
    capture: base.output(eventIterator(captureSchema)),
    bindings: base.output(z.array(bindingSchema)),
    watchBindings: base.output(eventIterator(z.array(bindingSchema))),
    /** Not `bind`: on a client that name is JavaScript's own. */
    addBinding: base.input(bindingSchema.omit({ id: true })).output(bindingSchema),
    removeBinding: base.input(byId).output(nothing),
    /** A bound key or the spot went down or up. Needs no sign-in; the gesture is judged by the station. */
    edge: base.input(edgeSchema).output(nothing),
  },
  alarm: {
    /**
     * Raises an alarm, or, while one of this station is open, repeats or raises it to `emergency`.
     * Needs no sign-in. The same press id twice changes nothing. Returns the alarm's id.
     */
    press: base.input(pressSchema).output(z.object({ alarm: subjectIdSchema })),
    acknowledge: base.input(byAlarm).output(nothing),
    arrive: base.input(byAlarm).output(nothing),
    /** A window shows it: `seen`. Needs no sign-in. */
    seen: base.input(byAlarm).output(nothing),
    close: base.input(closeAlarmSchema).output(nothing),
    /** Somebody looked in on whoever called off. */
    followUp: base.input(z.strictObject({ alarm: subjectIdSchema, note: textSchema(2000).default('') })).output(nothing),
    /** Open ones first, then the newest closed ones. Needs a sign-in: it goes back for months. */
    list: base.output(z.array(alarmSchema)),
    /** Open alarms, and those closed within the last few minutes. What staff wrote about a closed one is there for whoever is signed in only. */
    watch: base.output(eventIterator(z.array(alarmSchema))),
  },
  desk: {
    watch: base.output(eventIterator(deskSchema)),
    /** One touch, no sign-in. */
    setAlone: base.input(z.strictObject({ alone: z.boolean() })).output(nothing),
    /** `NotAlone` when nobody is asked. */
    checkIn: base.output(nothing),
    /** Somebody touched the screen or a key: to be told at most every half minute. */
    noteActivity: base.output(nothing),
  },
  channel: {
    list: base.output(z.array(channelSchema)),
    watch: base.output(eventIterator(z.array(channelSchema))),
    /** Adds one, or replaces the one with that id. */
    save: base.input(channelInputSchema).output(channelSchema),
    remove: base.input(z.strictObject({ id: slugSchema })).output(nothing),
    /** Sends a message that says it is a test, from this station, and waits for how it ended. */
    test: base.input(z.strictObject({ id: slugSchema })).output(attemptSchema),
    /** The newest attempts of all alarms and tests on one channel. */
    attempts: base.input(z.strictObject({ id: slugSchema })).output(z.array(channelAttemptSchema)),
  },
  plan: {
    get: base.output(planDocumentSchema),
    watch: base.output(eventIterator(planDocumentSchema)),
    /** `PlanInvalid` names what does not fit: a group, station or channel that is not there, nobody who would hear. */
    save: base.input(planDocumentSchema).output(nothing),
    /** The document as YAML, with the names of stations. */
    toYaml: base.output(z.string()),
    /** Replaces the document. Errors name the line. */
    fromYaml: base.input(z.strictObject({ text: z.string().max(200_000) })).output(nothing),
  },
  retention: {
    /** How long the site keeps what, and what the last night forgot. */
    get: base.output(retentionStateSchema),
    save: base.input(retentionSchema).output(nothing),
    /** What these settings would forget now. Nothing is changed. */
    preview: base.input(retentionSchema).output(retentionPreviewSchema),
    /** Forgets now what has been kept long enough, however much that is. */
    carryOut: base.output(z.object({ erased: z.int() })),
  },
  backup: {
    watch: base.output(eventIterator(backupStateSchema)),
    /**
     * Writes an encrypted copy of the ledger and reads it again; takes seconds to minutes, and nothing else waits for it. `PassphraseMissing`, `BackupRunning`,
     * `BackupFailed`.
     */
    make: base.input(makeBackupSchema).output(madeBackupSchema),
    /** For the whole site, and for backups from now on. */
    setPassphrase: base.input(backupPassphraseSchema).output(nothing),
    /** Of this station; null: none by itself. */
    schedule: base.input(z.strictObject({ schedule: backupScheduleSchema.nullable() })).output(nothing),
  },
  procedure: {
    /** What the service notes show, in their order. */
    list: base.output(z.array(procedureSchema)),
    watch: base.output(eventIterator(z.array(shownProcedureSchema))),
    /** One edition, of a run that began before another one was published, say. Without one: what is shown now. `ProcedureUnknown`. */
    edition: base.input(z.strictObject({ procedure: slugSchema, edition: editionSchema.nullable() })).output(procedureSchema),
    /** Every procedure with its versions, also those that are withdrawn. */
    standings: base.output(z.array(procedureStandingSchema)),
    watchStandings: base.output(eventIterator(z.array(procedureStandingSchema))),
    /**
     * Makes it the version that every desk shows; its number is given by the station. `ProcedureInvalid`; `ProcedureOvertaken` when another one than
     * `basedOn` stands meanwhile.
     */
    publish: base.input(publishProcedureSchema).output(shownProcedureSchema),
    /** Takes it out of the service notes; its versions stay. */
    withdraw: base.input(z.strictObject({ procedure: slugSchema })).output(nothing),
    toYaml: base.input(z.strictObject({ procedure: slugSchema, edition: editionSchema.nullable() })).output(z.string()),
    /** Reads and checks a document, and publishes nothing. `ProcedureInvalid` names the line. */
    fromYaml: base.input(z.strictObject({ text: z.string().max(400_000) })).output(procedureSchema),
    /** Kept on this station until they are published. */
    drafts: base.output(z.array(procedureDraftSchema)),
    saveDraft: base.input(z.strictObject(procedureDraftSchema.omit({ savedAt: true }).shape)).output(procedureDraftSchema),
    discardDraft: base.input(z.strictObject({ procedure: slugSchema })).output(nothing),
    /** The runs of this station that have not ended. */
    watchRuns: base.output(eventIterator(z.array(runSchema))),
    /** The runs that belong to one alarm, of any station: what a colleague who comes to help can know beforehand. Needs no sign-in. */
    watchAlarmRuns: base.input(byAlarm).output(eventIterator(z.array(runSchema))),
    start: base.input(z.strictObject({ procedure: z.string(), alarm: subjectIdSchema.nullable() })).output(runSchema),
    tick: base.input(z.strictObject({ run: subjectIdSchema, step: z.string(), ticked: z.boolean() })).output(nothing),
    answer: base.input(z.strictObject({ run: subjectIdSchema, question: z.string(), answer: z.string() })).output(nothing),
    /** A walk of another station is changed, like this, only by somebody who is signed in. */
    end: base.input(z.strictObject({ run: subjectIdSchema })).output(nothing),
  },
  incident: {
    list: base.output(z.array(incidentSummarySchema)),
    watchList: base.output(eventIterator(z.array(incidentSummarySchema))),
    get: base.input(byId).output(incidentSchema),
    /** All words of all records. `SearchUnavailable` when it cannot be done now. */
    search: base.input(incidentSearchSchema).output(incidentSearchResultSchema),
    drafts: base.output(z.array(incidentDraftSchema)),
    watchDrafts: base.output(eventIterator(z.array(incidentDraftSchema))),
    /** A new draft; from an alarm it comes half filled. Asking twice for one alarm gives the same draft. */
    openDraft: base.input(z.strictObject({ alarm: subjectIdSchema.nullable() })).output(incidentDraftSchema),
    saveDraft: base.input(incidentDraftSchema.omit({ savedAt: true })).output(incidentDraftSchema),
    discardDraft: base.input(byId).output(nothing),
    /** Files the report for good and drops its draft. The same id twice changes nothing. `InputInvalid` where it does not fit the site's form. */
    file: base.input(incidentFileSchema).output(incidentSummarySchema),
    amend: base.input(z.strictObject({ id: subjectIdSchema, text: textSchema(20_000).min(1) })).output(amendmentSchema),
    /** What is still to be done after incidents, what is due first at the top. */
    followUps: base.output(z.array(openFollowUpSchema)),
    watchFollowUps: base.output(eventIterator(z.array(openFollowUpSchema))),
    addFollowUp: base.input(followUpInputs.add).output(nothing),
    /** `InputInvalid` when it is done already, or not done; `FollowUpUnknown`. */
    finishFollowUp: base.input(followUpInputs.finish).output(nothing),
    reopenFollowUp: base.input(followUpInputs.reopen).output(nothing),
    /** Another owner, another day. */
    reassignFollowUp: base.input(followUpInputs.reassign).output(nothing),
    /** Reviewing: whoever may review comments, asks, closes and reopens; whoever writes records answers. Each is an entry in the thread of the record. */
    comment: base.input(recordReviewInputs.comment).output(nothing),
    ask: base.input(recordReviewInputs.ask).output(nothing),
    /** `QuestionUnknown`. */
    answer: base.input(recordReviewInputs.answer).output(nothing),
    /** `InputInvalid` when it is closed and nothing new stands in it. */
    closeReview: base.input(recordReviewInputs.close).output(nothing),
    /** `InputInvalid` when it is not closed. */
    reopenReview: base.input(recordReviewInputs.reopen).output(nothing),
    /** Forgets a record on every station and for good; the chain of events still holds. `AlarmOpen` when its alarm is to go along and is not closed. */
    erase: base.input(eraseIncidentSchema).output(z.array(erasureSchema)),
    /** What is left of everything that was erased, the newest first. */
    erasures: base.output(z.array(erasureSchema)),
  },
  /** What the site asks for in its records. */
  recordForm: {
    /** The site's own, or the program's until it has one. */
    get: base.output(recordFormSchema),
    watch: base.output(eventIterator(recordFormSchema)),
    /** Forms to begin with. */
    sets: base.output(recordFormSetsSchema),
    /** What was in it and is left out is retired. `RecordFormInvalid` names what does not fit. */
    save: base.input(recordFormSchema).output(recordFormSchema),
    toYaml: base.output(z.string()),
    /** The same from a YAML text. `RecordFormInvalid` names the line. */
    fromYaml: base.input(z.strictObject({ text: z.string().max(200_000) })).output(recordFormSchema),
  },
  records: {
    /** The list of filed records, a page at a time, however many there are. `SearchUnavailable` when it cannot be read now; a person only for whoever may read files. */
    page: base.input(recordQuerySchema).output(recordPageSchema),
    /** What there is to filter by. `SearchUnavailable`. */
    choices: base.output(recordChoicesSchema),
    /** One's own saved views and those of the whole site, by name. */
    watchViews: base.output(eventIterator(z.array(shownViewSchema))),
    /** A new one, or another content under the same id. `ViewUnknown` for one that is somebody else's. */
    saveView: base.input(savedViewSchema).output(nothing),
    dropView: base.input(byId).output(nothing),
  },
  report: {
    /** What happened in some months, beside as many before them. `SearchUnavailable` when it cannot be read now. */
    get: base.input(reportQuerySchema).output(reportSchema),
    /** A table of it for a spreadsheet: RFC 4180, in UTF-8 with its mark. */
    toCsv: base.input(csvTableSchema).output(z.string()),
  },
  attachment: {
    /** The files of a record or person, the oldest first; also those that were removed. */
    list: base.input(z.strictObject({ owner: ownerSchema })).output(z.array(attachmentSchema)),
    watch: base.input(z.strictObject({ owner: ownerSchema })).output(eventIterator(z.array(attachmentSchema))),
    /** Begins a file, or goes on with one of the same id. `AttachmentRefused`, `AttachmentUnwritable`. */
    begin: base.input(beginAttachmentSchema).output(uploadedSchema),
    /** Part 0 is the thumbnail, the others count from 1 and have `partBytes` bytes each but the last. What is here already is passed over. */
    put: base.input(putPartSchema).output(uploadedSchema),
    /** All parts are there: the file belongs to its owner from now on, on every station. `AttachmentIncomplete`, `AttachmentRefused`. */
    finish: base.input(byId).output(attachmentSchema),
    cancel: base.input(byId).output(nothing),
    /** `AttachmentIncomplete` while the part is not here. */
    read: base.input(z.strictObject({ id: subjectIdSchema, number: z.int().min(0) })).output(partSchema),
    /** From a draft it is erased; what was filed keeps it, marked as removed. */
    remove: base.input(removeAttachmentSchema).output(nothing),
  },
  export: {
    /** Makes a file of records, in a thread of its own: how far it is, and at the end the file. `IncidentUnknown`, `ExportRunning`, `ExportFailed`. Each time is an event. */
    make: base.input(makeExportSchema).output(eventIterator(exportProgressSchema)),
    /** Part after part, counted from 1. `ExportUnknown`: it is kept for some minutes, for whoever had it made. */
    read: base.input(z.strictObject({ id: subjectIdSchema, number: z.int().min(1) })).output(partSchema),
  },
  /**
   * Person files. Which role may do what stands in `main/core/staff/permissions.ts`: `RoleInsufficient`. Whoever may not read files is shown those alone who have an open
   * ban or a safety marker, and of them no more than the card.
   */
  person: {
    /** What the caller may do, and the people whom they may know of; the newest change last. */
    list: base.output(personListSchema),
    watchList: base.output(eventIterator(personListSchema)),
    /** The same people, those in whose names or description all of the words occur. */
    find: base.input(z.strictObject({ text: textSchema(200) })).output(z.array(personLineSchema)),
    /** What stands against somebody now. Each look is an event, one a sitting. `PersonUnknown` also where nothing does. */
    card: base.input(byPersonId).output(personCardSchema),
    /** The picture on that card, small. `PersonUnknown` where there is none, `AttachmentIncomplete` while it is on its way from another desk. */
    cardPhoto: base.input(byPersonId).output(cardPhotoSchema),
    /** The whole file. Each look is an event, one a sitting. */
    get: base.input(byPersonId).output(personSchema),
    drafts: base.output(z.array(personDraftSchema)),
    saveDraft: base.input(personDraftSchema.omit({ savedAt: true })).output(personDraftSchema),
    discardDraft: base.input(byId).output(nothing),
    /** Hands a new file in, provisional until a second person approves it, and drops its draft. The same id twice changes nothing. */
    establish: base.input(establishPersonSchema).output(z.object({ id: subjectIdSchema })),
    amend: base.input(amendPersonSchema).output(nothing),
    /** By somebody else than who established it: `InputInvalid` when all that waits is one's own. */
    approve: base.input(personInputs.approve).output(nothing),
    reject: base.input(personInputs.reject).output(nothing),
    addMarker: base.input(personInputs.addMarker).output(nothing),
    removeMarker: base.input(personInputs.removeMarker).output(nothing),
    /** Which of the pictures the desks are shown; it is approved by a second person like a marker. `AttachmentUnknown`. */
    choosePhoto: base.input(personInputs.choosePhoto).output(nothing),
    imposeBan: base.input(imposeBanSchema).output(nothing),
    liftBan: base.input(personInputs.liftBan).output(nothing),
    /** Sets the day of the next review. */
    review: base.input(personInputs.review).output(nothing),
    merge: base.input(personInputs.merge).output(nothing),
    /** Both files are again what they were, with what was added to each since. */
    undoMerge: base.input(personInputs.undoMerge).output(nothing),
    link: base.input(personInputs.link).output(nothing),
    unlink: base.input(personInputs.link).output(nothing),
    /** The people whom a record is linked to, as far as the caller may know of them. */
    ofIncident: base.input(z.strictObject({ incident: subjectIdSchema })).output(z.array(incidentPersonSchema)),
    /** Everything held on a person, for that person; with the names of others left out unless told otherwise. */
    exportFile: base.input(personInputs.exportFile).output(subjectAccessSchema),
    /**
     * Forgets a person on every station and for good: all files that were merged into this one, their pictures, and the links of records to them. What records say of the person
     * stays in these. `InputInvalid` when other files belong together now than were seen.
     */
    erase: base.input(personInputs.erase).output(z.array(erasureSchema)),
    letter: base.output(letterTemplateSchema),
    changeLetter: base.input(newLetterTemplateSchema).output(nothing),
  },
};

export type Contract = typeof contract;
/** What the window and the command line hold: the contract as functions that return promises. */
export type StationClient = ContractRouterClient<Contract>;

export * from './alarm.ts';
export * from './attachment.ts';
export * from './backup.ts';
export * from './audit.ts';
export * from './channel.ts';
export * from './common.ts';
export * from './language.ts';
export * from './delivery.ts';
export * from './erasure.ts';
export * from './evidence.ts';
export * from './export.ts';
export * from './desk.ts';
export * from './plan.ts';
export * from './plansNaming.ts';
export * from './followUp.ts';
export * from './giveaways.ts';
export * from './incident.ts';
export * from './person.ts';
export * from './problem.ts';
export * from './procedure.ts';
export * from './procedureFlaws.ts';
export * from './proposedGesture.ts';
export * from './recordForm.ts';
export * from './recordFormFlaws.ts';
export * from './recordReview.ts';
export * from './reportFlaws.ts';
export * from './recordList.ts';
export * from './report.ts';
export * from './retention.ts';
export * from './rota.ts';
export * from './siteSettings.ts';
export * from './staff.ts';
export * from './station.ts';
export * from './trigger.ts';
export * from './wordings.ts';
