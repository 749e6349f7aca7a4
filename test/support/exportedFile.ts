import { execFileSync } from 'node:child_process';
import { crc32, deflateSync } from 'node:zlib';
import type { ExportedFile, MakeExport, StationClient } from '../../main/contract/index.ts';
import { partBytes } from '../../main/contract/index.ts';

/** Has a file made and fetches it, as a window does. */
export const exportFile = async (client: StationClient, input: Partial<MakeExport> & Pick<MakeExport, 'format' | 'records'>): Promise<{ readonly file: ExportedFile; readonly bytes: Buffer; readonly steps: number }> => {
  let file: ExportedFile | null = null;
  let steps = 0;
  for await (const progress of await client.export.make(input)) {
    steps += 1;
    file = progress.file;
  }
  if (file === null) throw new Error('The export ended without a file');
  const parts: Buffer[] = [];
  for (let number = 1; (number - 1) * partBytes < file.size; number += 1) parts.push(Buffer.from((await client.export.read({ id: file.id, number })).bytes, 'base64'));
  return { file, bytes: Buffer.concat(parts), steps };
};

/** Sends a file as a window does. */
export const attachFile = async (client: StationClient, incident: string, id: string, name: string, content: Uint8Array, restricted = false): Promise<void> => {
  await client.attachment.begin({ id, owner: `incident/${incident}`, name, size: content.length, restricted });
  for (let number = 1; (number - 1) * partBytes < content.length; number += 1) await client.attachment.put({ id, number, bytes: Buffer.from(content.subarray((number - 1) * partBytes, number * partBytes)).toString('base64') });
  await client.attachment.finish({ id });
};

/** A picture of one colour, as PNG. */
export const onePicture = (width: number, height: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([40, 110, 140]))]);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))), chunk('IEND', Buffer.alloc(0))]);
};

/** What stands in a PDF, page by page, as poppler reads it. */
export const pagesOf = (file: string): string[] => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
