import { fillLetter, type NoticeLetter, type Person } from '../contract/person.ts';
import type { Wording } from './wording.ts';

export interface LetterFacts {
  readonly site: string;
  /** `2026-11-30`. */
  readonly today: string;
  readonly person: Pick<Person, 'names' | 'reviewOn'>;
  readonly ban: Person['bans'][number];
  /** The site's own; null: the one that comes with the program. */
  readonly template: string | null;
}

/** The letter that tells somebody of a ban, in the site's words. */
export const composeNoticeLetter = ({ words, day }: Wording, { site, today, person, ban, template }: LetterFacts): NoticeLetter => {
  const { letter } = words.person;
  const { areas, from, until, notice, decidedBy } = ban;
  const values = {
    name: person.names[0]?.name ?? letter.toWhom,
    site,
    today: day(today),
    scope: areas.length === 0 ? letter.wholeSite(site) : letter.area(areas.join(', '), site),
    from: day(from),
    until: until === null ? letter.noEnd : letter.lastDay(day(until)),
    notice,
    decidedBy,
    reviewOn: day(person.reviewOn),
  };
  return { site, day: values.today, text: fillLetter(template ?? letter.standard, values), signature: letter.signature };
};
