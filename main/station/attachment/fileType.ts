import { fileTypeFromBuffer } from 'file-type';
import { done, failed, type Result } from '../../contract/problem.ts';
import { endingsByType } from '../../core/attachment/cleanName.ts';

/** Other names of what is taken. */
const sameAs: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
  'audio/x-m4a': 'audio/mp4',
  'audio/ogg; codecs=opus': 'audio/ogg',
};

/**
 * What a file is, by its first bytes; its name is not asked. `AttachmentRefused` for everything that is none of the few kinds that a record needs, pages and drawings that
 * could carry a program (HTML, SVG) among them.
 */
export const detectFileType = async (start: Uint8Array): Promise<Result<string>> => {
  const found = await fileTypeFromBuffer(start);
  if (found === undefined) return isPlainText(start) ? done('text/plain') : refusedFile();
  const type = sameAs[found.mime] ?? found.mime;
  return Object.hasOwn(endingsByType, type) ? done(type) : refusedFile(found.ext);
};

/** Bytes that stand in no text. */
export const hasControls = (bytes: Uint8Array): boolean => bytes.some((byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f);

/** Text in UTF-8 that is neither a page nor a drawing. `start` may end within a character. */
const isPlainText = (start: Uint8Array): boolean => {
  if (hasControls(start)) return false;
  try {
    return !/^\s*<[a-z!?/]/i.test(new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true }));
  } catch {
    return false;
  }
};

export const refusedFile = (kind?: string) =>
  failed('AttachmentRefused', kind === undefined ? 'This file is of a kind that cannot be recognised, which cannot be kept with a record.' : `This file is of the kind ${kind}, which cannot be kept with a record.`, 'Use a picture (JPEG, PNG, WebP, GIF, HEIC), a PDF, sound (MP3, M4A, WAV, OGG, FLAC, AAC, AMR) or plain text.', 'file');
