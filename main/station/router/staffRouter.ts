import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';

/** The contract's calls on the people of the site and what they sign in with. */
export const createStaffRouter = ({ anybody, changing, whoMay }: Access): Router<Contract['staff'], CallContext> => {
  const it = implement(contract.staff).$context<CallContext>();
  return it.router({
    list: it.list.handler(({ context }) => [...anybody(context.door).staff.list()]),
    records: it.records.handler(({ context }) => [...whoMay('read-setup', context.door).staff.records()]),
    add: it.add.handler(changing('change-people', ({ staff }, input, by) => staff.add(input, by))),
    remove: it.remove.handler(changing('change-people', ({ staff }, input, by) => staff.remove(input.staff, by))),
    erase: it.erase.handler(changing('change-people', ({ staff }, input, by) => staff.erase(input.staff, input.reason, by))),
    setRole: it.setRole.handler(changing('change-people', ({ staff }, input, by) => staff.setRole(input.staff, input.role, by))),
    setPin: it.setPin.handler(changing('change-people', ({ staff }, input, by) => staff.setPin(input.staff, input.pin, by))),
    setDuressCode: it.setDuressCode.handler(async ({ input, context }) => {
      const isOwn = anybody(context.door).staff.reference()?.id === input.staff;
      const station = whoMay(isOwn ? 'change-own-codes' : 'change-people', context.door);
      return give(await station.staff.setDuressCode(input.staff, input.code, actor(station, context.door)));
    }),
    setBadge: it.setBadge.handler(changing('change-people', ({ staff }, input, by) => staff.setBadge(input.staff, input.number, by))),
  });
};
