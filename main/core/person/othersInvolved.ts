import type { IncidentReport } from '../../contract/incident.ts';
import { plainWords } from '../record/plainWords.ts';

type Involved = IncidentReport['involved'][number];

/**
 * Of those who were involved in a record all but the person with these names. Whoever is no customer is somebody else. Of several customers only those who are called like the person can be
 * the person; one alone is, however they were called in a hurry.
 */
export const othersInvolved = (involved: readonly Involved[], ownNames: readonly string[]): readonly Involved[] => {
  const customers = involved.filter(({ role }) => role === 'customer');
  return involved.filter((somebody) => somebody.role !== 'customer' || (customers.length > 1 && !isCalled(somebody.name, ownNames)));
};

/** "Grey" is "Mo Grey", and "Mo Grey jr." is as well; "Jane Grey" is not. */
const isCalled = (name: string, ownNames: readonly string[]): boolean => {
  const words = wordsOf(name);
  return words.length > 0 && ownNames.map(wordsOf).some((own) => own.length > 0 && (words.every((word) => own.includes(word)) || own.every((word) => words.includes(word))));
};

const wordsOf = (name: string): readonly string[] => plainWords(name).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
