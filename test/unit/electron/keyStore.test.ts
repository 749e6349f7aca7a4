import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseKeyOf, keyStoreFindings } from '../../../main/electron/keyStore.ts';
import type { KeyStoreDependencies } from '../../../main/electron/keyStore.ts';

/** A key store that turns text around: enough to tell sealed from plain. */
const turned = (text: string): string => text.split('').reverse().join('');

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quietbell-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const keyStore = (changes: Partial<KeyStoreDependencies['safeStorage']> = {}): KeyStoreDependencies => ({
  platform: 'linux',
  safeStorage: {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptStringAsync: async (text) => Buffer.from(`sealed:${turned(text)}`),
    decryptStringAsync: async (sealed) => {
      const text = sealed.toString();
      if (!text.startsWith('sealed:')) throw new Error('not sealed by this account');
      return { result: turned(text.slice(7)), shouldReEncrypt: false };
    },
    ...changes,
  },
});

describe('the database key in the key store', () => {
  it('is made at the first start, sealed, for its owner only, and the same ever after', async () => {
    const first = await databaseKeyOf(folder, keyStore());
    const again = await databaseKeyOf(folder, keyStore());
    if (!first.ok || first.value === null) throw new Error('no key');
    expect(first.value).toHaveLength(32);
    expect(again).toEqual(first);
    expect((await stat(join(folder, 'ledger.key.sealed'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'ledger.key.sealed'), 'utf8')).not.toContain(Buffer.from(first.value).toString('hex'));
    expect(await readdir(folder)).toEqual(['ledger.key.sealed']);
  });

  it('stays in the key file of a station that ran without a key store before', async () => {
    await writeFile(join(folder, 'ledger.key'), 'a'.repeat(64));
    expect(await databaseKeyOf(folder, keyStore())).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(['ledger.key']);
  });

  it('is never made anew beside a ledger that is there: that would only hide that its key is missing', async () => {
    await writeFile(join(folder, 'ledger.db'), 'a ledger');
    expect(await databaseKeyOf(folder, keyStore())).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(['ledger.db']);
  });

  it('is reported missing when the key store does not open it any more, and left as it is', async () => {
    await writeFile(join(folder, 'ledger.key.sealed'), 'sealed by another account');
    const result = await databaseKeyOf(folder, keyStore());
    expect(result).toMatchObject({ ok: false, error: { type: 'KeyMissing' } });
    expect(await readFile(join(folder, 'ledger.key.sealed'), 'utf8')).toBe('sealed by another account');
  });

  it('is sealed again when the key store asks for it', async () => {
    await databaseKeyOf(folder, keyStore());
    const store = keyStore();
    await databaseKeyOf(folder, keyStore({ decryptStringAsync: async (sealed) => ({ ...(await store.safeStorage.decryptStringAsync(sealed)), shouldReEncrypt: true }), encryptStringAsync: async (text) => Buffer.from(`sealed:${turned(text)} `) }));
    expect(await readFile(join(folder, 'ledger.key.sealed'), 'utf8')).toMatch(/ $/);
  });

  it('is left to the station where there is no key store, and people are told', async () => {
    const none = keyStore({ isAsyncEncryptionAvailable: () => Promise.resolve(false) });
    expect(await databaseKeyOf(folder, none)).toEqual({ ok: true, value: null });
    expect(await keyStoreFindings(none)).toEqual([expect.objectContaining({ subject: 'key store' })]);
  });

  it('is said to be unprotected where the key store protects nothing', async () => {
    expect(await keyStoreFindings(keyStore({ getSelectedStorageBackend: () => 'basic_text' }))).toEqual([expect.objectContaining({ message: expect.stringContaining('basic_text') })]);
    expect(await keyStoreFindings(keyStore())).toEqual([]);
  });
});
