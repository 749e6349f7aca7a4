import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Session } from '../../contract/staff.ts';
import { standardSiteSettings } from '../../core/site/foldSiteSettings.ts';
import type { Access, CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';

/** Before set-up. */
const nobodyThere: Session = { staff: null, capabilities: [], choosesPin: false, language: null, badges: false, signOutAfter: standardSiteSettings.signOutAfter };

/** The contract's calls on who is signed in at this terminal. */
export const createSessionRouter = ({ anybody, whoMay }: Access, changes: Changes, parts: () => StationParts | null): Router<Contract['session'], CallContext> => {
  const it = implement(contract.session).$context<CallContext>();
  return it.router({
    watch: it.watch.handler(({ signal }) => changes.watch(['session'], () => parts()?.staff.session() ?? nobodyThere, signal)),
    signIn: it.signIn.handler(async ({ input, context }) => give(await anybody(context.door).staff.signIn(input.staff, input.pin, input.language))),
    people: it.people.handler(({ context }) => [...anybody(context.door).staff.tiles()]),
    signInWithBadge: it.signInWithBadge.handler(async ({ input, context }) => give(await anybody(context.door).staff.signInWithBadge(input.number, input.language))),
    changePin: it.changePin.handler(async ({ input, context }) => give(await whoMay('change-own-codes', context.door).staff.changePin(input.pin, input.newPin))),
    chooseLanguage: it.chooseLanguage.handler(({ input, context }) => give(whoMay('change-own-codes', context.door).staff.chooseLanguage(input.language))),
    signOut: it.signOut.handler(({ context }) => anybody(context.door).staff.signOut()),
  });
};
