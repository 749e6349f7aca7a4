import type { Log } from '../core/environment.ts';
import type { CheckedEvent } from './eventTable.ts';
import type { Journal } from './journal.ts';

/** First and longest pause before a commit that failed is tried again. Milliseconds. */
const firstRetry = 100;
const longestRetry = 5000;

interface Waiting {
  readonly events: readonly CheckedEvent[];
  /** Whether the journal has it. */
  kept: boolean;
}

/** Own events that have their number and were sent, and are committed in their order as soon as that is possible. */
export interface UrgentQueue {
  readonly add: (events: readonly CheckedEvent[]) => void;
  /** Tries at once. True when nothing waits any more. It is tried again by itself, too. */
  readonly flush: () => boolean;
  readonly events: () => readonly CheckedEvent[];
  /** The number of the first that waits. */
  readonly first: () => number | null;
  /** All of it would survive the end of this process. */
  readonly isKept: () => boolean;
  /** What was in the journal before: it waits there already. */
  readonly resume: (commits: readonly (readonly CheckedEvent[])[]) => void;
  /** Gives everything that waits another place. */
  readonly replace: (place: (events: readonly CheckedEvent[]) => readonly CheckedEvent[]) => void;
}

export interface UrgentQueueDependencies {
  /** Throws when it cannot be done. */
  readonly commit: (events: readonly CheckedEvent[]) => void;
  readonly publish: (events: readonly CheckedEvent[]) => void;
  readonly journal: Journal | undefined;
  readonly log: Log;
}

export const createUrgentQueue = ({ commit, publish, journal, log }: UrgentQueueDependencies): UrgentQueue => {
  let waiting: Waiting[] = [];
  let journalHolds = false;
  let retry: NodeJS.Timeout | null = null;
  let retryAfter = firstRetry;

  const retryLater = (): void => {
    if (retry !== null) return;
    retry = setTimeout(() => {
      retry = null;
      flush();
    }, retryAfter);
    retry.unref();
    retryAfter = Math.min(retryAfter * 2, longestRetry);
  };

  const keep = (entry: Waiting): void => {
    if (entry.kept || journal === undefined) return;
    entry.kept = journal.add(entry.events.map(({ record }) => record));
    journalHolds ||= entry.kept;
  };

  /** Nothing waits any more. */
  const settle = (): void => {
    retryAfter = firstRetry;
    if (journalHolds) journal?.clear();
    journalHolds = false;
  };

  const flush = (): boolean => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      try {
        commit(next.events);
      } catch (error) {
        log.error({ error: String(error), waiting: waiting.length }, 'the ledger takes no writes');
        for (const entry of waiting) keep(entry);
        retryLater();
        return false;
      }
      waiting.shift();
      if (waiting.length === 0) settle();
      publish(next.events);
    }
    return true;
  };

  return {
    add: (events) => {
      waiting.push({ events, kept: false });
    },
    flush,
    events: () => waiting.flatMap(({ events }) => events),
    first: () => waiting[0]?.events[0]?.record.seq ?? null,
    isKept: () => waiting.every(({ kept }) => kept),
    resume: (commits) => {
      journalHolds = true;
      waiting = commits.map((events) => ({ events, kept: true }));
      if (waiting.length === 0) settle();
    },
    replace: (place) => {
      waiting = waiting.map(({ events, kept }) => ({ events: place(events), kept }));
    },
  };
};
