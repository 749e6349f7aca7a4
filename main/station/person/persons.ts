import type { StaffReference } from '../../contract/alarm.ts';
import type { Erasure } from '../../contract/erasure.ts';
import type { IncidentPerson, Person, PersonCard, PersonDraft, PersonInput, PersonLine, PersonList, PersonRight, ShownPersonDraft, SubjectAccess } from '../../contract/person.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Role } from '../../contract/staff.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { byWhom, type StationContext } from '../context.ts';
import type { Erasures } from '../retention/erasures.ts';
import { createFileDrafts } from './fileDrafts.ts';
import { createPersonChanges, type PersonChanges } from './personChanges.ts';
import { erasureOfPerson } from './personErasure.ts';
import { createPersonFiles, listed } from './personFiles.ts';
import { createPersonLooks } from './personLooks.ts';
import { personUnknown } from './personProblems.ts';
import type { Door } from '../station.ts';
import { composeSubjectAccess } from './subjectAccess.ts';

/** Who asks. Whether their role lets them call was checked before (`router/personRouter.ts`); what they are shown is decided by the rights. */
export interface PersonCaller {
  readonly staff: StaffReference | null;
  readonly role: Role | null;
  readonly door: Door;
  readonly rights: readonly PersonRight[];
}

/** Files on people ("establish file on customer"), across all stations of the site. */
export interface Persons extends PersonChanges {
  readonly list: (caller: PersonCaller) => PersonList;
  readonly find: (text: string, caller: PersonCaller) => readonly PersonLine[];
  readonly card: (person: string, caller: PersonCaller) => Result<PersonCard>;
  readonly get: (person: string, caller: PersonCaller) => Result<Person>;
  /** Somebody looks at what belongs to a file and lies beside it: its photos. */
  readonly looked: (person: string, caller: Pick<PersonCaller, 'staff' | 'door'>) => void;
  readonly ofIncident: (incident: string, caller: PersonCaller) => readonly IncidentPerson[];
  /** The records that a person is linked to, by their ids. It is a look into the file. */
  readonly recordsOf: (person: string, caller: PersonCaller) => Result<readonly string[]>;
  readonly exportFile: (input: PersonInput<'exportFile'>, caller: PersonCaller) => Result<SubjectAccess>;
  /** All files that are one person, and the links of records to them. Returns what is left: that they were, and why they are gone. */
  readonly erase: (input: PersonInput<'erase'>, caller: PersonCaller) => Result<readonly Erasure[]>;
  readonly drafts: (caller: PersonCaller) => readonly ShownPersonDraft[];
  readonly saveDraft: (draft: Omit<PersonDraft, 'savedAt'>, caller: PersonCaller) => Result<PersonDraft>;
  readonly discardDraft: (id: string, caller: PersonCaller) => void;
  /** Once a second: at midnight bans run out and others begin. */
  readonly tick: () => void;
  readonly stop: () => void;
}

export const createPersons = (context: StationContext, siteName: () => string, erasures: Pick<Erasures, 'erase' | 'leftOf'>): Persons => {
  const { ledger, clock, changes, log } = context;
  const files = createPersonFiles(context);
  const drafts = createFileDrafts(context);
  const looks = createPersonLooks(clock, changes);
  const visible = ({ rights }: PersonCaller, newest?: number): readonly PersonLine[] => (rights.includes('read-files') ? files.all(newest) : files.standing(newest));
  let day = files.today();

  const look = (person: string, what: 'card' | 'file', { staff, door }: Pick<PersonCaller, 'staff' | 'door'>): void =>
    looks.look(person, staff?.id ?? null, what, () => {
      const kept = ledger.append([{ kind: 'PersonFileViewed', subject: subjectOf('person', person), body: { what, door, ...byWhom(context, staff) } }]);
      // What a desk has to know to be safe is not kept from it by a full disk.
      if (!kept.ok) log.warn({ person, what }, 'a look into a person file could not be written down');
      return kept.ok;
    });

  return {
    ...createPersonChanges(context, files, drafts),
    list: (caller) => {
      const people = visible(caller, listed + 1);
      return { rights: [...caller.rights], people: people.filter(({ file }, place) => place < listed || (file !== null && file.status !== 'rejected' && file.review !== 'later')), more: people.length > listed };
    },
    find: (text, caller) => {
      const words = plain(text).split(/\s+/).filter(Boolean);
      return visible(caller).filter(({ names, description }) => words.every((word) => plain([...names, description].join(' ')).includes(word)));
    },
    card: (id, caller) => {
      const card = files.card(id);
      if (card === undefined) return personUnknown();
      look(card.id, 'card', caller);
      return done(card);
    },
    get: (id, caller) => {
      const head = files.group(id)?.head.id;
      if (head === undefined) return personUnknown();
      look(head, 'file', caller);
      const view = files.view(head, caller.staff?.id ?? null);
      return view === undefined ? personUnknown() : done(view);
    },
    looked: (id, caller) => {
      const head = files.group(id)?.head.id;
      if (head !== undefined) look(head, 'file', caller);
    },
    ofIncident: (incident, caller) => {
      const linked = files.ofIncident(incident);
      return caller.rights.includes('read-files') ? linked : linked.filter(({ id }) => files.card(id) !== undefined);
    },
    recordsOf: (id, caller) => {
      const group = files.group(id);
      if (group === undefined) return personUnknown();
      look(group.head.id, 'file', caller);
      return done([...new Set(group.members.flatMap(({ links }) => links.map(({ incident }) => incident)))]);
    },
    exportFile: ({ person, withhold }, { staff }) => {
      const group = files.group(person);
      const view = files.view(person, null);
      if (group === undefined || view === undefined) return personUnknown();
      const told = ledger.append(group.members.map(({ id }) => ({ kind: 'PersonFileExported', subject: subjectOf('person', id), body: { withheld: withhold, ...byWhom(context, staff) } })));
      return told.ok ? done(composeSubjectAccess(context, { site: siteName(), group, view, withhold })) : told;
    },
    erase: ({ person, reason, files: seen }, { staff }) => {
      const group = files.group(person);
      if (group === undefined) return personUnknown();
      const members = group.members.map(({ id }) => id);
      if (seen !== undefined && members.toSorted().join() !== seen.toSorted().join()) return failed('InputInvalid', 'Other files belong to this person than a moment ago.', 'Look at the file again, then erase it.', 'files');
      const { subjects, along } = erasureOfPerson(context, group, staff);
      const erased = erasures.erase(subjects, reason, staff, along);
      return erased.ok ? done(erasures.leftOf(subjects)) : erased;
    },
    drafts: drafts.list,
    saveDraft: drafts.save,
    discardDraft: drafts.drop,
    tick: () => {
      const today = files.today();
      if (today === day) return;
      day = today;
      changes.announce('persons');
    },
    stop: looks.stop,
  };
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
