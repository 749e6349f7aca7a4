import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Access, CallContext } from '../access.ts';
import type { Changes } from '../changes.ts';

/** The contract's calls on who is at which desk. */
export const createRotaRouter = ({ anybody, changing, watching }: Access, changes: Changes): Router<Contract['rota'], CallContext> => {
  const it = implement(contract.rota).$context<CallContext>();
  return it.router({
    watchToday: it.watchToday.handler(({ context, signal }) => {
      const { rotas } = anybody(context.door);
      return changes.watch(['rota'], () => [...rotas.today()], signal);
    }),
    watch: it.watch.handler(({ context, signal }) => changes.watch(['rota', 'session'], () => watching('read-site', context.door).rotas.rota(), signal)),
    saveWeek: it.saveWeek.handler(changing('plan-rota', ({ rotas }, input, by) => rotas.saveWeek(input.shifts, by))),
    saveDay: it.saveDay.handler(changing('plan-rota', ({ rotas }, input, by) => rotas.saveDay(input, by))),
    forgetDay: it.forgetDay.handler(changing('plan-rota', ({ rotas }, input, by) => rotas.forgetDay(input.date, by))),
  });
};
