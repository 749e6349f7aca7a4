import { implement, type Router } from '@orpc/server';
import { contract, done, failed, type Contract, type CreateSite, type JoinSite, type Result, type SetupState } from '../contract/index.ts';
import type { Log } from '../core/environment.ts';
import type { Devices } from '../core/trigger/devices.ts';
import { actor, createAccess } from './access.ts';
import type { AlarmLists } from './alarmLists.ts';
import { explain, give } from './answers.ts';
import type { Captures } from './captures.ts';
import type { Changes } from './changes.ts';
import { closeAlarm } from './closeAlarm.ts';
import type { StationParts } from './enrolledStation.ts';
import { removeChannel } from './removeChannel.ts';
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

export interface CallContext {
  readonly door: Door;
}

/** Somebody who must not know may look at a window; the command line belongs to IT. */
const alarmsFor = ({ alarms }: StationParts, door: Door): AlarmLists => (door === 'window' ? alarms.shownHere : alarms);

/** The contract, answered by a station. Each line names who may call it; what is done lies in the parts. */
export const createRouter = ({ parts, devices, captures, changes, log, setupState, createSite, joinSite }: RouterDependencies): Router<Contract, CallContext> => {
  const { anybody, staff, watching, administrator } = createAccess(parts);
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
      watch: it.session.watch.handler(({ signal }) => changes.watch(['session'], () => parts()?.staff.session() ?? { staff: null }, signal)),
      signIn: it.session.signIn.handler(async ({ input, context }) => give(await anybody(context.door).staff.signIn(input.staff, input.pin))),
      signOut: it.session.signOut.handler(({ context }) => anybody(context.door).staff.signOut()),
    },
    staff: {
      list: it.staff.list.handler(({ context }) => [...anybody(context.door).staff.list()]),
      add: it.staff.add.handler(async ({ input, context }) => give(await administrator(context.door).staff.add(input.name, input.role, input.pin))),
      setPin: it.staff.setPin.handler(async ({ input, context }) => give(await administrator(context.door).staff.setPin(input.staff, input.pin))),
      setDuressCode: it.staff.setDuressCode.handler(async ({ input, context }) => {
        const isOwn = staff(context.door).staff.reference()?.id === input.staff;
        const station = isOwn ? staff(context.door) : administrator(context.door);
        return give(await station.staff.setDuressCode(input.staff, input.code));
      }),
    },
    site: {
      invite: it.site.invite.handler(async ({ input, context }) => {
        const { lan, authority } = administrator(context.door);
        if (authority.key() === null) return give(authority.elsewhere());
        return give(lan === null ? failed('StationNotRunning', 'An invitation is only good while the station runs.', 'Start it with quietbell run, then invite.') : await lan.invite(input.hours));
      }),
      retire: it.site.retire.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.retirements.retire(input.station, actor(station, context.door)));
      }),
      moveAuthority: it.site.moveAuthority.handler(async ({ input, context }) => give(await administrator(context.door).authority.move(input.station))),
      exportAuthority: it.site.exportAuthority.handler(async ({ input, context }) => {
        const exported = await administrator(context.door).authority.exportCopy(input.passphrase);
        return { copy: give(exported) };
      }),
      importAuthority: it.site.importAuthority.handler(async ({ input, context }) => {
        const station = administrator(context.door);
        return give(await station.authority.importCopy(input.copy, input.passphrase, actor(station, context.door)));
      }),
      status: it.site.status.handler(({ context }) => anybody(context.door).supervision.status()),
      watchStatus: it.site.watchStatus.handler(({ context, signal }) => {
        const { supervision } = anybody(context.door);
        return changes.watch(['status'], supervision.status, signal);
      }),
      faults: it.site.faults.handler(({ context }) => [...staff(context.door).faults.list()]),
      watchFaults: it.site.watchFaults.handler(({ context, signal }) => changes.watch(['faults', 'session'], () => [...watching(context.door).faults.list()], signal)),
      verify: it.site.verify.handler(({ context }) => staff(context.door).context.ledger.verify()),
      evidence: it.site.evidence.handler(({ context }) => administrator(context.door).evidence.evidence()),
      trace: it.site.trace.handler(({ input, context }) => [...give(administrator(context.door).evidence.trace(input))]),
      rebuild: it.site.rebuild.handler(async ({ context }) => ({ subjects: await administrator(context.door).context.ledger.rebuild() })),
    },
    station: {
      watchSettings: it.station.watchSettings.handler(({ context, signal }) => {
        const { office } = anybody(context.door);
        return changes.watch(['settings'], office.settings, signal);
      }),
      changeSettings: it.station.changeSettings.handler(({ input, context }) => give(staff(context.door).office.changeSettings(input))),
      rename: it.station.rename.handler(({ input, context }) => give(administrator(context.door).office.rename(input.station, input.place))),
    },
    board: {
      watch: it.board.watch.handler(({ context, signal }) => {
        const { office } = anybody(context.door);
        return changes.watch(['board'], office.board, signal);
      }),
      change: it.board.change.handler(({ input, context }) => give(administrator(context.door).office.changeBoard(input))),
      addNotice: it.board.addNotice.handler(({ input, context }) => {
        const station = staff(context.door);
        return give(station.office.addNotice(input.text, actor(station, context.door)));
      }),
      removeNotice: it.board.removeNotice.handler(({ input, context }) => give(staff(context.door).office.removeNotice(input.id))),
    },
    trigger: {
      devices: it.trigger.devices.handler(() => [...devices.list()]),
      watchDevices: it.trigger.watchDevices.handler(({ signal }) => changes.watch(['devices'], () => [...devices.list()], signal)),
      capture: it.trigger.capture.handler(({ context, signal }) => {
        // While it runs the pedals are mute, so nobody may leave it running who is not known.
        if (parts() !== null) watching(context.door);
        return captures.steps(context.door === 'window' ? AbortSignal.any([...(signal === undefined ? [] : [signal]), AbortSignal.timeout(longestCapture)]) : signal);
      }),
      bindings: it.trigger.bindings.handler(({ context }) => [...anybody(context.door).triggers.list()]),
      // Answers before set-up too: the Electron host listens from its start on.
      watchBindings: it.trigger.watchBindings.handler(({ signal }) => changes.watch(['bindings'], () => [...(parts()?.triggers.list() ?? [])], signal)),
      addBinding: it.trigger.addBinding.handler(({ input, context }) => give(staff(context.door).triggers.bind(input))),
      removeBinding: it.trigger.removeBinding.handler(({ input, context }) => give(staff(context.door).triggers.unbind(input.id))),
      edge: it.trigger.edge.handler(({ input, context }) => give(anybody(context.door).triggers.edge(input))),
    },
    alarm: {
      press: it.alarm.press.handler(({ input, context }) => {
        const station = anybody(context.door);
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
      list: it.alarm.list.handler(({ context }) => [...alarmsFor(staff(context.door), context.door).list()]),
      watch: it.alarm.watch.handler(({ context, signal }) => {
        const alarms = alarmsFor(anybody(context.door), context.door);
        return changes.watch(['alarms', 'status'], () => [...alarms.current()], signal);
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
      noteActivity: it.desk.noteActivity.handler(({ context }) => anybody(context.door).attendance.noteActivity()),
    },
    channel: {
      list: it.channel.list.handler(({ context }) => [...staff(context.door).waysOut.channels.list()]),
      watch: it.channel.watch.handler(({ context, signal }) => changes.watch(['channels', 'session'], () => [...watching(context.door).waysOut.channels.list()], signal)),
      save: it.channel.save.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.waysOut.channels.save(input, actor(station, context.door)));
      }),
      remove: it.channel.remove.handler(({ input, context }) => give(removeChannel(administrator(context.door), input.id, context.door))),
      test: it.channel.test.handler(async ({ input, context }) => give(await administrator(context.door).waysOut.channels.test(input.id))),
      attempts: it.channel.attempts.handler(({ input, context }) => {
        const { alarms, waysOut } = staff(context.door);
        const attempts = waysOut.channels.attempts(input.id);
        return context.door === 'window' ? [...alarms.attemptsShownHere(attempts)] : [...attempts];
      }),
    },
    plan: {
      get: it.plan.get.handler(({ context }) => staff(context.door).plans.document()),
      watch: it.plan.watch.handler(({ context, signal }) => changes.watch(['plans', 'session'], () => watching(context.door).plans.document(), signal)),
      save: it.plan.save.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.plans.save(input, actor(station, context.door)));
      }),
      toYaml: it.plan.toYaml.handler(({ context }) => staff(context.door).plans.toYaml()),
      fromYaml: it.plan.fromYaml.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.plans.fromYaml(input.text, actor(station, context.door)));
      }),
    },
    retention: {
      get: it.retention.get.handler(({ context }) => staff(context.door).retention.state()),
      save: it.retention.save.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.retention.change(input, actor(station, context.door)));
      }),
      preview: it.retention.preview.handler(({ input, context }) => administrator(context.door).retention.preview(input)),
      carryOut: it.retention.carryOut.handler(async ({ context }) => {
        const station = administrator(context.door);
        return give(await station.retention.carryOut(actor(station, context.door)));
      }),
    },
    backup: {
      watch: it.backup.watch.handler(({ context, signal }) => changes.watch(['backups', 'session'], () => watching(context.door).backups.state(), signal)),
      make: it.backup.make.handler(async ({ input, context }) => give(await administrator(context.door).backups.make(input))),
      setPassphrase: it.backup.setPassphrase.handler(async ({ input, context }) => {
        const station = administrator(context.door);
        return give(await station.backups.setPassphrase(input.passphrase, actor(station, context.door)));
      }),
      schedule: it.backup.schedule.handler(({ input, context }) => {
        const station = administrator(context.door);
        return give(station.backups.schedule(input.schedule, actor(station, context.door)));
      }),
    },
    procedure: {
      list: it.procedure.list.handler(({ context }) => [...anybody(context.door).context.procedures]),
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
      tick: it.procedure.tick.handler(({ input, context }) => give(anybody(context.door).runs.tick(input.run, input.step, input.ticked))),
      answer: it.procedure.answer.handler(({ input, context }) => give(anybody(context.door).runs.answer(input.run, input.question, input.answer))),
      end: it.procedure.end.handler(({ input, context }) => give(anybody(context.door).runs.end(input.run))),
    },
    incident: {
      list: it.incident.list.handler(({ context }) => [...staff(context.door).incidents.list()]),
      watchList: it.incident.watchList.handler(({ context, signal }) => changes.watch(['incidents', 'session'], () => [...watching(context.door).incidents.list()], signal)),
      get: it.incident.get.handler(({ input, context }) => give(staff(context.door).incidents.get(input.id))),
      search: it.incident.search.handler(async ({ input, context }) => give(await staff(context.door).incidents.search(input))),
      drafts: it.incident.drafts.handler(({ context }) => [...staff(context.door).incidents.drafts()]),
      watchDrafts: it.incident.watchDrafts.handler(({ context, signal }) => changes.watch(['drafts', 'session'], () => [...watching(context.door).incidents.drafts()], signal)),
      openDraft: it.incident.openDraft.handler(({ input, context }) => give(staff(context.door).incidents.openDraft(input.alarm))),
      saveDraft: it.incident.saveDraft.handler(({ input, context }) => give(done(staff(context.door).incidents.saveDraft(input)))),
      discardDraft: it.incident.discardDraft.handler(({ input, context }) => staff(context.door).incidents.discardDraft(input.id)),
      file: it.incident.file.handler(({ input, context }) => {
        const station = staff(context.door);
        return give(station.incidents.file(input, actor(station, context.door)));
      }),
      amend: it.incident.amend.handler(({ input, context }) => {
        const station = staff(context.door);
        return give(station.incidents.amend(input.id, input.text, actor(station, context.door)));
      }),
      erase: it.incident.erase.handler(({ input, context }) => {
        const station = administrator(context.door);
        return [...give(station.erasures.eraseIncident(input, actor(station, context.door)))];
      }),
      erasures: it.incident.erasures.handler(({ context }) => [...staff(context.door).erasures.list()]),
    },
  });
};
