import { implement, type Router } from '@orpc/server';
import { contract, failed, personRightSchema, type Contract, type PersonList, type PersonRight } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';
import { needsSomebody } from '../person/personProblems.ts';
import { readCardPhoto } from '../person/cardPhoto.ts';
import type { PersonCaller } from '../person/persons.ts';
import type { Door } from '../station.ts';

/** The command line acts for nobody in particular, so it decides nothing about anybody; it answers requests: to see what is held, and to have it erased. */
const ofCommandLine: readonly PersonRight[] = ['look-people-up', 'read-files', 'export-files', 'erase-files'];

/** The contract's calls on person files; each line names what whoever calls it must be allowed. */
export const createPersonRouter = ({ whoMay, watching }: Access, changes: Changes): Router<Contract['person'], CallContext> => {
  const it = implement(contract.person).$context<CallContext>();
  const callerAt = (station: StationParts, door: Door): PersonCaller => {
    if (door === 'command') return { staff: null, role: null, door, rights: ofCommandLine };
    const { staff, capabilities } = station.staff.session();
    return { staff: actor(station, door), role: staff?.role ?? null, door, rights: personRightSchema.options.filter((right) => capabilities.includes(right)) };
  };
  /** A call that a person starts. */
  const on = <Input, Output>(right: PersonRight, run: (station: StationParts, input: Input, caller: PersonCaller) => Output) => ({ input, context: { door } }: { readonly input: Input; readonly context: CallContext }): Output => {
    const station = whoMay(right, door);
    const caller = callerAt(station, door);
    return caller.rights.includes(right) ? run(station, input, caller) : give<Output>(needsSomebody());
  };

  return it.router({
    list: it.list.handler(on('look-people-up', ({ persons: files }, _input, caller) => files.list(caller))),
    watchList: it.watchList.handler(({ context, signal }) => {
      const callerNow = (): { readonly station: StationParts; readonly caller: PersonCaller } => {
        const station = watching('look-people-up', context.door);
        return { station, caller: callerAt(station, context.door) };
      };
      const began = callerNow().caller.staff?.id;
      const read = (): PersonList => {
        const { station, caller } = callerNow();
        // A window may keep what it was told for whoever it was told to.
        return caller.staff?.id === began ? station.persons.list(caller) : give<PersonList>(failed('SignInRequired', 'Somebody else is signed in now.', 'Ask for the list anew.'));
      };
      return changes.watch(['persons', 'session'], read, signal);
    }),
    find: it.find.handler(on('look-people-up', ({ persons: files }, { text }, caller) => [...files.find(text, caller)])),
    card: it.card.handler(on('look-people-up', ({ persons: files }, { person }, caller) => give(files.card(person, caller)))),
    cardPhoto: it.cardPhoto.handler(async ({ input, context: { door } }) => {
      const station = whoMay('look-people-up', door);
      return give(await readCardPhoto(station, input.person, callerAt(station, door)));
    }),
    get: it.get.handler(on('read-files', ({ persons: files }, { person }, caller) => give(files.get(person, caller)))),
    drafts: it.drafts.handler(on('hand-in-files', ({ persons: files }, _input, caller) => [...files.drafts(caller)])),
    saveDraft: it.saveDraft.handler(on('hand-in-files', ({ persons: files }, input, caller) => give(files.saveDraft(input, caller)))),
    discardDraft: it.discardDraft.handler(on('hand-in-files', ({ persons: files }, { id }, caller) => files.discardDraft(id, caller))),
    establish: it.establish.handler(on('hand-in-files', ({ persons: files }, input, caller) => give(files.establish(input, caller)))),
    amend: it.amend.handler(on('write-files', ({ persons: files }, input, caller) => give(files.amend(input, caller)))),
    approve: it.approve.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.approve(input, caller)))),
    reject: it.reject.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.reject(input, caller)))),
    addMarker: it.addMarker.handler(on('write-files', ({ persons: files }, input, caller) => give(files.addMarker(input, caller)))),
    removeMarker: it.removeMarker.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.removeMarker(input, caller)))),
    choosePhoto: it.choosePhoto.handler(on('write-files', ({ persons: files }, input, caller) => give(files.choosePhoto(input, caller)))),
    imposeBan: it.imposeBan.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.imposeBan(input, caller)))),
    liftBan: it.liftBan.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.liftBan(input, caller)))),
    review: it.review.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.review(input, caller)))),
    merge: it.merge.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.merge(input, caller)))),
    undoMerge: it.undoMerge.handler(on('decide-on-files', ({ persons: files }, input, caller) => give(files.undoMerge(input, caller)))),
    link: it.link.handler(on('write-files', ({ persons: files }, input, caller) => give(files.link(input, caller)))),
    unlink: it.unlink.handler(on('write-files', ({ persons: files }, input, caller) => give(files.unlink(input, caller)))),
    ofIncident: it.ofIncident.handler(on('look-people-up', ({ persons: files }, { incident }, caller) => [...files.ofIncident(incident, caller)])),
    exportFile: it.exportFile.handler(on('export-files', ({ persons: files }, input, caller) => give(files.exportFile(input, caller)))),
    erase: it.erase.handler(on('erase-files', ({ persons: files }, input, caller) => [...give(files.erase(input, caller))])),
    exportPdf: it.exportPdf.handler(on('export-files', async ({ handouts }, input, caller) => give(await handouts.accessPdf(input, caller)))),
    letter: it.letter.handler(on('read-files', ({ letters, handouts }, { language }) => ({ text: letters.notice(), standard: handouts.standardLetter(language) }))),
    noticeLetter: it.noticeLetter.handler(on('read-files', ({ handouts }, input, caller) => give(handouts.letter(input, caller)))),
    letterPdf: it.letterPdf.handler(on('read-files', async ({ handouts }, input, caller) => give(await handouts.letterPdf(input, caller)))),
    changeLetter: it.changeLetter.handler(on('change-letter', ({ letters }, { text }, { staff }) => give(letters.changeNotice(text, staff)))),
  });
};
