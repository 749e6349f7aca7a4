import type { BackupSchedule } from '../../contract/backup.ts';
import type { Event } from '../event/catalogue.ts';

/** What backups of the site are sealed for: the public half of a key that its passphrase makes. */
export interface BackupLock {
  /** scrypt; `salt` in hex. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
  /** An uncompressed point of P-256, hex. */
  readonly publicKey: string;
}

/** `backup/site` holds the lock, `backup/<station id>` the schedule of that station. */
export interface BackupFile {
  readonly lock: BackupLock | null;
  /** When the lock was set, in milliseconds since the epoch. */
  readonly lockedAt: number | null;
  readonly schedule: BackupSchedule | null;
}

export const foldBackup = (events: readonly Event[]): BackupFile => {
  let file: BackupFile = { lock: null, lockedAt: null, schedule: null };
  for (const event of events) {
    if (event.kind === 'BackupPassphraseSet') file = { ...file, lock: event.body.lock, lockedAt: event.wall };
    if (event.kind === 'BackupsScheduled') file = { ...file, schedule: event.body.schedule };
  }
  return file;
};
