import { implement, type Router } from '@orpc/server';
import { contract, failed, personRightSchema, type Contract, type ShownView } from '../../contract/index.ts';
import { actor, isAllowed, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { ViewCaller } from '../record/savedViews.ts';
import type { Door } from '../station.ts';

/** The contract's calls on the list of records; each line names what whoever calls it must be allowed. */
export const createRecordsRouter = ({ whoMay, watching }: Access, changes: Changes): Router<Contract['records'], CallContext> => {
  const it = implement(contract.records).$context<CallContext>();
  const callerAt = (station: StationParts, door: Door): ViewCaller => ({ staff: actor(station, door), mayShare: isAllowed(station, 'share-views', door) });

  /** Which records a person is linked to stands in the file: it is for those who may read it, and a look into it. */
  const linkedTo = (person: string, door: Door): readonly string[] => {
    const station = whoMay('read-files', door);
    const { staff, capabilities } = station.staff.session();
    return give(station.persons.recordsOf(person, { staff: actor(station, door), role: staff?.role ?? null, door, rights: personRightSchema.options.filter((right) => capabilities.includes(right)) }));
  };

  return it.router({
    page: it.page.handler(async ({ input, context }) => {
      const station = whoMay('read-records', context.door);
      const { person } = input.filters;
      return give(await station.recordLists.page(input, person === null ? null : linkedTo(person, context.door)));
    }),
    choices: it.choices.handler(async ({ context }) => give(await whoMay('read-records', context.door).recordLists.choices())),
    watchViews: it.watchViews.handler(({ context, signal }) => {
      const now = (): { readonly station: StationParts; readonly caller: ViewCaller } => {
        const station = watching('read-records', context.door);
        return { station, caller: callerAt(station, context.door) };
      };
      const began = now().caller.staff?.id;
      const read = (): ShownView[] => {
        const { station, caller } = now();
        // A window may keep what it was told for whoever it was told to.
        return caller.staff?.id === began ? [...station.savedViews.list(caller)] : give<ShownView[]>(failed('SignInRequired', 'Somebody else is signed in now.', 'Ask for the views anew.'));
      };
      return changes.watch(['views', 'session'], read, signal);
    }),
    saveView: it.saveView.handler(({ input, context }) => {
      const station = whoMay('keep-views', context.door);
      return give(station.savedViews.save(input, callerAt(station, context.door)));
    }),
    dropView: it.dropView.handler(({ input, context }) => {
      const station = whoMay('keep-views', context.door);
      return give(station.savedViews.drop(input.id, callerAt(station, context.door)));
    }),
  });
};
