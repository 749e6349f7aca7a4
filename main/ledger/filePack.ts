/**
 * One file of a record as it lies beside the backups: `quietbell-files/<last two digits of its id>/<attachment id>`. It holds the sealed parts as they are, one behind the other in their
 * order, the thumbnail last; how long each is follows from the size of the file. Nothing in it says what it is: its key, its name and the hashes of its parts are in the ledger of the
 * backup. Written once, as `.part`, synced and renamed: what has its name is whole. Blocks its thread.
 */
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mostThumbnailBytes, partBytes, thumbnailPart } from '../contract/attachment.ts';
import type { AttachmentFile } from '../core/attachment/foldAttachment.ts';
import { sealBytes, type PartName } from '../core/attachment/parts.ts';
import { addressOf } from './sealedPart.ts';
import { syncFolder } from './syncFolder.ts';

/** What has to be known of a file to pack it and to read it again. */
export type PackedFile = Pick<AttachmentFile, 'id' | 'size' | 'parts'> & { readonly thumbnail: { readonly address: string } | null };

/** A part as it lies in a pack; `sealed` is null where it is not what it was. */
export interface PackedPart {
  readonly name: PartName;
  readonly sealed: Uint8Array | null;
}

/** Where the files lie of all backups of this folder. */
export const packsBeside = (backups: string): string => join(backups, 'quietbell-files');

export const packPath = (packs: string, id: string): string => join(packs, id.slice(-2), id);

/** What it has at most. */
export const packBytes = (file: PackedFile): number => bytesOfParts(file) + (file.thumbnail === null ? 0 : mostThumbnailBytes + sealBytes);

/** As far as its length tells. */
export const hasItsLength = (file: PackedFile, bytes: number): boolean => (file.thumbnail === null ? bytes === bytesOfParts(file) : bytes > bytesOfParts(file) && bytes <= packBytes(file));

/**
 * False, and nothing is left of it, when a part is not to be had. Throws what the disk throws. @param ending of the name that it has until it is whole
 */
export const writePack = (path: string, ending: string, file: PackedFile, read: (part: PartName) => Uint8Array | null): boolean => {
  const unfinished = `${path}${ending}`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const descriptor = openSync(unfinished, 'w', 0o600);
  let whole = true;
  try {
    for (const { name } of placesOf(file, 0)) {
      const sealed = read(name);
      whole = sealed !== null;
      if (sealed === null) break;
      for (let written = 0; written < sealed.length; ) written += writeSync(descriptor, sealed, written);
    }
    if (whole) fsyncSync(descriptor);
  } catch (error) {
    whole = false;
    throw error;
  } finally {
    closeSync(descriptor);
    if (!whole) rmSync(unfinished, { force: true });
  }
  if (!whole) return false;
  renameSync(unfinished, path);
  syncFolder(dirname(path));
  return true;
};

/** Every part of it, each held against its hash. Throws what the disk throws. */
export function* readPack(path: string, file: PackedFile): Generator<PackedPart, void, void> {
  const descriptor = openSync(path, 'r');
  try {
    for (const { name, from, length } of placesOf(file, fstatSync(descriptor).size)) {
      const bytes = Buffer.alloc(length);
      let filled = 0;
      for (let read = -1; filled < length && read !== 0; filled += read) read = readSync(descriptor, bytes, filled, length - filled, from + filled);
      yield { name, sealed: filled === length && addressOf(bytes) === name.address ? bytes : null };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** @param bytes of the pack: what stands behind the parts of the file is the thumbnail */
const placesOf = (file: PackedFile, bytes: number): readonly { readonly name: PartName; readonly from: number; readonly length: number }[] => {
  const { id, size, parts, thumbnail } = file;
  const sealedBytes = partBytes + sealBytes;
  const places = parts.map((address, index) => ({ name: { attachment: id, number: index + 1, address }, from: index * sealedBytes, length: Math.min(partBytes, Math.max(0, size - index * partBytes)) + sealBytes }));
  if (thumbnail === null) return places;
  const from = bytesOfParts(file);
  return [...places, { name: { attachment: id, number: thumbnailPart, address: thumbnail.address }, from, length: Math.max(0, Math.min(bytes - from, mostThumbnailBytes + sealBytes)) }];
};

const bytesOfParts = ({ size, parts }: PackedFile): number => size + parts.length * sealBytes;
