import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on the desk itself: working alone, check-ins, signs of life. */
export const createDeskRouter = ({ acting, anybody }: Access, changes: Changes): Router<Contract['desk'], CallContext> => {
  const it = implement(contract.desk).$context<CallContext>();
  return it.router({
    watch: it.watch.handler(({ context, signal }) => {
      const { desk } = anybody(context.door);
      return changes.watch(['desk'], desk.state, signal);
    }),
    setAlone: it.setAlone.handler(acting(({ desk }, input, by) => desk.setAlone(input.alone, 'person', by))),
    checkIn: it.checkIn.handler(acting(({ desk }, _input, by) => desk.checkIn(by))),
    noteActivity: it.noteActivity.handler(({ context }) => {
      const { attendance, staff } = anybody(context.door);
      attendance.noteActivity();
      if (context.door === 'window') staff.noteActivity();
    }),
  });
};
