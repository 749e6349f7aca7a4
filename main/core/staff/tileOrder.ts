import type { Staff } from '../../contract/staff.ts';

export interface TileFacts {
  /** On today's rota at this desk, and elsewhere. */
  readonly here: ReadonlySet<string>;
  readonly today: ReadonlySet<string>;
  /** By whose rules names are sorted, as BCP 47 writes it; left out: by those of the machine. */
  readonly language?: string;
  /** Who signed in at this terminal, the last one first. */
  readonly lastHere: readonly string[];
}

/** The tile that is probably wanted comes first: on the rota at this desk, on the rota today, here last, then by name. */
export const orderTiles = (people: readonly Staff[], { here, today, language, lastHere }: TileFacts): readonly Staff[] => {
  const rank = ({ id }: Staff): number => (here.has(id) ? 0 : today.has(id) ? 1 : 2);
  const last = ({ id }: Staff): number => (lastHere.includes(id) ? lastHere.indexOf(id) : lastHere.length);
  return people.toSorted((a, b) => rank(a) - rank(b) || last(a) - last(b) || a.name.localeCompare(b.name, language) || (a.id < b.id ? -1 : 1));
};
