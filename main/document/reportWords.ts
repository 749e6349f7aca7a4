import type { IncidentReport } from '../contract/incident.ts';
import { words } from './wording.ts';

/** Somebody who was involved, in one line. */
export const personText = ({ name, description, contact, injured }: IncidentReport['involved'][number]): string => [name, description, contact, injured ? words.injured : ''].filter((part) => part !== '').join(', ');

/** What was written into a field of the site's own. */
export const fieldText = ({ kind, value }: IncidentReport['fields'][number]): string => (kind === 'yes-no' && (value === 'yes' || value === 'no') ? words.yesNo[value] : value || words.nothing);
