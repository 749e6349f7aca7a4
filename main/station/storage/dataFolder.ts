import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '../../contract/problem.ts';
import { lockFolder } from '../../ledger/folderLock.ts';
import { fromHex, randomSecret, toHex } from '../../platform/primitives.ts';

/** The folder of one station, held by this process until `release`. */
export interface DataFolder {
  readonly path: string;
  readonly ledgerFile: string;
  /** The sealed copy of who this station is. */
  readonly identityFile: string;
  readonly release: () => void;
}

/**
 * Makes the folder if needed (owner only) and takes it for this process.
 *
 * Errors: `DataFolderUnusable`, `DataFolderInUse`.
 */
export const openDataFolder = (path: string): Result<DataFolder> => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return failed('DataFolderUnusable', `The data folder ${path} cannot be made or written (${codeOf(error)}).`, 'Choose another folder with --data, or give this account the right to write there.');
  }
  const locked = lockFolder(path);
  return locked.ok ? done({ path, ledgerFile: join(path, 'ledger.db'), identityFile: join(path, 'identity.sealed'), release: locked.value }) : locked;
};

/**
 * The database key from `ledger.key` beside the ledger, made on first use; for machines without a key store.
 *
 * Errors: `KeyMissing` when there is a ledger but no key; `KeyWrong` when the file holds no key.
 */
export const databaseKeyFromFile = (folder: DataFolder): Result<Uint8Array> => {
  const file = join(folder.path, 'ledger.key');
  if (!existsSync(file)) {
    if (existsSync(join(folder.path, 'ledger.key.sealed'))) {
      return failed('KeyMissing', `The key of ${folder.ledgerFile} lies in this account's key store, which only the Electron host can open.`, 'Start the desk with quietbell run --host electron; commands reach it while it runs.');
    }
    if (existsSync(folder.ledgerFile) || existsSync(folder.identityFile)) {
      return failed('KeyMissing', `The ledger ${folder.ledgerFile} is there, but its key ${file} is missing.`, 'Put the key file back from your backup, or join this station to its site again in a new data folder. The ledger was not touched.');
    }
    const key = randomSecret(32);
    writeFileSync(file, `${toHex(key)}\n`, { mode: 0o600, flag: 'wx' });
    return done(key);
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
    if (process.platform !== 'win32') chmodSync(file, 0o600);
  } catch (error) {
    return failed('KeyMissing', `The database key ${file} cannot be read (${codeOf(error)}).`, 'Run Quietbell as the account that owns the data folder.');
  }
  if (!/^[0-9a-f]{64}$/.test(text)) return failed('KeyWrong', `The file ${file} holds no database key: a key is 64 hexadecimal digits.`, 'Put the right key file back. The ledger was not touched.');
  return done(fromHex(text));
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error');
