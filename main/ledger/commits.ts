import type { CheckedEvent, EventTable } from './eventTable.ts';
import type { Holdings } from './holdings.ts';
import type { Journal } from './journal.ts';
import type { KeptStates } from './keptStates.ts';
import type { Keyring } from './keyring.ts';

/** Events on their way to the disk. What this process knows of the ledger is kept in step with what is committed. */
export interface Commits {
  /** Throws when it cannot be done; then nothing has changed. `synced`: nobody else has them. */
  readonly commit: (events: readonly CheckedEvent[], synced: boolean) => void;
  /** Own events have their place behind all those before them: while some of these are missing, nothing can be written past them. */
  readonly joins: (seq: number) => boolean;
  /** After the file was replaced, until everything is back. */
  readonly isIncomplete: () => boolean;
  /** Another file lies there now, and something is missing in it or is not. */
  readonly beginAnew: (incomplete: boolean) => void;
}

export interface CommitsDependencies {
  readonly stationId: string;
  readonly table: Pick<EventTable, 'commit'>;
  readonly keyring: Pick<Keyring, 'rolledBack'>;
  readonly states: Pick<KeptStates, 'learn' | 'protect' | 'reload'>;
  readonly holdings: Holdings;
  readonly journal: Journal | undefined;
  /** As the file was found at the start. */
  readonly incomplete: boolean;
  /** What was committed erases this. */
  readonly onErased: (subject: string) => void;
}

export const createCommits = ({ stationId, table, keyring, states, holdings, journal, incomplete: atStart, onErased }: CommitsDependencies): Commits => {
  let incomplete = atStart;

  const commitOrThrow = (events: readonly CheckedEvent[], synced: boolean): ReturnType<EventTable['commit']> => {
    try {
      return table.commit(events, synced);
    } catch (error) {
      keyring.rolledBack();
      throw error;
    }
  };

  return {
    commit: (events, synced) => {
      const projected = commitOrThrow(events, synced);
      for (const [subject, projection] of projected) if (projection === null) onErased(subject);
      states.learn(projected, holdings.knows(events));
      holdings.add(events);
      const last = events.findLast(({ record }) => record.origin === stationId);
      if (last !== undefined && last.record.seq >= holdings.best(stationId)) journal?.noteHead({ seq: last.record.seq, hash: last.hash });
      if (incomplete && holdings.missing() === 0) {
        incomplete = false;
        states.reload();
      }
    },
    joins: (seq) => holdings.of(stationId) === seq - 1,
    isIncomplete: () => incomplete,
    beginAnew: (missing) => {
      incomplete = missing;
      if (incomplete) states.protect();
      else states.reload();
    },
  };
};
