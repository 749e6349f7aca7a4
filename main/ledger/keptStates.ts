import type { Log } from '../core/environment.ts';
import type { Projected, Projection } from '../core/event/projections.ts';
import { keptTypes, subjectType, type SubjectType } from '../core/event/subject.ts';
import type { EventTable, StateFilter } from './eventTable.ts';

const isKept = (type: SubjectType): boolean => keptTypes.some((kept) => kept === type);

/** Reads states: of the kept types from memory, of all others from the table. */
export interface KeptStates extends Pick<EventTable, 'state' | 'states'> {
  /** What a commit made of its subjects. Of events that only come back, nothing that was known better before the loss is undone. */
  readonly learn: (projected: ReadonlyMap<string, Projection<SubjectType> | null>, comesBack: boolean) => void;
  /** The table has lost what it had, or part of it: until `reload` what is known in memory stands above it. */
  readonly protect: () => void;
  /** Reads anew what the table has. What it lacks is kept as it was last. */
  readonly reload: () => void;
}

export const createKeptStates = (table: Pick<EventTable, 'rows' | 'state' | 'states'>, log: Log): KeptStates => {
  const rowsByType = new Map<SubjectType, Map<string, Projection<SubjectType>>>();

  /** While the table cannot be read there is nothing to begin with; it is asked again until it answers. */
  const read = (type: SubjectType): ReadonlyMap<string, Projection<SubjectType>> => {
    const known = rowsByType.get(type);
    if (known !== undefined) return known;
    try {
      const rows = new Map(table.rows(type));
      rowsByType.set(type, rows);
      return rows;
    } catch (error) {
      log.error({ type, error: String(error) }, 'what the ledger says of the site cannot be read');
      return new Map();
    }
  };

  let known: ReadonlySet<string> = new Set();
  const learn: KeptStates['learn'] = (projected, comesBack) => {
    for (const [subject, projection] of projected) {
      const type = subjectType(subject);
      if (type === null) continue;
      const rows = rowsByType.get(type);
      if (projection === null) rows?.delete(subject);
      else if (!(comesBack && known.has(subject))) rows?.set(subject, projection);
    }
  };

  return {
    learn,
    protect: () => {
      known = new Set([...rowsByType.values()].flatMap((rows) => [...rows.keys()]));
    },
    reload: () => {
      known = new Set();
      for (const type of keptTypes) {
        const before = rowsByType.get(type) ?? new Map<string, Projection<SubjectType>>();
        rowsByType.delete(type);
        const rows = read(type);
        rowsByType.set(type, new Map([...before, ...rows]));
      }
    },
    state: (type, subject) => (isKept(type) ? stateOf(type, read(type).get(subject)) : table.state(type, subject)),
    states: (type, filter = {}) => {
      if (!isKept(type)) return table.states(type, filter);
      const sorted = [...read(type)].filter(([, row]) => fits(row, filter)).toSorted(([a, { sort: left }], [b, { sort: right }]) => compare(left, right) || compare(a, b));
      return sorted.slice(-(filter.newest ?? sorted.length)).flatMap(([, row]) => stateOf(type, row) ?? []);
    },
  };
};

const fits = (row: Projection<SubjectType>, { open, link }: StateFilter): boolean => (open === undefined || row.open === open) && (link === undefined || row.link === link);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A row stands under the type of its subject, so its state is of that type; TypeScript cannot correlate the two. */
const stateOf = <Type extends SubjectType>(_type: Type, row: Projection<SubjectType> | undefined): Projected[Type] | undefined => row?.state as Projected[Type] | undefined;
