import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Verification } from '../../contract/station.ts';
import type { AttachmentFile } from '../../core/attachment/foldAttachment.ts';
import type { Log } from '../../core/environment.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { EnrolledStation } from '../../core/site/identity.ts';
import { checkStation } from '../../lan/certificate.ts';
import { attachmentsIn, createAttachmentStore } from '../../ledger/attachmentStore.ts';
import { openBackup, type OpenedBackup } from '../../ledger/backupFile.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { refreshProjections } from '../../ledger/refreshProjections.ts';
import { replayBackup, restoreLedger } from '../../ledger/restoreBackup.ts';
import { bringFiles, checkFiles, type FilesReport, type OnFile } from '../../ledger/restoreFiles.ts';
import { randomSecret } from '../../platform/primitives.ts';
import { databaseKeyFromFile, openDataFolder, type DataFolder } from './dataFolder.ts';
import { openStorage } from './storage.ts';

export type { FilesReport, LackingFile } from '../../ledger/restoreFiles.ts';

/** What a backup is of, as its passphrase opens it. */
export type BackupFacts = Pick<OpenedBackup, 'station' | 'name' | 'site' | 'at'>;

export interface CheckedBackup extends BackupFacts {
  readonly verification: Verification;
  /** What of the files that its records have is to be had. */
  readonly files: FilesReport;
}

export interface RestoredStation extends CheckedBackup {
  /** Names of the stations that have to be heard before it writes records again. */
  readonly waitsFor: readonly string[];
}

export interface RestoreOptions {
  readonly file: string;
  readonly passphrase: string;
  readonly dataFolder: string;
  /** Every other station of the site is gone for good: nobody has events of this one from after the backup. */
  readonly othersAreGone: boolean;
  readonly log: Log;
  /** Files are gone through one by one, and there may be many. */
  readonly onFile: OnFile;
}

/**
 * Restores its ledger into a temporary folder, walks all of it, reads the files beside it to their end, and leaves nothing behind. `FileUnreadable`, `BackupUnreadable`, `KeyWrong`; `LedgerUnwritable` where there is no
 * room for that.
 */
