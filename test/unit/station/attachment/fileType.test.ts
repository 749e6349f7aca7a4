import { describe, expect, it } from 'vitest';
import { detectFileType } from '../../../../main/station/attachment/fileType.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const box = (brand: string) => bytes([0, 0, 0, 24], `ftyp${brand}`, [0, 0, 0, 0], brand, brand, zeros(32));

describe('what a file is', () => {
  it.each([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', zeros(32))],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', zeros(17), [0, 0, 0, 0], 'IDAT', zeros(16))],
    ['image/gif', bytes('GIF89a', zeros(32))],
    ['image/webp', bytes('RIFF', [40, 0, 0, 0], 'WEBPVP8 ', zeros(32))],
    ['image/heic', box('heic')],
    ['application/pdf', bytes('%PDF-1.7\n', zeros(32))],
    ['audio/mp4', box('M4A ')],
    ['audio/wav', bytes('RIFF', [40, 0, 0, 0], 'WAVEfmt ', zeros(32))],
    ['audio/flac', bytes('fLaC', zeros(32))],
    ['audio/mpeg', bytes('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x00], zeros(32))],
    ['text/plain', Buffer.from('At about ten past two a man said “I will be back”.\n\tHe left. 3 < 4\n')],
  ])('%s is told by its bytes', async (type, content) => {
    expect(await detectFileType(content)).toEqual({ ok: true, value: type });
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a page behind blanks', Buffer.from('\n   <html><body>')],
    ['a drawing that may carry a program', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['the same as XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', bytes('MZ', [0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff], zeros(64))],
    ['an archive', bytes('PK', [3, 4, 20, 0, 0, 0, 8, 0], zeros(32))],
    ['bytes that are nothing', bytes([1, 2, 3, 4, 5, 6, 7, 8])],
    ['text that is not UTF-8', bytes('caf', [0xe9], ' au lait')],
    ['a film', box('isom')],
  ])('%s is refused with a sentence that says what can be used', async (_what, content) => {
    expect(await detectFileType(content)).toMatchObject({ ok: false, error: { type: 'AttachmentRefused', remedy: expect.stringContaining('JPEG') } });
  });

  it('text may end within a character: more of it follows', async () => {
    expect(await detectFileType(Buffer.from('naïve').subarray(0, 3))).toEqual({ ok: true, value: 'text/plain' });
  });
});
