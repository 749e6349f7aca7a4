import type { IncidentReport } from '../contract/incident.ts';
import type { Wording } from './wording.ts';
import type { Words } from './words/words.en.ts';

/** Somebody who was involved, in one line. */
export const personText = (words: Words, { name, description, contact, injured }: IncidentReport['involved'][number]): string => [name, description, contact, injured ? words.injured : ''].filter((part) => part !== '').join(', ');

/** What was written into a field of the site's own. */
export const fieldText = ({ words, day }: Pick<Wording, 'words' | 'day'>, { kind, value }: IncidentReport['fields'][number]): string => {
  if (kind === 'yes-no' && (value === 'yes' || value === 'no')) return words.yesNo[value];
  return (kind === 'date' ? day(value) : value) || words.nothing;
};
