import { describe, expect, it } from 'vitest';
import { cleanName } from '../../../../main/core/attachment/cleanName.ts';

describe('the name of a file', () => {
  it.each([
    ['IMG_0042.JPG', 'image/jpeg', 'IMG_0042.JPG'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\sam\\scan.pdf', 'application/pdf', 'scan.pdf'],
    ['photo.html', 'image/jpeg', 'photo.html.jpg'],
    // The window makes JPEGs of covered photos, whatever they were.
    ['face.PNG', 'image/jpeg', 'face.jpg'],
    ['letter.png', 'application/pdf', 'letter.png.pdf'],
    ['invoice\u202egnp.exe', 'image/png', 'invoicegnp.exe.png'],
    ['...', 'audio/mpeg', 'file.mp3'],
    ['', 'image/webp', 'file.webp'],
    ['.jpg', 'image/jpeg', 'jpg.jpg'],
    ['con.txt', 'text/plain', 'file con.txt'],
    ['a<b>:c"|?*.gif', 'image/gif', 'abc.gif'],
    ['  two   spaces .png', 'image/png', 'two spaces.png'],
  ])('%j of %s becomes %j', (raw, type, name) => {
    expect(cleanName(raw, type)).toBe(name);
  });

  it('is never too long for a disk, whole characters only', () => {
    const name = cleanName(`${'🙂'.repeat(400)}.png`, 'image/png');
    expect(Array.from(name)).toHaveLength(124);
    expect(name).toMatch(/^(🙂)+\.png$/u);
  });
});
