import { implement, type Router } from '@orpc/server';
import { contract, failed, type Contract, type PersonList, type PersonRight } from '../contract/index.ts';
import type { PersonAccess } from './access.ts';
import { give } from './answers.ts';
import type { Changes } from './changes.ts';
import type { StationParts } from './enrolledStation.ts';
import type { PersonCaller } from './persons.ts';
import type { Door } from './station.ts';

interface CallContext {
  readonly door: Door;
}

/** The contract's calls on person files; each line names the right that it needs. */
export const createPersonRouter = ({ persons, watchingPersons }: PersonAccess, changes: Changes): Router<Contract['person'], CallContext> => {
  const it = implement(contract.person).$context<CallContext>();
  /** A call that a person starts: with the right to it, or not at all. */
  const on = <Input, Output>(right: PersonRight, run: (station: StationParts, input: Input, caller: PersonCaller) => Output) => ({ input, context }: { readonly input: Input; readonly context: CallContext }): Output => {
    const { station, caller } = persons(context.door, right);
    return run(station, input, caller);
  };

  return it.router({
    list: it.list.handler(on('standing', ({ persons: files }, _input, caller) => files.list(caller))),
    watchList: it.watchList.handler(({ context, signal }) => {
      const began = watchingPersons(context.door).caller.staff?.id;
      const read = (): PersonList => {
        const { station, caller } = watchingPersons(context.door);
        // A window may keep what it was told for whoever it was told to.
        return caller.staff?.id === began ? station.persons.list(caller) : give<PersonList>(failed('SignInRequired', 'Somebody else is signed in now.', 'Ask for the list anew.'));
      };
      return changes.watch(['persons', 'session'], read, signal);
    }),
    find: it.find.handler(on('standing', ({ persons: files }, { text }, caller) => [...files.find(text, caller)])),
    card: it.card.handler(on('standing', ({ persons: files }, { person }, caller) => give(files.card(person, caller)))),
    get: it.get.handler(on('files', ({ persons: files }, { person }, caller) => give(files.get(person, caller)))),
    drafts: it.drafts.handler(on('establish', ({ persons: files }, _input, caller) => [...files.drafts(caller)])),
    saveDraft: it.saveDraft.handler(on('establish', ({ persons: files }, input, caller) => give(files.saveDraft(input, caller)))),
    discardDraft: it.discardDraft.handler(on('establish', ({ persons: files }, { id }, caller) => files.discardDraft(id, caller))),
    establish: it.establish.handler(on('establish', ({ persons: files }, input, caller) => give(files.establish(input, caller)))),
    amend: it.amend.handler(on('write', ({ persons: files }, input, caller) => give(files.amend(input, caller)))),
    approve: it.approve.handler(on('decide', ({ persons: files }, input, caller) => give(files.approve(input, caller)))),
    reject: it.reject.handler(on('decide', ({ persons: files }, input, caller) => give(files.reject(input, caller)))),
    addMarker: it.addMarker.handler(on('write', ({ persons: files }, input, caller) => give(files.addMarker(input, caller)))),
    removeMarker: it.removeMarker.handler(on('decide', ({ persons: files }, input, caller) => give(files.removeMarker(input, caller)))),
    imposeBan: it.imposeBan.handler(on('decide', ({ persons: files }, input, caller) => give(files.imposeBan(input, caller)))),
    liftBan: it.liftBan.handler(on('decide', ({ persons: files }, input, caller) => give(files.liftBan(input, caller)))),
    review: it.review.handler(on('decide', ({ persons: files }, input, caller) => give(files.review(input, caller)))),
    merge: it.merge.handler(on('decide', ({ persons: files }, input, caller) => give(files.merge(input, caller)))),
    undoMerge: it.undoMerge.handler(on('decide', ({ persons: files }, input, caller) => give(files.undoMerge(input, caller)))),
    link: it.link.handler(on('write', ({ persons: files }, input, caller) => give(files.link(input, caller)))),
    unlink: it.unlink.handler(on('write', ({ persons: files }, input, caller) => give(files.unlink(input, caller)))),
    ofIncident: it.ofIncident.handler(on('standing', ({ persons: files }, { incident }, caller) => [...files.ofIncident(incident, caller)])),
    exportFile: it.exportFile.handler(on('export', ({ persons: files }, input, caller) => give(files.exportFile(input, caller)))),
    letter: it.letter.handler(on('files', ({ letters }) => ({ text: letters.notice() }))),
    changeLetter: it.changeLetter.handler(on('letter', ({ letters }, { text }, { staff }) => give(letters.changeNotice(text, staff)))),
  });
};
