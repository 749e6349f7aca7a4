import { implement, type Router } from '@orpc/server';
import { contract, done, failed, recordFormSetSchema, type Alarm, type Capability, type Contract, type CreateSite, type JoinSite, type Result, type Session, type SetupState } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import { subjectType } from '../core/event/subject.ts';
import { standardSiteSettings } from '../core/site/foldSiteSettings.ts';
import { recordFormSets } from '../core/recordForm/recordFormSets.ts';
import type { Devices } from '../core/trigger/devices.ts';
import { actor, createAccess, isAllowed } from './access.ts';
import type { AlarmLists } from './alarmLists.ts';
import { explain, give } from './answers.ts';
import type { Captures } from './captures.ts';
import type { Changes } from './changes.ts';
import { closeAlarm } from './closeAlarm.ts';
import type { StationParts } from './enrolledStation.ts';
import { discardDraft } from './discardDraft.ts';
import type { ExportCaller } from './exports.ts';
import { rebuildingSteps } from './rebuildingSteps.ts';
import { createPaperworkCalls } from './paperworkRouter.ts';
import { createPersonRouter } from './personRouter.ts';
import { createRecordRouter } from './recordRouter.ts';
import { createReportRouter } from './reportRouter.ts';
import { removeChannel } from './removeChannel.ts';
import type { Runs } from './runs.ts';
import type { Door } from './station.ts';

/** What the router needs of a station that may not be set up yet. */
export interface RouterDependencies {
  /** Null before set-up. */
  readonly parts: () => StationParts | null;
  readonly devices: Devices;
  readonly captures: Captures;
  readonly changes: Changes;
  readonly log: Log;
  readonly setupState: () => SetupState;
  readonly createSite: (input: CreateSite, door: Door) => Promise<Result<void>>;
  readonly joinSite: (input: JoinSite) => Promise<Result<void>>;
}

/** A window asks again if somebody still waits for the press. Milliseconds. */
const longestCapture = 5 * 60_000;
/** Before set-up. */
const nobodyThere: Session = { staff: null, capabilities: [], choosesPin: false, language: null, badges: false, signOutAfter: standardSiteSettings.signOutAfter };

export interface CallContext {
  readonly door: Door;
}

/** Somebody who must not know may look at a window; the command line belongs to IT. */
const alarmsFor = ({ alarms }: StationParts, door: Door): AlarmLists => (door === 'window' ? alarms.shownHere : alarms);

/** What staff wrote about a call that is over is private; that it is over, and how, is not. */
const withoutNotes = (alarm: Alarm): Alarm => ({ ...alarm, closeNote: '', timeline: alarm.timeline.map((moment) => (moment.what === 'followed-up' ? { ...moment, detail: '' } : moment)) });

/** A walk of this station is anybody's who stands there; one of another station only a colleague's who is signed in (see decision 19). */
const walkOf = (station: StationParts, run: string, door: Door): Runs => {
  if (station.runs.isElsewhere(run) && !isAllowed(station, 'help-elsewhere', door)) return give(failed('SignInRequired', 'That checklist belongs to another desk.', 'Sign in to help with it, or tick it at that desk.', 'run'));
  return station.runs;
};

const exporting = (station: StationParts, door: Door): ExportCaller => ({ staff: actor(station, door), mayOpenRestricted: isAllowed(station, 'open-originals', door) });

/** Files of records are for whoever reads or writes records; those of people for whoever may do so with the files on them. */
const rightTo = (what: 'read' | 'write', owner: string): Capability => (subjectType(owner) === 'person' ? `${what}-files` : `${what}-records`);

