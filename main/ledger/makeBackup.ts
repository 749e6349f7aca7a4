import { dirname } from 'node:path';
import type { MadeBackup } from '../contract/backup.ts';
import { done, type Result } from '../contract/problem.ts';
import { backUpFiles, type FilesProgress } from './backupFiles.ts';
import { writeBackup, type BackupOrder } from './writeBackup.ts';

/** What is heard of a backup while it is made. */
export interface BackupListener {
  /** Where the copy of the ledger is written, and about how many bytes that will be. */
  readonly begun: (part: string, bytes: number) => void;
  /** The copy of the ledger has its name: whatever becomes of the files, it is there. */
  readonly ledgerMade: (made: MadeBackup) => void;
  /** Between any two parts of files. */
  readonly breathe: (progress: FilesProgress) => void;
}

/** Room for so many more copies of the ledger stays free of files. */
const ledgersToCome = 2;

/**
 * Makes a whole backup: the ledger first, then the files of records beside it. Files that cannot be written never cost the ledger its backup. `BackupFailed` where there is
 * none. Blocks its thread.
 */
export const makeBackup = (order: BackupOrder, { begun, ledgerMade, breathe }: BackupListener): Result<MadeBackup> => {
  const written = writeBackup(order, begun);
  if (!written.ok) return written;
  const { made, ...named } = written.value;
  ledgerMade(made);
  const files = backUpFiles(named, { folder: dirname(made.file), attachments: order.attachments, station: order.station, at: order.at, before: order.before, reserve: ledgersToCome * made.bytes }, breathe);
  return done({ ...made, files });
};
