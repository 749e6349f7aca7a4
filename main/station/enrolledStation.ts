import type { StaffReference } from '../contract/alarm.ts';
import { done, failed, type Problem, type Result } from '../contract/problem.ts';
import { authorityFindings, certificateFindings } from '../core/fault/paperFindings.ts';
import { guard } from '../core/guard.ts';
import type { StationIdentity } from '../core/site/identity.ts';
import type { Lan, LanDependencies } from '../core/site/lan.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import type { Relays } from '../core/channel/relays.ts';
import type { Devices } from '../core/trigger/devices.ts';
import { createLan } from '../lan/lan.ts';
import type { Timing } from '../lan/timing.ts';
import { createDocumentThread } from '../document/documentThread.ts';
import { attachmentsIn, createAttachmentStore } from '../ledger/attachmentStore.ts';
import { createAlarms, type Alarms } from './alarm/alarms.ts';
import { announceEvents } from './announceEvents.ts';
import { createAttachmentParts } from './attachment/attachmentParts.ts';
import { createAttachments, type Attachments } from './attachment/attachments.ts';
import type { Attendance } from './fault/attendance.ts';
import { createAuditList, type AuditList } from './site/auditList.ts';
import { createAuthorityHolding, type Authority } from './site/authority.ts';
import type { Codes } from './staff/codes.ts';
import { ownFile, type StationContext } from './context.ts';
import { createBackups, type Backups } from './storage/backups.ts';
import { createDiskWatch } from './fault/diskWatch.ts';
import { enrolmentOf, notePresentProgram } from './site/enrolment.ts';
import { createErasures, type Erasures } from './retention/erasures.ts';
import { createEvidenceDesk, type EvidenceDesk } from './export/evidence.ts';
import { createExports, type Exports } from './export/exports.ts';
import { createFaults, type Faults } from './fault/faults.ts';
import { createDeskState, type DeskState } from './alarm/deskState.ts';
import { createEscalation } from './alarm/escalation.ts';
import { gently } from './gently.ts';
import { createFollowUps, type FollowUps } from './record/followUps.ts';
import { createIncidents, type Incidents } from './record/incidents.ts';
import { createOffice, type Office } from './site/office.ts';
import { createHandouts, type Handouts } from './person/handouts.ts';
import { createLetters, type Letters } from './person/letters.ts';
import { createPersons, type Persons } from './person/persons.ts';
import { createPapers } from './site/papers.ts';
import { createPlans, type Plans } from './plan/plans.ts';
import { createProcedureDrafts, type ProcedureDrafts } from './procedure/procedureDrafts.ts';
import { createProcedures, type Procedures } from './procedure/procedures.ts';
import { createRecordForms, type RecordForms } from './record/recordForms.ts';
import { createRecordReviews, type RecordReviews } from './record/recordReviews.ts';
import { createReportFiles, type ReportFiles } from './record/reportFiles.ts';
import { createRecordLists, type RecordLists } from './record/recordLists.ts';
import { createRetention, type RetentionDesk } from './retention/retention.ts';
import { createRetirements, type Retirements } from './site/retirement.ts';
import { createRuns, type Runs } from './procedure/runs.ts';
import { createRotas, type Rotas } from './staff/rotas.ts';
import { createSiteRules, type SiteRules } from './site/siteRules.ts';
import { createSavedViews, type SavedViews } from './record/savedViews.ts';
import { createStaffDesk, type StaffDesk } from './staff/staffDesk.ts';
import { createSiteStations } from './site/siteStations.ts';
import type { HostFinding } from './station.ts';
import type { Storage } from './storage/storage.ts';
import type { SiteClock } from './site/siteClock.ts';
import { createSupervision, type Supervision } from './fault/supervision.ts';
import { createTriggers, type Triggers } from './trigger/triggers.ts';
import { createWaysOut, type WaysOut } from './channel/waysOut.ts';

/** How often urgent events that could not be committed are tried again, and the state of everything is measured. */
const watchInterval = 1000;
/** After the start it takes links, and what their clocks say, before this station can tell whether its own is right. Milliseconds. */
const beforeAnythingIsForgotten = 10 * 60_000;
const partFailed = 'a part of the station failed';

