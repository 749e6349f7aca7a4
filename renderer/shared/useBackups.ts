import type { BackupState } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** The backups of this station; undefined until it said so, or while nobody is signed in. */
export const useBackups = (): BackupState | undefined => useWatch('backups', (client, signal) => client.backup.watch(undefined, { signal }));
