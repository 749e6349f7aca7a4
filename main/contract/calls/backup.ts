import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { backupPassphraseSchema, backupScheduleSchema, backupStateSchema, madeBackupSchema, makeBackupSchema } from '../backup.ts';
import { base, nothing } from './base.ts';

export const backupCalls = {
  watch: base.output(eventIterator(backupStateSchema)),
  /**
   * Writes an encrypted copy of the ledger and reads it again; takes seconds to minutes, and nothing else waits for it. `PassphraseMissing`, `BackupRunning`,
   * `BackupFailed`.
   */
  make: base.input(makeBackupSchema).output(madeBackupSchema),
  /** For the whole site, and for backups from now on. */
  setPassphrase: base.input(backupPassphraseSchema).output(nothing),
  /** Of this station; null: none by itself. */
  schedule: base.input(z.strictObject({ schedule: backupScheduleSchema.nullable() })).output(nothing),
};
