import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { backupPassphraseSchema, backupScheduleSchema, backupStateSchema, madeBackupSchema, makeBackupSchema } from '../backup.ts';
import { base, nothing } from './base.ts';

export const backupCalls = {
  watch: base.output(eventIterator(backupStateSchema)),
  /**
   * Writes an encrypted copy of the ledger and reads it again, then the files of records beside it; takes seconds to minutes, for the first time with many files hours, and nothing else waits for
   * it. `PassphraseMissing`, `BackupRunning`, `BackupFailed`.
   */
  make: base.input(makeBackupSchema).output(madeBackupSchema),
  /** Gives up the one that is being made, if any: where its records are there already they stay, and it says that files are lacking. */
  stop: base.output(nothing),
  /** For the whole site, and for backups from now on. */
  setPassphrase: base.input(backupPassphraseSchema).output(nothing),
  /** Of this station; null: none by itself. */
  schedule: base.input(z.strictObject({ schedule: backupScheduleSchema.nullable() })).output(nothing),
};
