import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { done, failed } from '../contract/index.ts';
import type { Result } from '../contract/index.ts';
import type { HostFinding } from '../station/station.ts';
import { fromHex, randomSecret, toHex } from '../platform/primitives.ts';

export interface KeyStoreDependencies {
  readonly safeStorage: Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;
  readonly platform: NodeJS.Platform;
}

/**
 * The database key of a data folder (32 bytes) out of the operating system's key store, made at the first start. It lies
 * in `ledger.key.sealed`, which only the account that made it can open.
 *
 * Null: the station is to use its own key file, because the folder already has one (it ran without Electron before), or
 * because this system has no key store. `KeyMissing` when the key store does not open the sealed key any more.
 */
export const databaseKeyOf = async (dataFolder: string, { safeStorage }: KeyStoreDependencies): Promise<Result<Uint8Array | null>> => {
  const sealedFile = join(dataFolder, 'ledger.key.sealed');
  try {
    if (await exists(sealedFile)) return await unseal(sealedFile, safeStorage);
    if (await exists(join(dataFolder, 'ledger.key'))) return done(null);
    if (!(await safeStorage.isAsyncEncryptionAvailable())) return done(null);
    // A ledger without any key: the station says KeyMissing. A new key would only hide that.
    if (await exists(join(dataFolder, 'ledger.db'))) return done(null);
    const key = randomSecret(32);
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await seal(sealedFile, key, safeStorage);
    return done(key);
  } catch (error) {
    return failed('DataFolderUnusable', `The database key of ${dataFolder} cannot be read or made: ${String(error)}.`, 'Check that this account may write to the data folder and that its disk has space.');
  }
};

/** What people must know of this account's key store. Without a secret service, Electron on Linux seals with a password that everybody knows. */
export const keyStoreFindings = async ({ safeStorage, platform }: KeyStoreDependencies): Promise<HostFinding[]> => {
  const subject = 'key store';
  const remedy = 'Give this account a key store (on Linux gnome-keyring or KWallet, unlocked at sign-in), or encrypt the disk.';
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return [{ subject, message: 'This account has no key store: the database key lies in a file that only this account may read.', remedy }];
  if (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text') return [];
  return [{ subject, message: 'The key store of this account protects nothing (basic_text).', remedy }];
};

const unseal = async (file: string, safeStorage: KeyStoreDependencies['safeStorage']): Promise<Result<Uint8Array>> => {
  const sealed = await readFile(file);
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    const key = fromHex(result);
    if (key.length !== 32) throw new RangeError('it is not a key');
    if (shouldReEncrypt) await seal(file, key, safeStorage);
    return done(key);
  } catch (error) {
    return failed(
      'KeyMissing',
      `The key store of this account does not open ${file} (${String(error)}).`,
      'Start Quietbell as the account that set this station up, with its key store unlocked. Nothing was changed.',
    );
  }
};

/** Written beside and moved into place, so that a power cut leaves the old key or the new one. */
const seal = async (file: string, key: Uint8Array, safeStorage: KeyStoreDependencies['safeStorage']): Promise<void> => {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(await safeStorage.encryptStringAsync(toHex(key)));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
};

const exists = async (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