export const inspectBackup = async ({ file, passphrase, log, onFile }: Pick<RestoreOptions, 'file' | 'passphrase' | 'log' | 'onFile'>): Promise<Result<CheckedBackup>> => {
  const backup = await openBackup(file, passphrase);
  if (!backup.ok) return backup;
  const temporary = mkdtempSync(join(tmpdir(), 'quietbell-check-'));
  try {
    const found = await inFolder(temporary, async (folder) => {
      const key = randomSecret(32);
      const restored = restoreLedger(backup.value, folder.ledgerFile, key, true);
      return restored.ok ? verifyIn(folder, key, log, (files) => checkFiles(files, file, onFile)) : restored;
    });
    return found.ok ? done({ ...factsOf(backup.value), verification: found.value.verification, files: found.value.files }) : found;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
};

/**
 * Brings the station of a backup back as itself, into a folder that has none, with the files of its records that lie beside the backup. It goes on with its chain behind what every other station of the site has of
 * it, so it must not run anywhere else.
 *
 * Errors: those of `openBackup` and `restoreLedger`; `SiteExists`, `DataFolderInUse`, `DataFolderUnusable`, and whatever keeps the restored station from being opened.
 */
export const restoreStation = async ({ file, passphrase, dataFolder, othersAreGone, log, onFile }: RestoreOptions): Promise<Result<RestoredStation>> => {
  const backup = await openBackup(file, passphrase);
  if (!backup.ok) return backup;
  const restored = await inFolder(dataFolder, async (folder) => {
    const taken = takenBy(dataFolder);
    if (taken !== null) return failed('SiteExists', `There is a station in ${dataFolder} already (${taken}).`, 'Name an empty folder with --data, or bring only the events of the backup into that station with --events-only.', 'data');
    const key = databaseKeyFromFile(folder);
    if (!key.ok) return key;
    const made = restoreLedger(backup.value, folder.ledgerFile, key.value, othersAreGone);
    return made.ok ? verifyIn(folder, key.value, log, (files) => bringFiles(files, file, createAttachmentStore(attachmentsIn(folder.path)), onFile)) : made;
  });
  return restored.ok ? done({ ...factsOf(backup.value), ...restored.value }) : restored;
};

/** Everything holds, for whom the station in this folder waits, and how it stands with its files. Where an older program made the ledger its folds are made anew before. */
const verifyIn = async (folder: DataFolder, key: Uint8Array, log: Log, lookAtFiles: (files: readonly AttachmentFile[]) => Promise<FilesReport>): Promise<Result<Pick<RestoredStation, 'verification' | 'waitsFor' | 'files'>>> => {
  const storage = openStorage({ folder, key, clock: { now: Date.now }, log, live: false });
  if (!storage.ok) return storage;
  try {
    const stored = storage.value.identity();
    if (stored === undefined) return failed('BackupUnreadable', 'The backup holds no station.', 'Take another one.', 'file');
    const ledger = storage.value.openLedger(stored);
    await refreshProjections(ledger, log);
    const stations = ledger.states('station').filter(({ id, retirements }) => retirements.length === 0 && (ledger.condition().restoring?.waitsFor.includes(id) ?? false));
    return done({ verification: await ledger.verify(), waitsFor: stations.map(({ name }) => name), files: await lookAtFiles(filesOf(ledger)) });
  } finally {
    await storage.value.close();
  }
};

/** Those of which somebody may still see anything. */
const filesOf = (ledger: Ledger): readonly AttachmentFile[] => ledger.states('attachment').filter(({ id, owner }) => !ledger.isErased(owner) && !ledger.isErased(subjectOf('attachment', id)));

/**
 * Brings the events of a backup, and the files beside it, into a station of the same site that does not run: what it has already stays, what does not verify is left out.
 * Errors besides those of `openBackup`: `SiteMissing`, `PeerNotTrusted` for another site's backup, and whatever keeps the station from being opened.
 */
export const replayEvents = async ({ file, passphrase, dataFolder, log, onFile }: Omit<RestoreOptions, 'othersAreGone'>): Promise<Result<CheckedBackup & { readonly accepted: number }>> => {
  const backup = await openBackup(file, passphrase);
  if (!backup.ok) return backup;
  return inFolder(dataFolder, async (folder) => {
    const missing = failed('SiteMissing', `There is no station in ${dataFolder}.`, 'Join the site there first, or leave out --events-only to bring the station of the backup back.', 'data');
    if (!existsSync(folder.ledgerFile)) return missing;
    const key = databaseKeyFromFile(folder);
    if (!key.ok) return key;
    const storage = openStorage({ folder, key: key.value, clock: { now: Date.now }, log, live: false });
    if (!storage.ok) return storage;
    try {
      const stored = storage.value.identity();
      if (stored === undefined) return missing;
      const ledger = storage.value.openLedger(stored);
      const ofThisSite = (station: EnrolledStation): boolean => checkStation(stored.identity.authorityCertificate, station).ok;
      let known = false;
      let accepted = 0;
      const replayed = await replayBackup(
        backup.value,
        (stations) => {
          for (const station of stations.filter(ofThisSite)) {
            known ||= station.id === backup.value.station;
            if (!ledger.local.roster.list().some(({ id }) => id === station.id)) ledger.local.roster.add(station);
          }
        },
        async (records) => {
          const taken = known ? await ledger.acceptGradually(records) : null;
          if (taken?.ok === true) accepted += taken.value.accepted;
        },
      );
      if (!replayed.ok) return replayed;
      if (!known) return failed('PeerNotTrusted', `${file} is a backup of another site (${backup.value.site}).`, 'Name a backup of a station of this site. Nothing was changed.', 'file');
      return done({ ...factsOf(backup.value), verification: await ledger.verify(), accepted, files: await bringFiles(filesOf(ledger), file, createAttachmentStore(attachmentsIn(folder.path)), onFile) });
    } finally {
      await storage.value.close();
    }
  });
};

const factsOf = ({ station, name, site, at }: OpenedBackup): BackupFacts => ({ station, name, site, at });

/** Which of its files says so. A restoration that was cut off left none of them. */
const takenBy = (folder: string): string | null => ['ledger.db', 'ledger.db.new', 'identity.sealed', 'ledger.key.sealed'].find((name) => existsSync(join(folder, name))) ?? setAsideIn(folder);

const setAsideIn = (folder: string): string | null => readdirSync(folder).find((name) => name.startsWith('ledger.set-aside-')) ?? null;

const inFolder = async <Value>(path: string, use: (folder: DataFolder) => Promise<Result<Value>>): Promise<Result<Value>> => {
  const folder = openDataFolder(path);
  if (!folder.ok) return folder;
  try {
    return await use(folder.value);
  } finally {
    folder.value.release();
  }
};
