import { mostAttachmentBytes, mostThumbnailBytes, partBytes, partsOf, thumbnailPart, type BeginAttachment } from '../../contract/attachment.ts';
import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { cleanName } from '../../core/attachment/cleanName.ts';
import type { PartName } from '../../core/attachment/parts.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { AttachmentStore } from '../../ledger/attachmentStore.ts';
import { openPart, sealPart } from '../../ledger/sealedPart.ts';
import type { Upload } from '../../ledger/uploads.ts';
import { randomSecret, toHex } from '../../platform/primitives.ts';
import { byWhom, type StationContext } from '../context.ts';
import { createTurns } from './turns.ts';
import { detectFileType, hasControls, refusedFile } from './fileType.ts';

/** An upload that nobody goes on with is dropped after a day. Milliseconds. */
const longestUpload = 24 * 60 * 60_000;
/** With less space on the disk than this (bytes) no file is taken: what is left is for records and calls. */
const leastSpace = 300_000_000;
const thumbnailTypes = ['image/jpeg', 'image/png', 'image/webp'];

/** Files that are coming in, part by part. Until one is finished it belongs to nobody, and nobody else hears of it. */
export interface Uploads {
  /** How many parts of it are here already, counted from the first. */
  readonly begin: (file: BeginAttachment) => Promise<Result<{ received: number }>>;
  readonly put: (id: string, number: number, bytes: Uint8Array) => Promise<Result<{ received: number }>>;
  readonly finish: (id: string, staff: StaffReference | null) => Promise<Result<void>>;
  readonly cancel: (id: string) => Promise<void>;
  readonly cancelOf: (owner: string) => Promise<void>;
  /** Drops what nobody goes on with. */
  readonly sweep: () => Promise<void>;
}

export interface UploadsDependencies {
  readonly context: StationContext;
  readonly store: AttachmentStore;
  /** Whether there is such a record or person, or a draft of one. */
  readonly ownerExists: (owner: string) => boolean;
  readonly freeSpace: () => number | null;
}

