import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on the noticeboard. */
export const createBoardRouter = ({ anybody, changing }: Access, changes: Changes): Router<Contract['board'], CallContext> => {
  const it = implement(contract.board).$context<CallContext>();
  return it.router({
    watch: it.watch.handler(({ context, signal }) => {
      const { office } = anybody(context.door);
      return changes.watch(['board'], office.board, signal);
    }),
    change: it.change.handler(changing('change-board', ({ office }, input, by) => office.changeBoard(input, by))),
    addNotice: it.addNotice.handler(changing('post-notices', ({ office }, input, by) => office.addNotice(input.text, by))),
    removeNotice: it.removeNotice.handler(changing('post-notices', ({ office }, input, by) => office.removeNotice(input.id, by))),
  });
};
