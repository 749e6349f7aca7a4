import type { Staff } from '../../contract/staff.ts';

export interface TileFacts {
  /** On today's rota at this desk, and elsewhere. */
  readonly here: ReadonlySet<string>;
  readonly today: ReadonlySet<string>;
  /** Who signed in at this terminal, the last one first. */
  readonly lastHere: readonly string[];
}

/** The tile that is probably wanted comes first: on the rota at this desk, on the rota today, here last, then by name. */
export const orderTiles = (people: readonly Staff[], { here, today, lastHere }: TileFacts): readonly Staff[] => {
  const rank = ({ id }: Staff): number => (here.has(id) ? 0 : today.has(id) ? 1 : 2);
  const last = ({ id }: Staff): number => (lastHere.includes(id) ? lastHere.indexOf(id) : lastHere.length);
  return people.toSorted((a, b) => rank(a) - rank(b) || last(a) - last(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
};
