import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Result } from '../../contract/problem.ts';
import type { CreateSite, JoinSite, SetupState } from '../../contract/station.ts';
import type { CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Door } from '../station.ts';

/** What makes a station of a terminal. */
export interface SettingUp {
  readonly setupState: () => SetupState;
  readonly createSite: (input: CreateSite, door: Door) => Promise<Result<void>>;
  readonly joinSite: (input: JoinSite) => Promise<Result<void>>;
}

/** The contract's calls of a terminal that has no station yet. */
export const createSetupRouter = ({ setupState, createSite, joinSite }: SettingUp): Router<Contract['setup'], CallContext> => {
  const it = implement(contract.setup).$context<CallContext>();
  return it.router({
    state: it.state.handler(setupState),
    createSite: it.createSite.handler(async ({ input, context }) => give(await createSite(input, context.door))),
    joinSite: it.joinSite.handler(async ({ input }) => give(await joinSite(input))),
  });
};
