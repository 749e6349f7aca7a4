/**
 * The parts of files on the disk, beside the ledger and never in it: how large it is decides how long checks, copies and repairs of it take.
 *
 * `attachments/<attachment id>/<number>-<address>`: a folder a file, so that forgetting one is one step whatever else is known of it. Parts are sealed
 * before they come here. They are written as `.part`, synced and then renamed: what stands at its place is whole.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { done, failed, type Result } from '../contract/problem.ts';
import type { PartName } from '../core/attachment/parts.ts';
import { codeOf } from './diskError.ts';
import { addressOf } from './sealedPart.ts';

export interface AttachmentStore {
  /** Durable when it is there. `AttachmentUnwritable`; then nothing stands at its place. */
  readonly keep: (part: PartName, sealed: Uint8Array) => Promise<Result<void>>;
  /** Held against its address each time. Null when it is not here; one that was damaged is taken away, so that it is fetched again. */
  readonly read: (part: PartName) => Promise<Uint8Array | null>;
  /** The parts of one attachment by number; their content is not looked at. */
  readonly held: (attachment: string) => Promise<readonly PartName[]>;
  /** Ids of all attachments of which anything is here. */
  readonly list: () => Promise<readonly string[]>;
  readonly drop: (attachment: string) => Promise<void>;
  /** Takes away what was begun and never reached its place. To be called once, before anything is kept. */
  readonly tidy: () => Promise<void>;
}

const halfWritten = '.part';

export const attachmentsIn = (dataFolder: string): string => join(dataFolder, 'attachments');

export const partPath = (folder: string, { attachment, number, address }: PartName): string => join(folder, attachment, `${number}-${address}`);

export const createAttachmentStore = (folder: string): AttachmentStore => {
  const folderOf = (attachment: string): string => join(folder, attachment);
  const pathOf = (part: PartName): string => partPath(folder, part);

  const held = async (attachment: string): Promise<readonly PartName[]> =>
    (await namesIn(folderOf(attachment)))
      .flatMap((file) => {
        const [, number, address] = /^(\d{1,6})-([0-9a-f]{64})$/.exec(file) ?? [];
        return number === undefined || address === undefined ? [] : [{ attachment, number: Number(number), address }];
      })
      .toSorted((a, b) => a.number - b.number);

  const list = async (): Promise<readonly string[]> => (await namesIn(folder)).filter((name) => /^[0-9a-f-]{36}$/.test(name));

  return {
    keep: async (part, sealed) => {
      const path = pathOf(part);
      try {
        await mkdir(folderOf(part.attachment), { recursive: true, mode: 0o700 });
        await writeSynced(`${path}${halfWritten}`, sealed);
        await rename(`${path}${halfWritten}`, path);
        await syncFolder(folderOf(part.attachment));
        return done(undefined);
      } catch (error) {
        await rm(`${path}${halfWritten}`, { force: true }).catch(() => {});
        return unwritable(codeOf(error));
      }
    },
    read: async (part) => {
      let sealed: Uint8Array;
      try {
        sealed = await readFile(pathOf(part));
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
      if (addressOf(sealed) === part.address) return sealed;
      await rm(pathOf(part), { force: true });
      return null;
    },
    held,
    list,
    drop: (attachment) => rm(folderOf(attachment), { recursive: true, force: true }),
    tidy: async () => {
      for (const attachment of await list()) for (const file of await namesIn(folderOf(attachment))) if (file.endsWith(halfWritten)) await rm(join(folderOf(attachment), file), { force: true });
    },
  };
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Without it a power cut may take the new name back. Windows knows no such thing. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
};

const unwritable = (code: string) =>
  failed('AttachmentUnwritable', code === 'ENOSPC' || code === 'EDQUOT' ? 'The disk is full: the file cannot be kept.' : `The folder of attachments cannot be written (${code}).`, 'Check the space on the disk and the rights of the folder attachments in the data folder, then try again; what arrived so far is kept.');
