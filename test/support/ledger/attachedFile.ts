import { v7 as newId } from 'uuid';
import { partBytes, partsOf } from '../../../main/contract/attachment.ts';
import { subjectOf } from '../../../main/core/event/subject.ts';
import type { AttachmentFile } from '../../../main/core/attachment/foldAttachment.ts';
import type { AttachmentStore } from '../../../main/ledger/attachmentStore.ts';
import type { Ledger } from '../../../main/ledger/ledger.ts';
import { sealPart } from '../../../main/ledger/sealedPart.ts';
import { randomSecret, toHex } from '../../../main/platform/primitives.ts';

export interface AttachedFile {
  readonly size: number;
  readonly name?: string;
  readonly withThumbnail?: boolean;
}

/** A file of a record as a station takes it in: its parts sealed and kept, and then the event. The words of it are `content`, again and again. */
export const attachFile = async (ledger: Ledger, store: AttachmentStore, { size, name = 'photo.jpg', withThumbnail = true }: AttachedFile, content = 'Words of a photo. '): Promise<AttachmentFile> => {
  const id = newId();
  const key = randomSecret(32);
  const keep = async (number: number, plain: Uint8Array): Promise<string> => {
    const { name: part, sealed } = sealPart(key, id, number, plain);
    const kept = await store.keep(part, sealed);
    if (!kept.ok) throw new Error(kept.error.message);
    return part.address;
  };
  const parts: string[] = [];
  for (let number = 1; number <= partsOf(size); number += 1) parts.push(await keep(number, Buffer.alloc(Math.min(partBytes, size - (number - 1) * partBytes), content)));
  const thumbnail = withThumbnail ? { type: 'image/jpeg', address: await keep(0, Buffer.alloc(2_000, content)) } : null;
  const subject = subjectOf('attachment', id);
  const appended = ledger.append([{ kind: 'AttachmentAdded', subject, body: { owner: `incident/${newId()}`, name, type: 'image/jpeg', size, key: toHex(key), parts, thumbnail, restricted: false, station: 'Desk 1', staff: null } }]);
  if (!appended.ok) throw new Error(appended.error.message);
  const file = ledger.state('attachment', subject);
  if (file === undefined) throw new Error('The file is not there');
  return file;
};
