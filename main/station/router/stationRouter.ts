import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on the settings of one desk. */
export const createStationRouter = ({ anybody, changing }: Access, changes: Changes): Router<Contract['station'], CallContext> => {
  const it = implement(contract.station).$context<CallContext>();
  return it.router({
    watchSettings: it.watchSettings.handler(({ context, signal }) => {
      const { office } = anybody(context.door);
      return changes.watch(['settings'], office.settings, signal);
    }),
    changeSettings: it.changeSettings.handler(changing('change-desk', ({ office }, input, by) => office.changeSettings(input, by))),
    rename: it.rename.handler(changing('change-site', ({ office }, input, by) => office.rename(input.station, input.place, by))),
  });
};
