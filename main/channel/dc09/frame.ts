import { crc16 } from './crc16.ts';

/**
 * The frame of SIA DC-09:
 *
 *     LF  crc  0LLL  content  CR
 *
 * `crc` is CRC-16/ARC over the content in four hexadecimal digits of ASCII, `0LLL` the length of the content in bytes, in hexadecimal. The
 * content begins with the quote before the id and ends before CR. It is a text of one byte a character.
 */
export const wrapFrame = (content: string): Uint8Array => {
  const bytes = Buffer.from(content, 'latin1');
  if (bytes.length > longestContent) throw new RangeError(`A DC-09 frame holds ${longestContent} bytes, not ${bytes.length}`);
  return Buffer.concat([Buffer.from(`\n${hex4(crc16(bytes))}${hex4(bytes.length)}`, 'latin1'), bytes, Buffer.from('\r', 'latin1')]);
};

/** The content of exactly one frame; null for anything else. */
export const unwrapFrame = (frame: Uint8Array): string | null => {
  const text = Buffer.from(frame).toString('latin1');
  const header = /^\n([0-9A-Fa-f]{4})(0[0-9A-Fa-f]{3})"/.exec(text);
  if (header === null || !text.endsWith('\r')) return null;
  const [, crc = '', length = ''] = header;
  const content = text.slice(9, -1);
  const holds = content.length === Number.parseInt(length, 16) && crc16(Buffer.from(content, 'latin1')) === Number.parseInt(crc, 16);
  return holds ? content : null;
};

/** Takes the contents of whole frames out of what came over a connection so far; `rest` is what may still become one. */
export const takeFrames = (bytes: Uint8Array): { readonly contents: readonly string[]; readonly rest: Uint8Array } => {
  const contents: string[] = [];
  let rest = bytes;
  for (let end = rest.indexOf(CR); end !== -1; end = rest.indexOf(CR)) {
    // Whatever stands before the last LF was noise, or a frame that broke off.
    const content = unwrapFrame(rest.subarray(Math.max(0, rest.lastIndexOf(LF, end)), end + 1));
    if (content !== null) contents.push(content);
    rest = rest.subarray(end + 1);
  }
  return { contents, rest: rest.length > longestFrame ? rest.subarray(-longestFrame) : rest };
};

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

const LF = 0x0a;
const CR = 0x0d;
const longestContent = 0x0fff;
const longestFrame = longestContent + 10;
