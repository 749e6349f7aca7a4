import { expect, it } from 'vitest';
import { isOtherPicture } from '../../../../renderer/attachments/photos.ts';

it.each([
  ['IMG_0042.HEIC', '', true],
  ['scan.heif', 'image/heif', true],
  ['stairs.gif', 'image/gif', true],
  ['plan.svg', 'image/svg+xml', true],
  ['face.jpg', 'image/jpeg', false],
  ['notes.gif.txt', 'text/plain', false],
  ['report.pdf', 'application/pdf', false],
])('nothing can be covered in %s of type %j: %s, so it is kept sealed', (name, type, sealed) => {
  expect(isOtherPicture({ name, type })).toBe(sealed);
});
