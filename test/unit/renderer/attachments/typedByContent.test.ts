import { describe, expect, it } from 'vitest';
import { isOtherPicture, isPhoto } from '../../../../renderer/attachments/photos.ts';
import { typedByContent } from '../../../../renderer/attachments/typedByContent.ts';

const named = (name: string, head: string, type = ''): File => new File([Buffer.from(head, 'latin1')], name, { type });

describe('what a file is', () => {
  it.each([
    ['IMG_1234', '\xff\xd8\xff\xe1 Exif', ''],
    ['note.txt', '\x89PNG\r\n\x1a\n', 'text/plain'],
    ['scan.pdf', 'RIFF\0\0\0\0WEBPVP8 ', 'application/pdf'],
  ])('a photo called %s is looked over like any other', async (name, head, type) => {
    const file = await typedByContent(named(name, head, type));
    expect(isPhoto(file)).toBe(true);
    expect(file.name).toBe(name);
  });

  it.each([
    ['moving', 'GIF89a'],
    ['IMG_0001', '\0\0\0\x18ftypheic'],
  ])('one in which nothing can be covered, called %s, is kept sealed', async (name, head) => {
    expect(isOtherPicture(await typedByContent(named(name, head)))).toBe(true);
  });

  it.each([
    ['empty.txt', ''],
    ['note.txt', 'He left at ten.'],
    ['call.m4a', '\0\0\0\x18ftypM4A '],
  ])('%s stays what it is', async (name, head) => {
    const file = named(name, head, 'text/plain');
    expect(await typedByContent(file)).toBe(file);
  });
});
