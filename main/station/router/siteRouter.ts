import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { failed } from '../../contract/problem.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import { rebuildingSteps } from '../storage/rebuildingSteps.ts';

/** The contract's calls on the site as a whole: its stations, its authority, its state, its ledger. */
export const createSiteRouter = ({ anybody, changing, watching, whoMay }: Access, changes: Changes): Router<Contract['site'], CallContext> => {
  const it = implement(contract.site).$context<CallContext>();
  return it.router({
    invite: it.invite.handler(async ({ input, context }) => {
      const station = whoMay('change-site', context.door);
      const { lan, authority, audit } = station;
      if (authority.key() === null) return give(authority.elsewhere());
      if (lan === null) return give(failed('StationNotRunning', 'An invitation is only good while the station runs.', 'Start it with quietbell run, then invite.'));
      give(audit.note('invited', '', actor(station, context.door)));
      return give(await lan.invite(input.hours));
    }),
    retire: it.retire.handler(changing('change-site', ({ retirements }, input, by) => retirements.retire(input.station, by))),
    moveAuthority: it.moveAuthority.handler(async ({ input, context }) => {
      const station = whoMay('change-site', context.door);
      const moved = await station.authority.move(input.station);
      if (moved.ok) station.audit.noteIfPossible('authority-given', input.station, actor(station, context.door));
      return give(moved);
    }),
    exportAuthority: it.exportAuthority.handler(async ({ input, context }) => {
      const station = whoMay('change-site', context.door);
      const copy = give(await station.authority.exportCopy(input.passphrase));
      // No copy without a word of it.
      give(station.audit.note('authority-exported', '', actor(station, context.door)));
      return { copy };
    }),
    importAuthority: it.importAuthority.handler(async ({ input, context }) => {
      const station = whoMay('change-site', context.door);
      const imported = await station.authority.importCopy(input.copy, input.passphrase, actor(station, context.door));
      if (imported.ok) station.audit.noteIfPossible('authority-imported', '', actor(station, context.door));
      return give(imported);
    }),
    status: it.status.handler(({ context }) => anybody(context.door).supervision.status()),
    watchStatus: it.watchStatus.handler(({ context, signal }) => {
      const { supervision } = anybody(context.door);
      return changes.watch(['status'], supervision.status, signal);
    }),
    faults: it.faults.handler(({ context }) => [...whoMay('read-site', context.door).faults.list()]),
    watchFaults: it.watchFaults.handler(({ context, signal }) => changes.watch(['faults', 'session'], () => [...watching('read-site', context.door).faults.list()], signal)),
    verify: it.verify.handler(async ({ context }) => {
      const station = whoMay('read-site', context.door);
      const verification = await station.context.ledger.verify();
      // IT lets it run by the clock: that somebody looked is only worth an event where it was a person.
      if (context.door === 'window') station.audit.noteIfPossible('records-checked', '', actor(station, context.door));
      return { ...verification, attachments: await station.attachments.verify() };
    }),
    evidence: it.evidence.handler(({ context }) => whoMay('read-audit', context.door).evidence.evidence()),
    trace: it.trace.handler(({ input, context }) => [...give(whoMay('read-audit', context.door).evidence.trace(input))]),
    rebuild: it.rebuild.handler(({ context }) => {
      const station = whoMay('change-site', context.door);
      station.audit.noteIfPossible('records-rebuilt', '', actor(station, context.door));
      return rebuildingSteps(station.context.ledger);
    }),
    settings: it.settings.handler(({ context }) => whoMay('read-setup', context.door).rules.settings()),
    changeSettings: it.changeSettings.handler(changing('change-site', ({ rules }, input, by) => rules.change(input, by))),
    audit: it.audit.handler(({ input, context }) => whoMay('read-audit', context.door).audit.page(input)),
  });
};
