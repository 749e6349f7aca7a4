import { performance } from 'node:perf_hooks';
import type { RebuildProgress } from '../contract/station.ts';
import type { Projection } from '../core/event/projections.ts';
import type { SubjectType } from '../core/event/subject.ts';
import type { EventTable } from './eventTable.ts';
import type { Pace } from './pace.ts';

/** So many subjects between two looks at the time: folded, and only counted. */
const refoldedAtOnce = 4;
const countedAtOnce = 128;

export interface RebuildDependencies {
  readonly table: Pick<EventTable, 'subjects' | 'refold' | 'workedOn'>;
  /** Null for what folds to nothing. */
  readonly learn: (projected: ReadonlyMap<string, Projection<SubjectType> | null>) => void;
  readonly pace: Pace;
}

/** Makes projections anew from the events, which are not touched. */
export interface Rebuild {
  /** All of them, in turns. Returns how many subjects there are. Asked while it is under way, it waits for that. */
  readonly run: () => Promise<number>;
  /** How far it is; null while nothing is made anew. */
  readonly progress: () => RebuildProgress | null;
  /** At once, those few that a press and whoever is being helped need. */
  readonly first: () => void;
}

export const createRebuild = ({ table, learn, pace }: RebuildDependencies): Rebuild => {
  let progress: RebuildProgress | null = null;
  let running: Promise<number> | null = null;

  const refold = (subjects: readonly string[]): void => learn(table.refold(subjects));

  /** Every subject in order, so many at once, in turns. */
  const walk = async (count: number, step: (subjects: readonly string[]) => void): Promise<void> => {
    for (let after = ''; ; ) {
      const began = performance.now();
      const subjects = table.subjects(after, count);
      step(subjects);
      after = subjects.at(-1) ?? after;
      if (subjects.length < count) return;
      await pace.rest(performance.now() - began);
    }
  };

  const run = async (): Promise<number> => {
    try {
      let of = 0;
      progress = { done: 0, of };
      await walk(countedAtOnce, (subjects) => (of += subjects.length));
      let done = 0;
      progress = { done, of };
      await walk(refoldedAtOnce, (subjects) => {
        refold(subjects);
        done += subjects.length;
        // New ones come in meanwhile.
        progress = { done, of: Math.max(of, done) };
      });
      return done;
    } finally {
      progress = null;
      running = null;
    }
  };

  return {
    run: () => (running ??= run()),
    progress: () => progress,
    first: () => refold(table.workedOn()),
  };
};
