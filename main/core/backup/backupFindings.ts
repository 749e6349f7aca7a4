import type { BackupState } from '../../contract/backup.ts';
import type { Finding } from '../fault/finding.ts';

/** A backup that is due is begun within a second; one that is not there after this long is overdue. Milliseconds. */
const patience = 6 * 3_600_000;

export interface BackupFacts extends Pick<BackupState, 'passphraseSince' | 'schedule' | 'problem' | 'filesProblem'> {
  /** Since when one is due, in milliseconds since the epoch; null while none is, and while it is being made. */
  readonly dueSince: number | null;
}

/** What is amiss with the backups that somebody counts on. Where none are scheduled nobody does. */
export const backupFindings = ({ passphraseSince, schedule, problem, filesProblem, dueSince }: BackupFacts, now: number): readonly Finding[] => {
  if (schedule === null) return [];
  const backup = { kind: 'backup', subject: 'backup', disarms: false } as const;
  if (passphraseSince === null) return [{ ...backup, key: 'backup/passphrase', message: 'Backups are scheduled, and there is no passphrase to seal them with: none is made.', remedy: 'Set one in the settings, or with quietbell backup set-passphrase.' }];
  if (problem !== null) return [{ ...backup, key: 'backup/failed', message: `The last backup failed. ${problem.message}`, remedy: problem.remedy }];
  if (filesProblem != null) return [{ ...backup, key: 'backup/files', message: `The last backup has the records, and not all of their files. ${filesProblem.message}`, remedy: filesProblem.remedy }];
  if (dueSince === null || now - dueSince < patience) return [];
  return [{ ...backup, key: 'backup/overdue', message: 'A backup has been due for hours and is not there.', remedy: 'See whether the folder of the backups can be reached, and make one with quietbell backup.' }];
};