export const createUploads = ({ context, store, ownerExists, freeSpace }: UploadsDependencies): Uploads => {
  const { ledger, clock } = context;
  const { uploads } = ledger.local;
  /** What is done with one file is done one after the other. */
  const { take: inTurn } = createTurns();

  const find = (id: string) => ledger.state('attachment', subjectOf('attachment', id));

  /** The parts of the file from the first on, without a gap. */
  const receivedOf = (held: readonly PartName[]): readonly PartName[] => {
    const byNumber = new Map(held.map((part) => [part.number, part]));
    const received: PartName[] = [];
    for (let part = byNumber.get(1); part !== undefined; part = byNumber.get(part.number + 1)) received.push(part);
    return received;
  };

  const begin = async ({ id, owner, name, size, restricted }: BeginAttachment): Promise<Result<{ received: number }>> => {
    if (size === 0) return failed('AttachmentRefused', 'This file is empty: there is nothing in it to keep.', 'Look whether it was saved or sent whole, then choose it again.', 'file');
    if (size > mostAttachmentBytes) return failed('AttachmentRefused', `This file has ${megabytes(size)} MB; one of at most ${megabytes(mostAttachmentBytes)} MB can be kept with a record.`, 'Use a smaller picture, or cut the sound into pieces.', 'file');
    const finished = find(id);
    if (finished !== undefined) return done({ received: finished.parts.length });
    const begun = uploads.find(id);
    if (begun !== undefined) return begun.owner === owner && begun.size === size ? done({ received: receivedOf(await store.held(id)).length }) : failed('AttachmentRefused', 'This id belongs to another file.', 'Begin it under an id of its own.', 'id');
    if (!ownerExists(owner) || ledger.isErased(subjectOf('attachment', id))) return noOwner();
    if ((freeSpace() ?? leastSpace) < leastSpace) return failed('AttachmentUnwritable', `The disk of this desk has less than ${megabytes(leastSpace)} MB left: no file can be kept.`, 'Free some space, then try again. Records can still be written.');
    uploads.save({ id, owner, name, size, restricted, key: randomSecret(32), begunAt: clock.now() });
    return done({ received: 0 });
  };

  /** `AttachmentRefused` for what cannot be this part of this file. */
  const check = async ({ size }: Upload, number: number, bytes: Uint8Array): Promise<Result<void>> => {
    if (number === thumbnailPart) {
      const type = await detectFileType(bytes);
      return bytes.length <= mostThumbnailBytes && type.ok && thumbnailTypes.includes(type.value) ? done(undefined) : wrongPart();
    }
    const parts = partsOf(size);
    if (number > parts || bytes.length !== (number < parts ? partBytes : size - (parts - 1) * partBytes)) return wrongPart();
    const type = number === 1 ? await detectFileType(bytes) : done('');
    return type.ok ? done(undefined) : type;
  };

  const put = async (id: string, number: number, bytes: Uint8Array): Promise<Result<{ received: number }>> => {
    const upload = uploads.find(id);
    const held = await store.held(id);
    if (upload === undefined) return find(id) === undefined ? unknown() : done({ received: receivedOf(held).length });
    if (held.some((part) => part.number === number)) return done({ received: receivedOf(held).length });
    const checked = await check(upload, number, bytes);
    if (!checked.ok) return checked;
    const { name, sealed } = sealPart(upload.key, id, number, bytes);
    const kept = await store.keep(name, sealed);
    return kept.ok ? done({ received: receivedOf([...held, name]).length }) : kept;
  };

  /** What the whole of it is. Text has to be text to its end. */
  const typeOf = async ({ id, key }: Upload, parts: readonly PartName[]): Promise<Result<string>> => {
    let type: Result<string> = incomplete();
    for (const part of parts) {
      const sealed = await store.read(part);
      const plain = sealed === null ? null : openPart(key, { attachment: id, number: part.number }, sealed);
      if (plain === null) return incomplete();
      if (part.number === 1) type = await detectFileType(plain);
      else if (hasControls(plain)) return refusedFile();
      if (!type.ok || type.value !== 'text/plain') return type;
    }
    return type;
  };

  const finish = async (id: string, staff: StaffReference | null): Promise<Result<void>> => {
    if (find(id) !== undefined) return done(undefined);
    const upload = uploads.find(id);
    if (upload === undefined) return unknown();
    const held = await store.held(id);
    const parts = receivedOf(held);
    if (parts.length < partsOf(upload.size)) return incomplete();
    const type = await typeOf(upload, parts);
    if (!type.ok) return type;
    if (!ownerExists(upload.owner)) return noOwner();
    const thumbnail = held.find(({ number }) => number === thumbnailPart);
    const sealedThumbnail = thumbnail === undefined ? null : await store.read(thumbnail);
    const small = sealedThumbnail === null ? null : openPart(upload.key, { attachment: id, number: thumbnailPart }, sealedThumbnail);
    const smallType = small === null ? null : await detectFileType(small);
    const appended = ledger.append([
      {
        kind: 'AttachmentAdded',
        subject: subjectOf('attachment', id),
        body: {
          owner: upload.owner,
          name: cleanName(upload.name, type.value),
          type: type.value,
          size: upload.size,
          key: toHex(upload.key),
          parts: parts.map(({ address }) => address),
          thumbnail: thumbnail === undefined || smallType?.ok !== true ? null : { type: smallType.value, address: thumbnail.address },
          restricted: upload.restricted,
          ...byWhom(context, staff),
        },
      },
    ]);
    if (!appended.ok) return appended;
    uploads.drop(id);
    return done(undefined);
  };

  const cancel = async (id: string): Promise<void> => {
    if (uploads.find(id) === undefined) return;
    await store.drop(id);
    uploads.drop(id);
  };

  const cancelThose = async (which: (upload: Upload) => boolean): Promise<void> => {
    for (const { id } of uploads.list().filter(which)) await inTurn(id, () => cancel(id));
  };

  return {
    begin: (file) => inTurn(file.id, () => begin(file)),
    put: (id, number, bytes) => inTurn(id, () => put(id, number, bytes)),
    finish: (id, staff) => inTurn(id, () => finish(id, staff)),
    cancel: (id) => inTurn(id, () => cancel(id)),
    cancelOf: (owner) => cancelThose((upload) => upload.owner === owner),
    sweep: async () => {
      // Finished, and the process ended before that was noted.
      for (const { id } of uploads.list()) if (find(id) !== undefined) uploads.drop(id);
      await cancelThose(({ begunAt }) => Math.abs(clock.now() - begunAt) > longestUpload);
    },
  };
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
const unknown = () => failed('AttachmentUnknown', 'This file was not begun here, or was dropped since.', 'Add it again.', 'id');
const wrongPart = () => failed('AttachmentRefused', 'A part of this file does not fit what was said of it.', 'Add the file again.', 'bytes');
const incomplete = () => failed('AttachmentIncomplete', 'Parts of this file are not here yet.', 'Try again in a moment; if it stays like this, add the file again.');
const noOwner = () => failed('AttachmentRefused', 'The record that this file belongs to is not here, or was thrown away.', 'Open the record and add the file there.', 'owner');
