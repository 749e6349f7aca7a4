import { useEffect, useState } from 'react';
import type { StationClient } from '../../main/contract/index.ts';
import { isShown } from '../attachments/kinds.ts';
import { readFile } from '../attachments/transfer.ts';

export interface PrintedPhoto {
  readonly id: string;
  readonly name: string;
  /** Under which this page alone can show it. */
  readonly address: string;
}

/** Photos of a record in full, as far as they are here. Sealed originals stay sealed: to look at one is an event. */
export const readPhotos = async (client: StationClient, incident: string, signal: AbortSignal): Promise<readonly PrintedPhoto[]> => {
  const files = await client.attachment.list({ owner: `incident/${incident}` }, { signal });
  const photos: PrintedPhoto[] = [];
  for (const file of files.filter(({ type, removed, restricted, parts }) => isShown(type) && removed === null && !restricted && parts.here === parts.of)) photos.push({ id: file.id, name: file.name, address: URL.createObjectURL(await readFile(client, file, signal)) });
  return photos;
};

/** Photos for the printer; they are let go with the page, and with the next ones. */
export const usePrintedPhotos = () => {
  const [photos, setPhotos] = useState<readonly PrintedPhoto[]>([]);
  useEffect(
    () => () => {
      for (const { address } of photos) URL.revokeObjectURL(address);
    },
    [photos],
  );
  return [photos, setPhotos] as const;
};

/** Once what is shown under these addresses can be drawn: the printer does not wait. */
export const untilDrawn = async (photos: readonly PrintedPhoto[]): Promise<void> => {
  const pictures = [...document.querySelectorAll('img')].filter(({ src }) => photos.some(({ address }) => address === src));
  // One that cannot be drawn is printed as its name.
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
};