/** A station that belongs to a site: everything the contract's procedures reach into. */
export interface StationParts {
  readonly context: StationContext;
  readonly alarms: Alarms;
  readonly incidents: Incidents;
  readonly followUps: FollowUps;
  readonly recordReviews: RecordReviews;
  readonly recordForms: RecordForms;
  readonly recordLists: RecordLists;
  readonly savedViews: SavedViews;
  readonly erasures: Erasures;
  readonly evidence: EvidenceDesk;
  readonly attachments: Attachments;
  readonly exports: Exports;
  readonly retention: RetentionDesk;
  readonly persons: Persons;
  readonly letters: Letters;
  readonly handouts: Handouts;
  readonly reportFiles: ReportFiles;
  readonly authority: Authority;
  readonly retirements: Retirements;
  readonly runs: Runs;
  readonly plans: Plans;
  readonly procedures: Procedures;
  readonly procedureDrafts: ProcedureDrafts;
  readonly desk: DeskState;
  readonly office: Office;
  readonly staff: StaffDesk;
  readonly rules: SiteRules;
  readonly rotas: Rotas;
  readonly audit: AuditList;
  readonly triggers: Triggers;
  readonly supervision: Supervision;
  readonly attendance: Attendance;
  readonly faults: Faults;
  readonly waysOut: WaysOut;
  readonly backups: Backups;
  /** Null for a command that only looks into the ledger. */
  readonly lan: Lan | null;
  /** Ends all of it but the devices and relay boards, which were there before and may be needed again. */
  readonly stop: () => Promise<void>;
}

export interface StationPartsOptions {
  readonly context: StationContext;
  /** The clock of the context, which is to be told what the others' clocks say. */
  readonly siteClock: SiteClock;
  readonly codes: Codes;
  readonly siteNameAtEnrolment: string;
  readonly dataFolder: string;
  readonly devices: Devices;
  readonly relays: Relays;
  readonly live: boolean;
  readonly listen: string;
  readonly fixedAddresses: readonly string[];
  readonly discover: boolean;
  /** So much of the site's files is kept here at most. */
  readonly attachmentBytes: number;
  readonly procedureProblems: readonly Problem[];
  readonly hostFindings: readonly HostFinding[];
  readonly capturing: () => boolean;
  readonly attendance: Attendance;
  readonly expectsWindow: boolean;
  /** Writes down what changed of the station's papers; durable when it returns, throws when it is not. */
  readonly keepIdentity: (identity: StationIdentity) => void;
  readonly ask: Storage['ask'];
  readonly copies: Storage['backups'];
  /** Pauses and time limits of the LAN; tests shorten them. */
  readonly timing?: Timing;
}

