import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { failed } from '../../contract/problem.ts';
import { isAllowed, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { Runs } from '../procedure/runs.ts';
import type { Door } from '../station.ts';

/** A walk of this station is anybody's who stands there; one of another station only a colleague's who is signed in (see decision 19). */
const walkOf = (station: StationParts, run: string, door: Door): Runs => {
  if (station.runs.isElsewhere(run) && !isAllowed(station, 'help-elsewhere', door)) return give(failed('SignInRequired', 'That checklist belongs to another desk.', 'Sign in to help with it, or tick it at that desk.', 'run'));
  return station.runs;
};

/** The contract's calls on procedures, their drafts and the walks through them. */
export const createProcedureRouter = ({ acting, anybody, changing, watching, whoMay }: Access, changes: Changes): Router<Contract['procedure'], CallContext> => {
  const it = implement(contract.procedure).$context<CallContext>();
  return it.router({
    list: it.list.handler(({ context }) => anybody(context.door).procedures.shown().map(({ document }) => document)),
    watch: it.watch.handler(({ context, signal }) => {
      const { procedures } = anybody(context.door);
      return changes.watch(['procedures'], () => [...procedures.shown()], signal);
    }),
    edition: it.edition.handler(({ input, context }) => give(anybody(context.door).procedures.edition(input.procedure, input.edition))),
    standings: it.standings.handler(({ context }) => [...whoMay('read-site', context.door).procedures.standings()]),
    watchStandings: it.watchStandings.handler(({ context, signal }) => changes.watch(['procedures', 'session'], () => [...watching('read-site', context.door).procedures.standings()], signal)),
    publish: it.publish.handler(changing('change-procedures', ({ procedures }, input, by) => procedures.publish(input, by))),
    withdraw: it.withdraw.handler(changing('change-procedures', ({ procedures }, input, by) => procedures.withdraw(input.procedure, by))),
    toYaml: it.toYaml.handler(({ input, context }) => give(whoMay('read-site', context.door).procedures.toYaml(input.procedure, input.edition))),
    fromYaml: it.fromYaml.handler(({ input, context }) => give(whoMay('read-site', context.door).procedures.fromYaml(input.text))),
    drafts: it.drafts.handler(({ context }) => [...whoMay('change-procedures', context.door).procedureDrafts.list()]),
    saveDraft: it.saveDraft.handler(({ input, context }) => whoMay('change-procedures', context.door).procedureDrafts.save(input)),
    discardDraft: it.discardDraft.handler(({ input, context }) => whoMay('change-procedures', context.door).procedureDrafts.discard(input.procedure)),
    watchRuns: it.watchRuns.handler(({ context, signal }) => {
      const { runs } = anybody(context.door);
      return changes.watch(['runs'], () => [...runs.list()], signal);
    }),
    watchAlarmRuns: it.watchAlarmRuns.handler(({ input, context, signal }) => {
      const { runs } = anybody(context.door);
      return changes.watch(['runs'], () => [...runs.ofAlarm(input.alarm)], signal);
    }),
    start: it.start.handler(acting(({ runs }, input, by) => runs.start(input.procedure, input.alarm, by))),
    tick: it.tick.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).tick(input.run, input.step, input.ticked))),
    answer: it.answer.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).answer(input.run, input.question, input.answer))),
    end: it.end.handler(({ input, context }) => give(walkOf(anybody(context.door), input.run, context.door).end(input.run))),
  });
};
