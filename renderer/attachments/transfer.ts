import { partBytes, partsOf, thumbnailPart, type Attachment, type StationClient } from '../../main/contract/index.ts';

/** What is to be sent, and as what. */
export interface Outgoing {
  /** Id that the attachment will have. */
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
  readonly thumbnail: Blob | null;
  readonly restricted: boolean;
}

/** Sends what the station does not have of it yet, part by part. A call that fails rejects; called again it goes on from there. */
export const sendFile = async (client: StationClient, owner: string, { id, name, content, thumbnail, restricted }: Outgoing, onSent: (parts: number) => void, signal: AbortSignal): Promise<Attachment> => {
  const { received } = await client.attachment.begin({ id, owner, name: name.slice(0, 1000), size: content.size, restricted }, { signal });
  if (thumbnail !== null) await client.attachment.put({ id, number: thumbnailPart, bytes: await toBase64(thumbnail) }, { signal });
  for (let sent = received; sent < partsOf(content.size); sent += 1) {
    onSent(sent);
    await client.attachment.put({ id, number: sent + 1, bytes: await toBase64(content.slice(sent * partBytes, (sent + 1) * partBytes)) }, { signal });
  }
  onSent(partsOf(content.size));
  return client.attachment.finish({ id }, { signal });
};

export const readFile = async (client: StationClient, { id, size, type }: Attachment, signal: AbortSignal): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let number = 1; number <= partsOf(size); number += 1) parts.push(fromBase64((await client.attachment.read({ id, number }, { signal })).bytes));
  return new Blob(parts, { type });
};

export const readThumbnail = async (client: StationClient, { id, thumbnail }: Attachment, signal: AbortSignal): Promise<Blob> => new Blob([fromBase64((await client.attachment.read({ id, number: thumbnailPart }, { signal })).bytes)], { type: thumbnail ?? '' });

const toBase64 = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    // A data address: what stands behind its comma.
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '');
    reader.onerror = () => reject(new UnreadableFile());
    reader.readAsDataURL(blob);
  });

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The file was moved or changed since it was chosen. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