/** The contract, answered by a station. Each line names who may call it; what is done lies in the parts. */
export const createRouter = ({ parts, devices, captures, changes, log, setupState, createSite, joinSite }: RouterDependencies): Router<Contract, CallContext> => {
  const access = createAccess(parts);
  const { anybody, whoMay, watching } = access;
  /** A file by its id is for whoever may see what it belongs to. */
  const whoMayTouch = (what: 'read' | 'write', id: string, door: Door): StationParts => whoMay(rightTo(what, anybody(door).attachments.ownerOf(id) ?? ''), door);
  const it = implement(contract)
    .$context<CallContext>()
    .use(async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw explain(error, log);
      }
    });

  return it.router({
    setup: {
      state: it.setup.state.handler(setupState),
      createSite: it.setup.createSite.handler(async ({ input, context }) => give(await createSite(input, context.door))),
      joinSite: it.setup.joinSite.handler(async ({ input }) => give(await joinSite(input))),
    },
    session: {
      watch: it.session.watch.handler(({ signal }) => changes.watch(['session'], () => parts()?.staff.session() ?? nobodyThere, signal)),
      signIn: it.session.signIn.handler(async ({ input, context }) => give(await anybody(context.door).staff.signIn(input.staff, input.pin, input.language))),
      people: it.session.people.handler(({ context }) => [...anybody(context.door).staff.tiles()]),
      signInWithBadge: it.session.signInWithBadge.handler(async ({ input, context }) => give(await anybody(context.door).staff.signInWithBadge(input.number, input.language))),
      changePin: it.session.changePin.handler(async ({ input, context }) => give(await whoMay('change-own-codes', context.door).staff.changePin(input.pin, input.newPin))),
      chooseLanguage: it.session.chooseLanguage.handler(({ input, context }) => give(whoMay('change-own-codes', context.door).staff.chooseLanguage(input.language))),
      signOut: it.session.signOut.handler(({ context }) => anybody(context.door).staff.signOut()),
    },
    staff: {
      list: it.staff.list.handler(({ context }) => [...anybody(context.door).staff.list()]),
      records: it.staff.records.handler(({ context }) => [...whoMay('read-setup', context.door).staff.records()]),
      add: it.staff.add.handler(async ({ input, context }) => {
        const station = whoMay('change-people', context.door);
        return give(await station.staff.add(input, actor(station, context.door)));
      }),
      remove: it.staff.remove.handler(({ input, context }) => {
        const station = whoMay('change-people', context.door);
        return give(station.staff.remove(input.staff, actor(station, context.door)));
      }),
      setRole: it.staff.setRole.handler(({ input, context }) => {
        const station = whoMay('change-people', context.door);
        return give(station.staff.setRole(input.staff, input.role, actor(station, context.door)));
      }),
      setPin: it.staff.setPin.handler(async ({ input, context }) => {
        const station = whoMay('change-people', context.door);
        return give(await station.staff.setPin(input.staff, input.pin, actor(station, context.door)));
      }),
      setDuressCode: it.staff.setDuressCode.handler(async ({ input, context }) => {
        const isOwn = anybody(context.door).staff.reference()?.id === input.staff;
        const station = whoMay(isOwn ? 'change-own-codes' : 'change-people', context.door);
        return give(await station.staff.setDuressCode(input.staff, input.code, actor(station, context.door)));
      }),
      setBadge: it.staff.setBadge.handler(async ({ input, context }) => {
        const station = whoMay('change-people', context.door);
        return give(await station.staff.setBadge(input.staff, input.number, actor(station, context.door)));
      }),
    },
    site: {
      invite: it.site.invite.handler(async ({ input, context }) => {
        const station = whoMay('change-site', context.door);
        const { lan, authority, audit } = station;
        if (authority.key() === null) return give(authority.elsewhere());
        if (lan === null) return give(failed('StationNotRunning', 'An invitation is only good while the station runs.', 'Start it with quietbell run, then invite.'));
        give(audit.note('invited', '', actor(station, context.door)));
        return give(await lan.invite(input.hours));
      }),
      retire: it.site.retire.handler(({ input, context }) => {
        const station = whoMay('change-site', context.door);
        return give(station.retirements.retire(input.station, actor(station, context.door)));
      }),
      moveAuthority: it.site.moveAuthority.handler(async ({ input, context }) => {
        const station = whoMay('change-site', context.door);
        const moved = await station.authority.move(input.station);
        if (moved.ok) station.audit.noteIfPossible('authority-given', input.station, actor(station, context.door));
        return give(moved);
      }),
      exportAuthority: it.site.exportAuthority.handler(async ({ input, context }) => {
        const station = whoMay('change-site', context.door);
        const copy = give(await station.authority.exportCopy(input.passphrase));
        // No copy without a word of it.
        give(station.audit.note('authority-exported', '', actor(station, context.door)));
        return { copy };
      }),
      importAuthority: it.site.importAuthority.handler(async ({ input, context }) => {
        const station = whoMay('change-site', context.door);
        const imported = await station.authority.importCopy(input.copy, input.passphrase, actor(station, context.door));
        if (imported.ok) station.audit.noteIfPossible('authority-imported', '', actor(station, context.door));
        return give(imported);
      }),
      status: it.site.status.handler(({ context }) => anybody(context.door).supervision.status()),
      watchStatus: it.site.watchStatus.handler(({ context, signal }) => {
        const { supervision } = anybody(context.door);
        return changes.watch(['status'], supervision.status, signal);
      }),
      faults: it.site.faults.handler(({ context }) => [...whoMay('read-site', context.door).faults.list()]),
      watchFaults: it.site.watchFaults.handler(({ context, signal }) => changes.watch(['faults', 'session'], () => [...watching('read-site', context.door).faults.list()], signal)),
      verify: it.site.verify.handler(async ({ context }) => {
        const station = whoMay('read-site', context.door);
        const verification = await station.context.ledger.verify();
        // IT lets it run by the clock: that somebody looked is only worth an event where it was a person.
        if (context.door === 'window') station.audit.noteIfPossible('records-checked', '', actor(station, context.door));
        return { ...verification, attachments: await station.attachments.verify() };
      }),
      evidence: it.site.evidence.handler(({ context }) => whoMay('read-audit', context.door).evidence.evidence()),
      trace: it.site.trace.handler(({ input, context }) => [...give(whoMay('read-audit', context.door).evidence.trace(input))]),
      rebuild: it.site.rebuild.handler(({ context }) => {
        const station = whoMay('change-site', context.door);
        station.audit.noteIfPossible('records-rebuilt', '', actor(station, context.door));
        return rebuildingSteps(station.context.ledger);
      }),
      settings: it.site.settings.handler(({ context }) => whoMay('read-setup', context.door).rules.settings()),
      changeSettings: it.site.changeSettings.handler(({ input, context }) => {
        const station = whoMay('change-site', context.door);
        return give(station.rules.change(input, actor(station, context.door)));
      }),
      audit: it.site.audit.handler(({ input, context }) => whoMay('read-audit', context.door).audit.page(input)),
    },
    station: {
      watchSettings: it.station.watchSettings.handler(({ context, signal }) => {
        const { office } = anybody(context.door);
        return changes.watch(['settings'], office.settings, signal);
      }),
      changeSettings: it.station.changeSettings.handler(({ input, context }) => {
        const station = whoMay('change-desk', context.door);
        return give(station.office.changeSettings(input, actor(station, context.door)));
      }),
      rename: it.station.rename.handler(({ input, context }) => {
        const station = whoMay('change-site', context.door);
        return give(station.office.rename(input.station, input.place, actor(station, context.door)));
      }),
    },
    board: {
      watch: it.board.watch.handler(({ context, signal }) => {
        const { office } = anybody(context.door);
        return changes.watch(['board'], office.board, signal);
      }),
      change: it.board.change.handler(({ input, context }) => {
        const station = whoMay('change-board', context.door);
        return give(station.office.changeBoard(input, actor(station, context.door)));
      }),
      addNotice: it.board.addNotice.handler(({ input, context }) => {
        const station = whoMay('post-notices', context.door);
        return give(station.office.addNotice(input.text, actor(station, context.door)));
      }),
      removeNotice: it.board.removeNotice.handler(({ input, context }) => {
        const station = whoMay('post-notices', context.door);
        return give(station.office.removeNotice(input.id, actor(station, context.door)));
      }),
    },
    rota: {
      watchToday: it.rota.watchToday.handler(({ context, signal }) => {
        const { rotas } = anybody(context.door);
        return changes.watch(['rota'], () => [...rotas.today()], signal);
      }),
      watch: it.rota.watch.handler(({ context, signal }) => changes.watch(['rota', 'session'], () => watching('read-site', context.door).rotas.rota(), signal)),
      saveWeek: it.rota.saveWeek.handler(({ input, context }) => {
        const station = whoMay('plan-rota', context.door);
        return give(station.rotas.saveWeek(input.shifts, actor(station, context.door)));
      }),
      saveDay: it.rota.saveDay.handler(({ input, context }) => {
        const station = whoMay('plan-rota', context.door);
        return give(station.rotas.saveDay(input, actor(station, context.door)));
      }),
      forgetDay: it.rota.forgetDay.handler(({ input, context }) => {
        const station = whoMay('plan-rota', context.door);
        return give(station.rotas.forgetDay(input.date, actor(station, context.door)));
      }),
    },
    trigger: {
      devices: it.trigger.devices.handler(() => [...devices.list()]),
      watchDevices: it.trigger.watchDevices.handler(({ signal }) => changes.watch(['devices'], () => [...devices.list()], signal)),
      capture: it.trigger.capture.handler(({ context, signal }) => {
        // While it runs the pedals are mute, so nobody may leave it running who is not known.
        if (parts() !== null) watching('change-desk', context.door);
        return captures.steps(context.door === 'window' ? AbortSignal.any([...(signal === undefined ? [] : [signal]), AbortSignal.timeout(longestCapture)]) : signal);
      }),
      bindings: it.trigger.bindings.handler(({ context }) => [...anybody(context.door).triggers.list()]),
      // Answers before set-up too: the Electron host listens from its start on.
      watchBindings: it.trigger.watchBindings.handler(({ signal }) => changes.watch(['bindings'], () => [...(parts()?.triggers.list() ?? [])], signal)),
      addBinding: it.trigger.addBinding.handler(({ input, context }) => {
        const station = whoMay('change-desk', context.door);
        return give(station.triggers.bind(input, actor(station, context.door)));
      }),
      removeBinding: it.trigger.removeBinding.handler(({ input, context }) => {
        const station = whoMay('change-desk', context.door);
        return give(station.triggers.unbind(input.id, actor(station, context.door)));
      }),
      edge: it.trigger.edge.handler(({ input, context }) => give(anybody(context.door).triggers.edge(input))),
    },
    alarm: {
      press: it.alarm.press.handler(({ input, context }) => {
        // A real call needs nobody's leave, ever.
        const station = input.kind === 'real' ? anybody(context.door) : whoMay('practise', context.door);
        return { alarm: station.alarms.press(input, actor(station, context.door)) };
      }),
      acknowledge: it.alarm.acknowledge.handler(({ input, context }) => {
        const station = anybody(context.door);
        return give(station.alarms.acknowledge(input.alarm, actor(station, context.door)));
      }),
      arrive: it.alarm.arrive.handler(({ input, context }) => {
        const station = anybody(context.door);
        return give(station.alarms.arrive(input.alarm, actor(station, context.door)));
      }),
      close: it.alarm.close.handler(async ({ input, context }) => give(await closeAlarm(anybody(context.door), input, context.door))),
      seen: it.alarm.seen.handler(({ input, context }) => give(anybody(context.door).alarms.seen(input.alarm))),
      followUp: it.alarm.followUp.handler(({ input, context }) => {
        const station = anybody(context.door);
        return give(station.alarms.followUp(input.alarm, input.note, actor(station, context.door)));
      }),
      list: it.alarm.list.handler(({ context }) => [...alarmsFor(whoMay('read-site', context.door), context.door).list()]),
      watch: it.alarm.watch.handler(({ context, signal }) => {
        const station = anybody(context.door);
        const alarms = alarmsFor(station, context.door);
        const shown = (): readonly Alarm[] => (isAllowed(station, 'read-records', context.door) ? alarms.current() : alarms.current().map(withoutNotes));
        return changes.watch(['alarms', 'status', 'session'], () => [...shown()], signal);
      }),
    },
    desk: {
      watch: it.desk.watch.handler(({ context, signal }) => {
        const { desk } = anybody(context.door);
        return changes.watch(['desk'], desk.state, signal);
      }),
      setAlone: it.desk.setAlone.handler(({ input, context }) => {
        const station = anybody(context.door);
        return give(station.desk.setAlone(input.alone, 'person', actor(station, context.door)));
      }),
      checkIn: it.desk.checkIn.handler(({ context }) => {
        const station = anybody(context.door);
        return give(station.desk.checkIn(actor(station, context.door)));
      }),
      noteActivity: it.desk.noteActivity.handler(({ context }) => {
        const { attendance, staff } = anybody(context.door);
        attendance.noteActivity();
        if (context.door === 'window') staff.noteActivity();
      }),
    },
    channel: {
      list: it.channel.list.handler(({ context }) => [...whoMay('read-site', context.door).waysOut.channels.list()]),
      watch: it.channel.watch.handler(({ context, signal }) => changes.watch(['channels', 'session'], () => [...watching('read-site', context.door).waysOut.channels.list()], signal)),
      save: it.channel.save.handler(({ input, context }) => {
        const station = whoMay('change-channels', context.door);
        return give(station.waysOut.channels.save(input, actor(station, context.door)));
      }),
      remove: it.channel.remove.handler(({ input, context }) => give(removeChannel(whoMay('change-channels', context.door), input.id, context.door))),
      test: it.channel.test.handler(async ({ input, context }) => {
        const station = whoMay('change-channels', context.door);
        const tested = await station.waysOut.channels.test(input.id);
        if (tested.ok) station.audit.noteIfPossible('channel-tested', input.id, actor(station, context.door));
        return give(tested);
      }),
      attempts: it.channel.attempts.handler(({ input, context }) => {
        const { alarms, waysOut } = whoMay('read-site', context.door);
        const attempts = waysOut.channels.attempts(input.id);
        return context.door === 'window' ? [...alarms.attemptsShownHere(attempts)] : [...attempts];
      }),
    },
    plan: {
      get: it.plan.get.handler(({ context }) => whoMay('read-site', context.door).plans.document()),
      watch: it.plan.watch.handler(({ context, signal }) => changes.watch(['plans', 'session'], () => watching('read-site', context.door).plans.document(), signal)),
      save: it.plan.save.handler(({ input, context }) => {
        const station = whoMay('change-plans', context.door);
        return give(station.plans.save(input, actor(station, context.door)));
      }),
      toYaml: it.plan.toYaml.handler(({ context }) => whoMay('read-site', context.door).plans.toYaml()),
      fromYaml: it.plan.fromYaml.handler(({ input, context }) => {
        const station = whoMay('change-plans', context.door);
        return give(station.plans.fromYaml(input.text, actor(station, context.door)));
      }),
    },
    retention: {
      get: it.retention.get.handler(({ context }) => whoMay('read-site', context.door).retention.state()),
      save: it.retention.save.handler(({ input, context }) => {
        const station = whoMay('change-retention', context.door);
        return give(station.retention.change(input, actor(station, context.door)));
      }),
      preview: it.retention.preview.handler(({ input, context }) => whoMay('read-setup', context.door).retention.preview(input)),
      carryOut: it.retention.carryOut.handler(async ({ context }) => {
        const station = whoMay('change-retention', context.door);
        const carriedOut = give(await station.retention.carryOut(actor(station, context.door)));
        station.audit.noteIfPossible('retention-carried-out', '', actor(station, context.door));
        return carriedOut;
      }),
    },
    backup: {
      watch: it.backup.watch.handler(({ context, signal }) => changes.watch(['backups', 'session'], () => watching('read-site', context.door).backups.state(), signal)),
      make: it.backup.make.handler(async ({ input, context }) => {
        const station = whoMay('change-backups', context.door);
        const made = give(await station.backups.make(input));
        station.audit.noteIfPossible('backup-made', '', actor(station, context.door));
        return made;
      }),
      setPassphrase: it.backup.setPassphrase.handler(async ({ input, context }) => {
        const station = whoMay('change-backups', context.door);
        return give(await station.backups.setPassphrase(input.passphrase, actor(station, context.door)));
      }),
      schedule: it.backup.schedule.handler(({ input, context }) => {
        const station = whoMay('change-backups', context.door);
        return give(station.backups.schedule(input.schedule, actor(station, context.door)));
      }),
    },
    procedure: {
      list: it.procedure.list.handler(({ context }) => anybody(context.door).procedures.shown().map(({ document }) => document)),
      watch: it.procedure.watch.handler(({ context, signal }) => {
        const { procedures } = anybody(context.door);
        return changes.watch(['procedures'], () => [...procedures.shown()], signal);
      }),
      edition: it.procedure.edition.handler(({ input, context }) => give(anybody(context.door).procedures.edition(input.procedure, input.edition))),
      standings: it.procedure.standings.handler(({ context }) => [...whoMay('read-site', context.door).procedures.standings()]),
      watchStandings: it.procedure.watchStandings.handler(({ context, signal }) => changes.watch(['procedures', 'session'], () => [...watching('read-site', context.door).procedures.standings()], signal)),
      publish: it.procedure.publish.handler(({ input, context }) => {
        const station = whoMay('change-procedures', context.door);
        return give(station.procedures.publish(input, actor(station, context.door)));
      }),
      withdraw: it.procedure.withdraw.handler(({ input, context }) => {
        const station = whoMay('change-procedures', context.door);
        return give(station.procedures.withdraw(input.procedure, actor(station, context.door)));
      }),
      toYaml: it.procedure.toYaml.handler(({ input, context }) => give(whoMay('read-site', context.door).procedures.toYaml(input.procedure, input.edition))),
      fromYaml: it.procedure.fromYaml.handler(({ input, context }) => give(whoMay('read-site', context.door).procedures.fromYaml(input.text))),
      drafts: it.procedure.drafts.handler(({ context }) => [...whoMay('change-procedures', context.door).procedureDrafts.list()]),
      saveDraft: it.procedure.saveDraft.handler(({ input, context }) => whoMay('change-procedures', context.door).procedureDrafts.save(input)),
      discardDraft: it.procedure.discardDraft.handler(({ input, context }) => whoMay('change-procedures', context.door).procedureDrafts.discard(input.procedure)),
      watchRuns: it.procedure.watchRuns.handler(({ context, signal }) => {
        const { runs } = anybody(context.door);
        return changes.watch(['runs'], () => [...runs.list()], signal);
      }),
      watchAlarmRuns: it.procedure.watchAlarmRuns.handler(({ input, context, signal }) => {
        const { runs } = anybody(context.door);
        return changes.watch(['runs'], () => [...runs.ofAlarm(input.alarm)], signal);
      }),
      start: it.procedure.start.handler(({ input, context }) => {
        const station = anybody(context.door);
        return give(station.runs.start(input.procedure, input.alarm, actor(station, context.door)));
      }),
      tick: it.procedure.tick.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).tick(input.run, input.step, input.ticked))),
      answer: it.procedure.answer.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).answer(input.run, input.question, input.answer))),
      end: it.procedure.end.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).end(input.run))),
    },
    incident: {
      list: it.incident.list.handler(({ context }) => [...whoMay('read-records', context.door).incidents.list()]),
      watchList: it.incident.watchList.handler(({ context, signal }) => changes.watch(['incidents', 'session'], () => [...watching('read-records', context.door).incidents.list()], signal)),
      get: it.incident.get.handler(({ input, context }) => give(whoMay('read-records', context.door).incidents.get(input.id))),
      search: it.incident.search.handler(async ({ input, context }) => give(await whoMay('read-records', context.door).incidents.search(input))),
      drafts: it.incident.drafts.handler(({ context }) => [...whoMay('read-records', context.door).incidents.drafts()]),
      watchDrafts: it.incident.watchDrafts.handler(({ context, signal }) => changes.watch(['drafts', 'session'], () => [...watching('read-records', context.door).incidents.drafts()], signal)),
      openDraft: it.incident.openDraft.handler(({ input, context }) => give(whoMay('write-records', context.door).incidents.openDraft(input.alarm))),
      saveDraft: it.incident.saveDraft.handler(({ input, context }) => give(done(whoMay('write-records', context.door).incidents.saveDraft(input)))),
      discardDraft: it.incident.discardDraft.handler(async ({ input, context }) => {
        const station = whoMay('write-records', context.door);
        return give(await discardDraft(station, input.id, actor(station, context.door)));
      }),
      file: it.incident.file.handler(({ input, context }) => {
        const station = whoMay('write-records', context.door);
        return give(station.incidents.file(input, actor(station, context.door)));
      }),
      amend: it.incident.amend.handler(({ input, context }) => {
        const station = whoMay('write-records', context.door);
        return give(station.incidents.amend(input.id, input.text, actor(station, context.door)));
      }),
      ...createPaperworkCalls(access, changes),
      erase: it.incident.erase.handler(({ input, context }) => {
        const station = whoMay('erase-records', context.door);
        return [...give(station.erasures.eraseIncident(input, actor(station, context.door)))];
      }),
      erasures: it.incident.erasures.handler(({ context }) => [...whoMay('read-records', context.door).erasures.list()]),
    },
    recordForm: {
      get: it.recordForm.get.handler(({ context }) => whoMay('read-records', context.door).recordForms.form()),
      watch: it.recordForm.watch.handler(({ context, signal }) => changes.watch(['recordForm', 'session'], () => watching('read-records', context.door).recordForms.form(), signal)),
      sets: it.recordForm.sets.handler(({ context }) => {
        whoMay('read-records', context.door);
        return recordFormSetSchema.options.map((set) => ({ set, form: recordFormSets[set] }));
      }),
      save: it.recordForm.save.handler(({ input, context }) => {
        const station = whoMay('change-record-form', context.door);
        return give(station.recordForms.save(input, actor(station, context.door)));
      }),
      toYaml: it.recordForm.toYaml.handler(({ context }) => whoMay('read-records', context.door).recordForms.toYaml()),
      fromYaml: it.recordForm.fromYaml.handler(({ input, context }) => {
        const station = whoMay('change-record-form', context.door);
        return give(station.recordForms.fromYaml(input.text, actor(station, context.door)));
      }),
    },
    attachment: {
      list: it.attachment.list.handler(async ({ input, context }) => {
        const { attachments } = whoMay(rightTo('read', input.owner), context.door);
        await attachments.ready();
        return [...attachments.list(input.owner)];
      }),
      watch: it.attachment.watch.handler(async ({ input, context, signal }) => {
        const right = rightTo('read', input.owner);
        await watching(right, context.door).attachments.ready();
        return changes.watch(['attachments', 'session'], () => [...watching(right, context.door).attachments.list(input.owner)], signal);
      }),
      begin: it.attachment.begin.handler(async ({ input, context }) => give(await whoMay(rightTo('write', input.owner), context.door).attachments.begin(input))),
      put: it.attachment.put.handler(async ({ input, context }) => give(await whoMayTouch('write', input.id, context.door).attachments.put(input.id, input.number, Buffer.from(input.bytes, 'base64')))),
      finish: it.attachment.finish.handler(async ({ input, context }) => {
        const station = whoMayTouch('write', input.id, context.door);
        return give(await station.attachments.finish(input.id, actor(station, context.door)));
      }),
      cancel: it.attachment.cancel.handler(({ input, context }) => whoMayTouch('write', input.id, context.door).attachments.cancel(input.id)),
      read: it.attachment.read.handler(async ({ input, context }) => {
        const station = whoMayTouch('read', input.id, context.door);
        const bytes = give(await station.attachments.read(input.id, input.number, { staff: actor(station, context.door), mayOpenRestricted: isAllowed(station, 'open-originals', context.door) }));
        return { bytes: Buffer.from(bytes).toString('base64') };
      }),
      remove: it.attachment.remove.handler(({ input, context }) => {
        const station = whoMayTouch('write', input.id, context.door);
        return give(station.attachments.remove(input.id, input.reason, actor(station, context.door)));
      }),
    },
    export: {
      make: it.export.make.handler(({ input, context }) => {
        const station = whoMay('export-records', context.door);
        return station.exports.make(input, exporting(station, context.door));
      }),
      read: it.export.read.handler(({ input, context }) => {
        const station = whoMay('export-records', context.door);
        return { bytes: Buffer.from(give(station.exports.read(input.id, input.number, exporting(station, context.door)))).toString('base64') };
      }),
    },
    person: createPersonRouter(access, changes),
    records: createRecordRouter(access, changes),
    report: createReportRouter(access),
  });
};
