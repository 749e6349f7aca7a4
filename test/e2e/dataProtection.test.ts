/**
 * Data protection at one desk, by the keys alone and then by a finger alone: how long things are kept, what that erases when, the register, and
 * somebody who is erased with their photo.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentFileSchema } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser } from '../support/browser.ts';
import { administrator, startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { askForPrinter, chooseFile, openAs } from '../support/hand/walks.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };
const lee = { name: 'Lee Ortiz', pin: '97531' };
const day = 24 * 60 * 60_000;
const later = { NODE_OPTIONS: `--import=${fileURLToPath(new URL('../support/laterClock.mjs', import.meta.url))}`, TEST_LATER: String(40 * day) };

describe.runIf(browserFor('Data protection in a browser'))('data protection', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  /** A picture as a camera would make one. */
  const face = async (page: Page): Promise<Buffer> => {
    const drawn = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [240, 320];
      const context = canvas.getContext('2d');
      if (context !== null) {
        context.fillStyle = '#c9d6d3';
        context.fillRect(0, 0, 240, 320);
        context.fillStyle = '#6b5a4c';
        context.arc(120, 130, 70, 0, 7);
        context.fill();
      }
      return canvas.toDataURL('image/png');
    });
    return Buffer.from(drawn.slice(drawn.indexOf(',') + 1), 'base64');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-protection-'));
    [desk] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor, staff area' }]);
    await desk.door.client.staff.add({ ...sam, role: 'desk' });
    await desk.door.client.staff.add({ ...lee, role: 'supervisor' });
    await desk.door.client.incident.file(incidentFileSchema.parse({ title: 'Raised voice at the returns desk' }));
    const { alarm } = await desk.door.client.alarm.press({ id: uuid(), level: 'assist', kind: 'drill', source: 'command' });
    await desk.door.client.alarm.close({ alarm, reason: 'drill' });
    await desk.stop();
    desk = await startDesk(desk.data, later);
    await desk.door.client.incident.file(incidentFileSchema.parse({ title: 'A chair was thrown' }));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  let erasedOnRequest = 0;

  describe.each([
    { ...bothHands[0], what: 'Records', erased: '1 record' },
    { ...bothHands[1], what: 'Drills and tests', erased: '1 drill' },
  ])('by the $hand alone', ({ hand: name, what, erased }) => {
    let hand: Hand;
    const press = (text: string): Promise<void> => hand.press(hand.page.getByRole('button', { name: text, exact: true }));
    const look = (screen: string): Promise<void> => (name === 'keys' ? keepScreen(hand.page, screen) : Promise.resolve());

    beforeAll(async () => {
      hand = await openFor(name, browser, desk);
      await openAs(hand, administrator, 'Settings');
    });
    afterAll(() => hand.page.context().close());

    it('shows what a period would erase before it is saved, and erases what is over when somebody says so once more', async () => {
      await hand.fill(hand.page.getByRole('searchbox', { name: 'Find a setting' }), 'data protection');
      await hand.press(hand.page.getByRole('link', { name: 'Open data protection' }));
      await hand.page.getByText(name === 'keys' ? 'Nothing: everything is kept until somebody erases it.' : 'What that erases').waitFor();
      await hand.choose(hand.page.getByLabel(what, { exact: true }), '1 month');
      await hand.page.getByRole('heading', { name: 'What your change would erase' }).waitFor();
      const lines = hand.page.getByRole('table', { name: 'What is erased when' }).locator('tbody tr');
      await lines.filter({ hasText: /^The coming night.*1/ }).waitFor();
      await expect.poll(() => lines.count()).toBe(2);
      await hand.press(hand.page.getByText('The first of them'));
      await look('data-protection-draft');
      await press('Keep them so long');
      await hand.page.getByText('Saved. It holds from tonight on.').waitFor();
      await press('Erase now what is over');
      await look('data-protection-erase');
      await press('Erase them for good');
      await hand.page.getByText(`: ${erased} erased.`).waitFor();
      expect((await desk.door.client.incident.list()).map(({ title }) => title)).toEqual(['A chair was thrown']);
      await look('data-protection');
    });

    it('prints the register, filled in from how the site is set up', async () => {
      await hand.press(hand.page.getByRole('link', { name: 'Open the register' }));
      await hand.fill(hand.page.getByLabel('Who answers for it'), `Elm County Council, 1 High Street, by ${name}`);
      await press('Save this');
      await hand.page.getByText('Saved, for every desk of this site.').waitFor();
      await look('data-protection-register');
      await askForPrinter(hand, hand.page.getByRole('button', { name: 'Print the register' }));
      await hand.page.emulateMedia({ media: 'print' });
      const printed = await hand.page.locator('body').innerText();
      await hand.page.emulateMedia({ media: 'screen' });
      expect(printed).toContain(`High Street, by ${name}`);
      expect(printed).toMatch(/Elm County Council[\s\S]*Calls for help at the desks[\s\S]*and nobody else[\s\S]*Erased by itself 1 month after a record was filed[\s\S]*signs out after 5 minutes/);
    });

    it('a photo of somebody is chosen by one, approved by another and seen at the desk; an administrator erases all of it', async () => {
      const mo = hand.page.locator('[data-line]', { hasText: 'Mo Grey' });
      await openAs(hand, sam, 'People');
      await press('New file');
      await hand.fill(hand.page.getByLabel('Name 1', { exact: true }), 'Mo Grey');
      await hand.fill(hand.page.getByLabel('What happened before'), 'He struck the counter twice.');
      await hand.fill(hand.page.getByRole('textbox', { name: 'Safety marker' }), 'Speak to him in twos');
      await press('Hand this file in');
      await hand.page.getByText('A supervisor or administrator reads it and decides').waitFor();
      await openAs(hand, lee, 'People');
      await hand.press(mo);
      await press('Approve what waits');
      await chooseFile(hand, hand.page.getByRole('button', { name: 'Choose files', exact: true }), { name: 'face.png', mimeType: 'image/png', buffer: await face(hand.page) });
      await press('Add this picture');
      await hand.press(hand.page.getByRole('button', { name: /^Show it at the desks: face/ }));
      await hand.page.getByText('Waits for a second person').first().waitFor();
      await look('person-photo-waits');
      await openAs(hand, administrator, 'People');
      await hand.press(mo);
      await press('Approve what waits');
      await hand.page.getByText('Shown at the desks').last().waitFor();
      await openAs(hand, sam, 'People');
      await hand.press(mo);
      await hand.page.getByRole('img', { name: 'Photo of Mo Grey' }).waitFor();
      await look('person-card-photo');
      await openAs(hand, administrator, 'People');
      await hand.press(mo);
      await press('Erase this person');
      await hand.press(hand.page.getByLabel('The person it is about asked for it'));
      await look('person-erase');
      await press('Erase it for good');
      await hand.page.getByText('Nobody is on file').waitFor();
      const asked = (await desk.door.client.incident.erasures()).filter(({ reason }) => reason === 'request').map(({ type }) => type);
      erasedOnRequest += 2;
      expect(asked).toHaveLength(erasedOnRequest);
      expect(asked.slice(0, 2).toSorted((one, other) => one.localeCompare(other))).toEqual(['attachment', 'person']);
    });
  });
});
