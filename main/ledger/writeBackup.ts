import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { backupKeepSchema, type MadeBackup } from '../contract/backup.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { randomSecret } from '../platform/primitives.ts';
import { readEnvelope, writeEnvelope } from './backupFile.ts';
import { filesIn, type FilesOfLedger } from './backupFiles.ts';
import { backupName, clearUnfinished, rotate } from './backupFolder.ts';
import { copyDatabase, readWhole } from './copyDatabase.ts';
import { erasedIn, writeErasedList } from './erasedList.ts';
import { freeIn } from './freeIn.ts';
import { syncFolder } from './syncFolder.ts';

/** One backup to be made. It goes to a thread of its own as it is. */
export const backupOrderSchema = z.object({
  ledgerFile: z.string(),
  ledgerKey: z.instanceof(Uint8Array),
  /** The folder in which this station keeps the files of records. */
  attachments: z.string(),
  lock: z.object({ n: z.int(), r: z.int(), p: z.int(), salt: z.string(), publicKey: z.string() }),
  station: z.string(),
  /** Of the station, and of its site. */
  name: z.string(),
  site: z.string(),
  /** Milliseconds since the epoch; `before`: when the last one was made, null for the first. */
  at: z.number(),
  before: z.number().nullable(),
  /** One file, or another one in a folder in which those that are old enough go; none where `keep` is null. */
  target: z.union([z.object({ file: z.string(), force: z.boolean() }), z.object({ folder: z.string(), keep: backupKeepSchema.nullable() })]),
});
export type BackupOrder = z.output<typeof backupOrderSchema>;

export interface WrittenBackup extends FilesOfLedger {
  readonly made: MadeBackup;
}

/**
 * Makes the copy of the ledger: written beside its place, synced, read again from the first page to the last, and only then given its name. `BackupFailed`; then nothing is left of it, and
 * the ledger is untouched in any case. Blocks its thread. `onBegun` hears where it is written and about how many bytes that will be.
 */
export const writeBackup = (order: BackupOrder, onBegun: (part: string, bytes: number) => void): Result<WrittenBackup> => {
  const { ledgerFile, ledgerKey, station, name, site, lock, target } = order;
  const at = new Date(order.at);
  const file = 'file' in target ? target.file : join(target.folder, backupName(name, station, at));
  const folder = dirname(file);
  const refused = refusal(folder, file, ledgerFile, 'file' in target && target.force);
  if (refused !== null) return refused;
  const part = `${file}.part`;
  try {
    if ('folder' in target) clearUnfinished(folder, station);
    rmSync(part, { force: true });
    // Made here, so that it is its owner's from the first byte on.
    closeSync(openSync(part, 'wx', 0o600));
    const key = randomSecret(32);
    copyDatabase({
      from: ledgerFile,
      fromKey: ledgerKey,
      into: part,
      intoKey: key,
      scratch: `${ledgerFile}.backup`,
      onSize: (bytes) => {
        const free = freeIn(folder);
        if (free < bytes) throw new NoRoom(`${Math.ceil(bytes / 1e6)} MB are needed, and ${Math.floor(free / 1e6)} MB are free`);
        onBegun(part, bytes);
      },
    });
    const databaseBytes = statSync(part).size;
    sync(part);
    const { events, ...named } = readWhole(part, key, (database) => ({ events: z.number().parse(database.prepare('SELECT count(*) FROM event').pluck().get()), erased: erasedIn(database), files: filesIn(database) }));
    append(part, writeEnvelope(lock, { station, at: at.toISOString(), databaseBytes, key, site, name, events }));
    const written = readEnvelope(part);
    if (!written.ok) return written;
    writeErasedList(folder, named.erased);
    renameSync(part, file);
    syncFolder(folder);
    if ('folder' in target && target.keep !== null) rotate(folder, station, target.keep, order.at);
    return done({ made: { file, at: at.toISOString(), bytes: statSync(file).size, events }, ...named });
  } catch (error) {
    return explainFailure(error, file);
  } finally {
    rmSync(part, { force: true });
  }
};

class NoRoom extends Error {}

const refusal = (folder: string, file: string, ledgerFile: string, force: boolean) => {
  // A folder that is not there is most often a drive that is not plugged in: what would be made in its place lies on the wrong disk.
  if (!existsSync(folder)) return unwritten(`The folder ${folder} is not there.`, 'Make it, or see whether its drive is connected.');
  if (realpathSync(folder) === realpathSync(dirname(ledgerFile))) return unwritten('A backup in the data folder is lost together with it.', 'Name a folder on another disk or machine.');
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return unwritten(`${file} is a folder.`, 'Name a file in it.');
  return found !== undefined && !force ? unwritten(`${file} is there already.`, 'Name another file, or overwrite it with --force.') : null;
};

const explainFailure = (error: unknown, file: string) => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof NoRoom || code === 'ENOSPC' || code === 'SQLITE_FULL') return unwritten(`There is no room for ${file}${error instanceof NoRoom ? `: ${text}` : ''}.`, 'Free some space there, or choose another folder. Nothing was left behind.');
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || error instanceof RangeError) return unwritten(`What was read or written does not hold (${text}).`, 'Check the ledger with quietbell verify, and the disk of the backup; then try again.');
  return unwritten(`${file} cannot be written: ${text}.`, 'Check the folder and its rights for the account that Quietbell runs as. Nothing was left behind.');
};

const unwritten = (message: string, remedy: string) => failed('BackupFailed', message, remedy, 'file');

const sync = (file: string): void => withOpen(file, 'r+', fsyncSync);

const append = (file: string, bytes: Uint8Array): void =>
  withOpen(file, 'a', (descriptor) => {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  });

const withOpen = (path: string, flags: string, use: (descriptor: number) => void): void => {
  const descriptor = openSync(path, flags);
  try {
    use(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
