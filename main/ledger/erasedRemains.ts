import type { Connection } from './connection.ts';
import type { LedgerFile } from './ledgerFile.ts';

/** What was erased is gone from the tables, and may still stand in the WAL or in a ledger that was set aside. */
export interface ErasedRemains {
  readonly add: (subject: string) => void;
  /** Overwrites it there. To be called again and again; it does nothing when there is nothing left. */
  readonly overwrite: () => void;
}

/** @param erasedBefore what a process left undone the next one does at its start */
export const createErasedRemains = (connection: Pick<Connection, 'emptyLog'>, file: Pick<LedgerFile, 'eraseSetAside'> | undefined, erasedBefore: readonly string[]): ErasedRemains => {
  const remaining = new Set(erasedBefore);
  return {
    add: (subject) => void remaining.add(subject),
    overwrite: () => {
      if (remaining.size === 0) return;
      // Somebody reads at this moment: then the next time.
      if (!connection.emptyLog()) return;
      file?.eraseSetAside([...remaining]);
      remaining.clear();
    },
  };
};
