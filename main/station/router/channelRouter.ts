import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import { removeChannel } from '../channel/removeChannel.ts';

/** The contract's calls on the ways out of the site. */
export const createChannelRouter = ({ changing, watching, whoMay }: Access, changes: Changes): Router<Contract['channel'], CallContext> => {
  const it = implement(contract.channel).$context<CallContext>();
  return it.router({
    list: it.list.handler(({ context }) => [...whoMay('read-site', context.door).waysOut.channels.list()]),
    watch: it.watch.handler(({ context, signal }) => changes.watch(['channels', 'session'], () => [...watching('read-site', context.door).waysOut.channels.list()], signal)),
    save: it.save.handler(changing('change-channels', ({ waysOut }, input, by) => waysOut.channels.save(input, by))),
    remove: it.remove.handler(({ input, context }) => give(removeChannel(whoMay('change-channels', context.door), input.id, context.door))),
    test: it.test.handler(async ({ input, context }) => {
      const station = whoMay('change-channels', context.door);
      const tested = await station.waysOut.channels.test(input.id);
      if (tested.ok) station.audit.noteIfPossible('channel-tested', input.id, actor(station, context.door));
      return give(tested);
    }),
    attempts: it.attempts.handler(({ input, context }) => {
      const { alarms, waysOut } = whoMay('read-site', context.door);
      const attempts = waysOut.channels.attempts(input.id);
      return context.door === 'window' ? [...alarms.attemptsShownHere(attempts)] : [...attempts];
    }),
  });
};
