import { useBackups } from '../shared/useBackups.ts';
import { BackupNow } from './BackupNow.tsx';
import { BackupPassphrase } from './BackupPassphrase.tsx';
import { BackupScheduleSetting } from './BackupScheduleSetting.tsx';

/** Everything about the backups of this desk. */
export const BackupSettings = () => {
  const backups = useBackups();
  if (backups === undefined) return null;
  return (
    <>
      <BackupNow backups={backups} />
      <BackupPassphrase since={backups.passphraseSince} />
      <BackupScheduleSetting schedule={backups.schedule} />
    </>
  );
};