/** Starts LAN, devices and supervision of an enrolled station. `PortInUse` when it cannot listen. */
export const startStationParts = async (options: StationPartsOptions): Promise<Result<StationParts>> => {
  const { context, live, attendance, siteClock } = options;
  const { ledger, changes, log } = context;
  const devices = live ? options.devices : createNoDevices();
  const startedAt = performance.now();
  let measured: Pick<Supervision, 'armed' | 'attended'> | null = null;
  let knownName = options.siteNameAtEnrolment;
  const siteName = (): string => {
    guard(log, partFailed, () => (knownName = ledger.states('site')[0]?.name ?? knownName));
    return knownName;
  };
  const procedures = createProcedures(context);
  const papers = createPapers(context, options.keepIdentity);
  const authority = createAuthorityHolding({ context, papers, handOver: (station, number) => lan?.handOver(station, number) ?? Promise.resolve(notRunning()) });
  const retirements = createRetirements(context, authority);
  const disk = live ? createDiskWatch(options.dataFolder, log) : null;
  const freeSpace = (): number | null => disk?.facts().free ?? null;
  const store = createAttachmentStore(attachmentsIn(options.dataFolder));
  const parts = createAttachmentParts({ ledger, store, limit: options.attachmentBytes, freeSpace, clock: context.clock, log, onChanged: gently(() => changes.announce('attachments')) });
  const attachments = createAttachments({ context, store, parts, freeSpace, live });
  const documents = createDocumentThread(log);
  const lan = live ? createLan({ ...lanDependencies(options, siteName), parts, papers: { identity: papers.identity, keepRenewed: papers.keepRenewed, authorityKey: authority.key, takeAuthority: authority.take }, isRetired: retirements.isRetired, armed: () => measured?.armed() ?? false, attended: () => measured?.attended() ?? false }, options.timing) : null;
  retirements.onRetired((station) => {
    ledger.excuse(station);
    lan?.shutOut(station);
  });
  for (const { id } of ledger.local.roster.list()) if (retirements.isRetired(id)) ledger.excuse(id);
  const connected = (): readonly string[] => (lan?.links() ?? []).filter((link) => link.connected).map((link) => link.station);
  const waysOut = createWaysOut({ context, relays: options.relays, siteName, connected, live });
  const plans = createPlans(context, waysOut.channels.files);
  const channelName = (id: string): string => waysOut.channels.files().find((channel) => channel.id === id)?.name ?? id;
  const alarms = createAlarms(context, (records) => lan?.sendAlarm(records) ?? [], { document: plans.document, isAlone: () => desk.isAlone(), channelName, underWay: () => escalation?.underWay() ?? new Set(), connected, sendTo: (stations, records) => lan?.sendAlarmTo(stations, records) ?? [] });
  const rules = createSiteRules(context);
  const rotas = createRotas(context, rules.settings);
  const callForced = (person: StaffReference): void => void alarms.press({ id: context.ids.next(), level: 'emergency', kind: 'real', source: 'duress' }, person);
  const staff = createStaffDesk(context, { onDuress: callForced, siteSettings: rules.settings, onRota: rotas.onRota, language: () => ownFile(context).settings.language, codes: options.codes });
  const desk = createDeskState(context, { document: plans.document, aloneByRota: rotas.aloneHere, press: (press) => void alarms.press(press, staff.reference()) });
  const triggers = createTriggers(context, { devices, alarms, desk, staff: staff.reference });
  const faults = createFaults(context);
  const erasures = createErasures(context, attachments.attachmentsOf);
  const retention = createRetention({
    context,
    erasures,
    attachments,
    holdsAuthority: () => authority.key() !== null,
    clockDoubtful: () => supervision.findings().some(({ kind }) => kind === 'clock'),
    hasSettled: () => performance.now() - startedAt > beforeAnythingIsForgotten,
  });
  const backups = createBackups({ context, siteName, copies: options.copies, isCalm: parts.isCalm, live });
  const stations = createSiteStations(context);
  const persons = createPersons(context, siteName, erasures);
  const escalation = live
    ? createEscalation({
        context,
        alarms,
        faults,
        document: plans.document,
        courier: waysOut.courier,
        channels: waysOut.channels.files,
        connected,
        zoneOf: waysOut.zones.of,
        siteName,
        nameOf: ({ to, id }) => (to === 'channel' ? channelName(id) : stations.nameOf(id)),
      })
    : null;
  const supervision = createSupervision({
    context,
    siteName,
    devices,
    bindings: triggers.list,
    capturing: options.capturing,
    attendance,
    signedIn: () => staff.reference() !== null,
    links: () => lan?.links() ?? [],
    clock: () => ({ now: siteClock.system.now(), verdict: siteClock.verdict(), stampsAhead: ledger.clockAhead() }),
    isRetired: retirements.isRetired,
    retention: retention.findings,
    papers: () => [...certificateFindings(context.clock.now(), papers.expires()), ...authorityFindings(authority.unfinished())],
    signIns: staff.findings,
    listening: () => lan?.listening() ?? null,
    channels: waysOut.channels.list,
    attachments: parts.facts,
    disk: () => disk?.facts() ?? { free: null, hangs: false },
    backups,
    planProblems: plans.problems,
    live,
    expectsWindow: options.expectsWindow,
    get procedureProblems() {
      return [...options.procedureProblems, ...procedures.problems()];
    },
    hostFindings: options.hostFindings,
  });
  siteClock.look(() => {
    const wrote = ledger.lastWrote();
    const self = context.identity.station.id;
    const now = siteClock.system.now();
    const others = (lan?.links() ?? []).flatMap(({ station, connected: isConnected, clockOffset }) => (isConnected && clockOffset !== null ? [{ now: now + clockOffset, lastWrote: wrote.get(station) ?? null }] : []));
    return { lastWrote: wrote.get(self) ?? null, others, isLone: !ledger.local.roster.list().some(({ id }) => id !== self && !retirements.isRetired(id)) };
  });
  const measure = (): void => {
    supervision.status();
    if (live) faults.tick(supervision.findings());
  };
  guard(log, partFailed, supervision.status);
  measured = supervision;

  // A device that fails is a fault at once, not at the next turn.
  const stops = [announceEvents(context), devices.onChanged(() => guard(log, partFailed, measure)), lan?.onLinksChanged(() => (waysOut.tick(), changes.announce('status'))) ?? ((): void => {})];
  const watch = setInterval(() => {
    // Each by itself: one part that fails takes none of the others along.
    for (const look of [siteClock.tick, ledger.flush, papers.tick, authority.tick, ...(live ? [retention.tick] : []), staff.endIdleSession, rotas.tick, desk.tick, persons.tick, waysOut.tick, alarms.tick, escalation?.tick ?? ((): void => {}), backups.tick, measure]) guard(log, partFailed, look);
    changes.announce('status');
  }, watchInterval);
  watch.unref();

  const stop = async (): Promise<void> => {
    clearInterval(watch);
    for (const end of [...stops, disk?.stop ?? ((): void => {}), triggers.stop, desk.stop, retirements.stop, authority.stop, papers.stop, escalation?.stop ?? ((): void => {}), persons.stop, plans.stop, stations.stop, alarms.stop, attachments.stop]) end();
    await Promise.all([lan?.stop(), waysOut.stop(), documents.close()]);
    ledger.flush();
  };

  if (live) guard(log, partFailed, () => notePresentProgram(context));
  // Beside the start: many files take their time to be looked at, and a press does not wait for that.
  if (live) void attachments.ready();
  const started = await lan?.start();
  if (started?.ok === false) {
    await stop();
    return started;
  }
  const recordForms = createRecordForms(context);
  const nameOfStaff = (id: string): string | undefined => staff.list().find((member) => member.id === id)?.name;
  const runs = createRuns(context, procedures, alarms.runsShownHere);
  const incidents = createIncidents(context, { alarm: alarms.shownHere.find, runs: runs.ofAlarm }, procedures, { form: recordForms.form, nameOf: nameOfStaff });
  const evidence = createEvidenceDesk(context, siteName);
  const exports = createExports({ context, siteName, incidents, attachments, procedures, evidence, documents });
  const letters = createLetters(context);
  const audit = createAuditList(context);
  const handouts = createHandouts({ context, siteName, persons, letters, audit, documents });
  const recordLists = createRecordLists(context, options.ask);
  const reportFiles = createReportFiles({ context, siteName, recordLists, recordForms, audit, documents });
  return done({ context, alarms, incidents, recordLists, reportFiles, savedViews: createSavedViews(context), followUps: createFollowUps(context, nameOfStaff), recordReviews: createRecordReviews(context), recordForms, persons, letters, handouts, attachments, erasures, retention, evidence, exports, authority, retirements, runs, office: createOffice(context), rules, rotas, audit, plans, procedures, procedureDrafts: createProcedureDrafts(context), desk, staff, triggers, supervision, attendance, faults, waysOut, backups, lan, stop });
};

const lanDependencies = ({ context, siteClock, listen, fixedAddresses, discover }: StationPartsOptions, siteName: () => string): Omit<LanDependencies, 'papers' | 'parts' | 'armed' | 'attended' | 'isRetired'> => ({
  replica: { ...context.ledger, accept: context.ledger.acceptGradually },
  roster: context.ledger.local.roster,
  invitations: context.ledger.local.invitations,
  clock: siteClock.system,
  log: context.log,
  listen,
  fixedAddresses,
  discover,
  siteName,
  onEnrolled: (station) => {
    const appended = context.ledger.append([enrolmentOf(station)]);
    if (!appended.ok) throw new Error(appended.error.message);
    context.ledger.local.roster.add(station);
  },
});

const notRunning = () => failed('StationNotRunning', 'The authority is only moved while the station runs.', 'Start it with quietbell run.');

export const siteMissing = () => failed('SiteMissing', 'This station belongs to no site yet.', 'Make one with quietbell site create, or join one with quietbell join.');
