import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on who is told, and when. */
export const createPlanRouter = ({ changing, watching, whoMay }: Access, changes: Changes): Router<Contract['plan'], CallContext> => {
  const it = implement(contract.plan).$context<CallContext>();
  return it.router({
    get: it.get.handler(({ context }) => whoMay('read-site', context.door).plans.document()),
    watch: it.watch.handler(({ context, signal }) => changes.watch(['plans', 'session'], () => watching('read-site', context.door).plans.document(), signal)),
    save: it.save.handler(changing('change-plans', ({ plans }, input, by) => plans.save(input, by))),
    toYaml: it.toYaml.handler(({ context }) => whoMay('read-site', context.door).plans.toYaml()),
    fromYaml: it.fromYaml.handler(changing('change-plans', ({ plans }, input, by) => plans.fromYaml(input.text, by))),
  });
};
