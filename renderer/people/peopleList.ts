import type { PersonLine, ShownPersonDraft } from '../../main/contract/index.ts';
import { compareNames } from '../shared/locale.ts';

export type PeopleGroup = 'draft' | 'waiting' | 'review' | 'standing' | 'other';
export const peopleGroups: readonly PeopleGroup[] = ['draft', 'waiting', 'review', 'standing', 'other'];

/** A line of the list. `key` is what the address names it by. */
export type PeopleEntry =
  | { readonly key: string; readonly group: 'draft'; readonly draft: ShownPersonDraft }
  | { readonly key: string; readonly group: Exclude<PeopleGroup, 'draft'>; readonly person: PersonLine };

/** The list from top to bottom: what is to be done first, and of files what changed last. Whoever may not read files is shown cards, by name. */
export const peopleEntries = (drafts: readonly ShownPersonDraft[], people: readonly PersonLine[]): readonly PeopleEntry[] => {
  const lines = people.map((person): PeopleEntry => ({ key: `${person.file === null ? 'card' : 'file'}/${person.id}`, group: groupOf(person), person }));
  return [...drafts.map((draft): PeopleEntry => ({ key: `draft/${draft.id}`, group: 'draft', draft })), ...peopleGroups.flatMap((group) => lines.filter((line) => line.group === group).toSorted(byName))];
};

/** Files stay as they come. */
const byName = (one: PeopleEntry, other: PeopleEntry): number =>
  one.group !== 'draft' && other.group !== 'draft' && one.person.file === null && other.person.file === null ? compareNames(calledIn(one.person), calledIn(other.person)) : 0;

const calledIn = ({ names, description }: PersonLine): string => names[0] ?? description;

const groupOf = ({ file, banned, marked }: PersonLine): Exclude<PeopleGroup, 'draft'> => {
  if (file?.waiting === true) return 'waiting';
  if (file !== null && file.status !== 'rejected' && file.review !== 'later') return 'review';
  return banned || marked ? 'standing' : 'other';
};

/** Those in which every word occurs, whatever its case and accents. */
export const searchPeople = (entries: readonly PeopleEntry[], query: string): readonly PeopleEntry[] => {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? entries : entries.filter((entry) => words.every((word) => plain(textOf(entry)).includes(word)));
};

const textOf = (entry: PeopleEntry): string => {
  const { names, description } = entry.group === 'draft' ? entry.draft : entry.person;
  return [...names, description].join(' ');
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();
