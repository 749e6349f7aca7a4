/**
 * Photos and files of a record in two browsers, by the keys alone in the office and by a finger alone at the desk: by file, paste, drag and camera;
 * covered where they have to be; and at the other desk as well. What can be dragged with a pointer is, besides.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf, type Attachment } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, shown } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import type { Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { chooseFile, openAs } from '../support/hand/walks.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 15_000, interval: 50 });
/** Stands in the photo's own data, as the place where it was taken would. */
const placeMarker = 'GPS-MARKER-52.5200N';
const textMarker = 'Words that stand in no file in the clear';

describe.runIf(browserFor('Photos and files of a record in two browsers'))('photos and files of a record', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let keys: Hand;
  let finger: Hand;
  let page: Page;
  let other: Page;

  const draftId = async (at = office): Promise<string> => (await at.door.client.incident.drafts())[0]?.id ?? '';
  const button = (of: Page, name: string | RegExp): Locator => of.getByRole('button', { name, exact: typeof name === 'string' });
  const attachedTo = async (at: RunningDesk, id: string): Promise<readonly Attachment[]> => at.door.client.attachment.list({ owner: `incident/${id}` });
  const beginRecord = async (hand: Hand, title: string): Promise<void> => {
    await hand.press(button(hand.page, 'New record'));
    await hand.fill(hand.page.getByLabel('Title'), title);
  };
  const chooseCounter = async (hand: Hand): Promise<void> => {
    await chooseFile(hand, button(hand.page, 'Choose files'), { name: 'counter.jpg', mimeType: 'image/jpeg', buffer: await makePhoto() });
    await hand.page.getByRole('img', { name: 'The photo that is to be added' }).waitFor();
  };
  /** The eyes were dark: where they were is now one colour a block, and where it was taken is not kept. */
  const expectCovered = async (at: RunningDesk, attached: Attachment | undefined): Promise<void> => {
    expect(attached).toMatchObject({ name: 'counter.jpg', type: 'image/jpeg', restricted: false, thumbnail: 'image/jpeg' });
    const content = await contentOf(at, attached ?? never());
    expect(content.includes(placeMarker)).toBe(false);
    const dark = await page.evaluate(async (base64) => {
      const image = await createImageBitmap(await new Response(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(700, 400, 200, 220);
      return [...data].filter((value, index) => index % 4 === 0 && value < 60).length;
    }, content.toString('base64'));
    expect(dark).toBe(0);
  };
  const removeFromDraft = async (hand: Hand): Promise<void> => {
    await hand.press(button(hand.page, 'Open counter.jpg'));
    await hand.press(button(hand.page, 'Remove'));
    await hand.page.getByText('It will be gone for good').waitFor();
    await hand.press(button(hand.page, 'Remove it'));
    await button(hand.page, 'Open counter.jpg').waitFor({ state: 'detached' });
  };
  const takePhoto = async (hand: Hand): Promise<void> => {
    await hand.press(button(hand.page, 'Take a photo'));
    await eventually(() => button(hand.page, 'Take it').isEnabled()).toBe(true);
    await hand.press(button(hand.page, 'Take it'));
    await hand.press(button(hand.page, 'Leave it out'));
    await hand.page.locator('video').waitFor({ state: 'detached' });
  };
  const contentOf = async (at: RunningDesk, { id, size }: Attachment): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let number = 1; number <= partsOf(size); number += 1) parts.push(Buffer.from((await at.door.client.attachment.read({ id, number })).bytes, 'base64'));
    return Buffer.concat(parts);
  };
  /** A photo as a camera makes it, with a shape for a face, and a place in its own data. */
  const makePhoto = async (): Promise<Buffer> => {
    const jpeg = await page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1600, 1200];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      const sky = context.createLinearGradient(0, 0, 0, 1200);
      sky.addColorStop(0, '#dfe6e3');
      sky.addColorStop(1, '#9fb0a8');
      context.fillStyle = sky;
      context.fillRect(0, 0, 1600, 1200);
      context.fillStyle = '#5b4636';
      context.fillRect(0, 850, 1600, 350);
      context.fillStyle = '#e2b899';
      context.beginPath();
      context.ellipse(800, 500, 150, 190, 0, 0, 7);
      context.fill();
      context.fillStyle = '#2d2a26';
      for (const x of [740, 860]) context.fillRect(x - 20, 450, 40, 16);
      context.fillRect(745, 590, 110, 14);
      return canvas.toDataURL('image/jpeg', 0.9);
    });
    const bytes = Buffer.from(jpeg.slice(jpeg.indexOf(',') + 1), 'base64');
    const marker = Buffer.from(`Exif\0\0${placeMarker}`, 'latin1');
    return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, marker.length + 2]), marker, bytes.subarray(2)]);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-files-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    await office.door.client.staff.add({ ...sam, role: 'desk' });
    await office.door.client.staff.add({ name: 'Ana Lima', role: 'supervisor', pin: '8642' });
    browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
    [keys, finger] = [await openFor('keys', browser, office), await openFor('finger', browser, desk)];
    [page, other] = [keys.page, finger.page];
    await openAs(keys, administrator, 'Records');
    await beginRecord(keys, 'A man threw a chair at the counter');
    await openAs(finger, sam, 'Records');
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('a photo that is chosen is covered by the keys alone, and its place is not kept', async () => {
    await chooseCounter(keys);
    await keys.press(button(page, 'Add a box'));
    const box = button(page, 'Covered box 1');
    await eventually(() => box.evaluate((each) => each === document.activeElement)).toBe(true);
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 12; step += 1) await page.keyboard.press('Shift+ArrowDown');
    await keepScreen(page, 'photo-editor');
    await keys.press(button(page, 'Undo'));
    await keys.press(button(page, 'Add this picture'));
    await button(page, 'Open counter.jpg').waitFor();
    await expectCovered(office, (await attachedTo(office, await draftId()))[0]);
  });

  it('and by a finger alone, which need not drag, takes it out again and takes one with the camera', async () => {
    await beginRecord(finger, 'A chair was thrown, told by finger');
    await chooseCounter(finger);
    await finger.press(button(other, 'Add a box'));
    for (const move of ['Move it up', 'Move it up', 'Make it larger', 'Make it larger', 'Make it smaller']) await finger.press(button(other, move));
    await finger.press(button(other, 'Add a box'));
    await finger.press(button(other, 'Take this box away'));
    await finger.press(button(other, 'Add this picture'));
    await button(other, 'Open counter.jpg').waitFor();
    await expectCovered(desk, (await attachedTo(desk, await draftId(desk)))[0]);
    await removeFromDraft(finger);
    await takePhoto(finger);
  });

  it('a photo that is dragged onto the page is covered with the pointer, and its original kept, sealed', async () => {
    const photo = (await makePhoto()).toString('base64');
    await page.evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], 'dragged.jpg', { type: 'image/jpeg' }));
      for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, photo);
    const picture = page.getByRole('img', { name: 'The photo that is to be added' });
    const frame = (await picture.boundingBox()) ?? never();
    const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      await page.mouse.move(frame.x + frame.width * from[0], frame.y + frame.height * from[1]);
      await page.mouse.down();
      await page.mouse.move(frame.x + frame.width * to[0], frame.y + frame.height * to[1], { steps: 8 });
      await page.mouse.up();
    };
    await drag([0.4, 0.25], [0.6, 0.6]);
    await page.getByRole('button', { name: 'Covered box 1' }).waitFor();
    await keys.press(page.getByRole('radio', { name: 'Brush' }));
    await drag([0.1, 0.8], [0.3, 0.85]);
    await keys.press(page.getByRole('radio', { name: 'Keep it sealed' }));
    await keys.press(button(page, 'Add this picture'));
    await page.getByRole('button', { name: 'Open original of dragged.jpg' }).waitFor();
    const attached = await attachedTo(office, await draftId());
    expect(attached.map(({ name, restricted }) => [name, restricted])).toEqual([['counter.jpg', false], ['dragged.jpg', false], ['original of dragged.jpg', true]]);
    expect((await contentOf(office, attached[2] ?? never())).toString('base64')).toBe(photo);
  });

  it('text that is pasted is attached as it is, a photo that cannot be drawn is sealed, and a page is refused with a sentence that says what can be used', async () => {
    for (const [name, type, text] of [['notes.txt', 'text/plain', textMarker], ['page.html', 'text/html', '<!doctype html><script>alert(1)</script>']]) {
      await page.evaluate(
        ([name = '', type = '', text = '']) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name, { type }));
          document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        },
        [name, type, text],
      );
    }
    await page.getByRole('button', { name: 'Open notes.txt' }).waitFor();
    // Nothing can be covered in a photo that no browser draws: it is sealed.
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1])], 'torn.jpg', { type: 'image/jpeg' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: 'Open original of torn.jpg' }).waitFor();
    const torn = (await attachedTo(office, await draftId())).find(({ name }) => name === 'original of torn.jpg');
    expect(torn?.restricted).toBe(true);
    await office.door.client.attachment.remove({ id: torn?.id ?? '', reason: 'Torn' });
    await page.getByRole('button', { name: 'Open original of torn.jpg' }).waitFor({ state: 'hidden' });
    await page.getByRole('alert').getByText('cannot be kept with a record').or(page.getByRole('alert').getByText('cannot be recognised')).first().waitFor();
    await page.getByRole('button', { name: 'Choose files' }).scrollIntoViewIfNeeded();
    await keepScreen(page, 'record-form-files');
    await keys.press(button(page, 'Leave it out: page.html'));
    expect(await attachedTo(office, await draftId())).toHaveLength(4);
  });

  it('the camera takes a photo, and is off again when that is done', async () => {
    await takePhoto(keys);
    await expect.poll(() => page.locator('video').count()).toBe(0);
  });

  it('what is removed from a draft is gone', async () => {
    await removeFromDraft(keys);
    expect((await attachedTo(office, await draftId())).map(({ name }) => name)).toEqual(['dragged.jpg', 'original of dragged.jpg', 'notes.txt']);
  });

  it('the filed record shows them at the other desk, where one leads to the next', async () => {
    const id = await draftId();
    await keys.press(button(page, 'File this record'));
    await keys.press(button(page, 'File it'));
    await page.getByText('Filed by').first().waitFor();
    await keepScreen(page, 'record-filed-files');
    await finger.press(button(other, /A man threw a chair/));
    await eventually(async () => (await attachedTo(desk, id)).every(({ parts }) => parts.here === parts.of)).toBe(true);
    await other.getByRole('button', { name: 'Open dragged.jpg' }).locator('img').waitFor();
    await finger.press(button(other, 'Open dragged.jpg'));
    const large = other.getByRole('img', { name: 'dragged.jpg' });
    await large.waitFor();
    await eventually(() => large.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(1600);
    await keepScreen(other, 'attachment-viewer');
    await finger.shortcut('ArrowRight', button(other, 'Next'));
    await other.getByText('Only a supervisor or an administrator may open this original').waitFor();
    await finger.shortcut('ArrowRight', button(other, 'Next'));
    await other.getByText(textMarker).waitFor();
    const download = other.waitForEvent('download');
    await finger.press(other.getByRole('link', { name: 'Save a copy' }));
    expect((await download).suggestedFilename()).toBe('notes.txt');
    await finger.press(button(other, 'Close the picture'));
  });

  it('what is added after filing says so, and what is removed stands beside, on both desks', async () => {
    await chooseFile(finger, button(other, 'Choose files'), { name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from('He came back.') });
    await shown(other, 'Added later by Sam Okafor (Front desk)').waitFor();
    await shown(page, 'Added later by Sam Okafor (Front desk)').waitFor();
    await keys.press(button(page, 'Open later.txt'));
    await keys.press(button(page, 'Remove'));
    await keys.fill(page.getByLabel('Why'), 'Belongs to another record');
    await keys.press(button(page, 'Remove it'));
    await shown(other, /Removed by Priya Shah .*Belongs to another record/).waitFor();
    await expect.poll(() => other.getByRole('button', { name: 'Open later.txt' }).count()).toBe(0);
  });

  it('a supervisor may open the original, and the look is written down', async () => {
    await keys.press(button(page, 'Open original of dragged.jpg'));
    await keys.shortcut('ArrowLeft', button(page, 'Previous'));
    await page.getByRole('img', { name: 'dragged.jpg', exact: true }).waitFor();
    await keys.shortcut('ArrowRight', button(page, 'Next'));
    const original = page.getByRole('img', { name: 'original of dragged.jpg' });
    await original.waitFor();
    expect(await original.getAttribute('src')).toMatch(/^blob:/);
    await keys.press(button(page, 'Close the picture'));
    await page.getByText('Last opened by Priya Shah (Back office)').waitFor();
  });

  it('nothing of them lies on either disk in the clear', async () => {
    for (const { data } of [office, desk]) {
      const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
      expect(files.filter(({ parentPath }) => parentPath.includes('attachments')).length).toBeGreaterThan(3);
      for (const file of files) {
        const content = await readFile(join(file.parentPath, file.name));
        for (const marker of [placeMarker, textMarker, 'JFIF', 'dragged.jpg']) expect(content.includes(marker), `${marker} in ${file.name}`).toBe(false);
      }
    }
  });
});

const never = (): never => {
  throw new Error('it is not there');
};
