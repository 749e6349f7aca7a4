import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';

/** The contract's calls on how long what is kept. */
export const createRetentionRouter = ({ changing, whoMay }: Access): Router<Contract['retention'], CallContext> => {
  const it = implement(contract.retention).$context<CallContext>();
  return it.router({
    get: it.get.handler(({ context }) => whoMay('read-site', context.door).retention.state()),
    save: it.save.handler(changing('change-retention', ({ retention }, input, by) => retention.change(input, by))),
    preview: it.preview.handler(({ input, context }) => whoMay('read-setup', context.door).retention.preview(input)),
    carryOut: it.carryOut.handler(async ({ context }) => {
      const station = whoMay('change-retention', context.door);
      const carriedOut = give(await station.retention.carryOut(actor(station, context.door)));
      station.audit.noteIfPossible('retention-carried-out', '', actor(station, context.door));
      return carriedOut;
    }),
  });
};
