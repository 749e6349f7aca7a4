/** A record leaves the house from a real browser, by the keys alone and then by a finger alone: as a PDF that another program reads, and on paper. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentFileSchema } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { askForPrinter, openAs } from '../support/hand/walks.ts';
import { attachFile, onePicture, pagesOf } from '../support/exportedFile.ts';

describe.runIf(browserFor('A record is exported and printed'))('a record leaves the house', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-export-'));
    [office] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor, staff area' }]);
    const { client } = office.door;
    const { id } = await client.incident.file(incidentFileSchema.parse({ title: 'Raised voice at the returns desk', account: 'He struck the counter twice.', damage: 'The card reader fell.', followUps: [{ what: 'Mend the card reader', owner: { staff: null, name: 'Kit Moss' }, due: '2027-01-15' }] }));
    await attachFile(client, id, uuid(), 'counter.png', onePicture(640, 400));
    await client.incident.comment({ id, text: 'Please ask the witness once more.' });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await office.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(bothHands)('by the $hand alone', ({ hand: name }) => {
    let hand: Hand;
    const look = (screen: string): Promise<void> => (name === 'keys' ? keepScreen(hand.page, screen) : Promise.resolve());

    beforeAll(async () => {
      hand = await openFor(name, browser, office);
      await openAs(hand, administrator, 'Records');
      hand.afresh();
      await hand.press(hand.page.locator('[data-line]', { hasText: 'Raised voice' }).first());
      await hand.page.getByRole('heading', { level: 2, name: 'Raised voice at the returns desk' }).waitFor();
    });
    afterAll(() => hand.page.context().close());

    it('as a PDF that says what was written, and how it can be verified', async () => {
      const { page } = hand;
      await hand.press(page.getByRole('button', { name: 'Export', exact: true }));
      await page.getByRole('radio', { name: 'A report to read (PDF)' }).waitFor();
      await look('export');
      await hand.press(page.getByRole('button', { name: 'Make the file' }));
      const save = page.getByRole('link', { name: 'Save it' });
      await save.waitFor();
      await look('exported');
      const [download] = await Promise.all([page.waitForEvent('download'), hand.press(save)]);
      console.log(`What the police ask for as a file, from the list of records, by the ${name}: ${hand.effort().inWords()}`);
      expect(download.suggestedFilename()).toMatch(/^record-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.pdf$/);
      const file = join(folder, 'record.pdf');
      await download.saveAs(file);
      const text = pagesOf(file).join('\n');
      for (const words of ['Elm Library', 'Raised voice at the returns desk', 'He struck the counter twice.', 'The card reader fell.', `Printed by ${administrator.name} at Back office`, 'How this can be verified', 'IncidentFiled']) expect(text).toContain(words);
      await hand.press(page.getByRole('button', { name: 'Done', exact: true }));
      await page.getByRole('heading', { name: 'Export this record' }).waitFor({ state: 'hidden' });
      expect((await office.door.client.site.audit({ action: 'records-exported' })).entries).toContainEqual(expect.objectContaining({ person: administrator.name, about: 'pdf 1' }));
    });

    it('on paper without the window around it', async () => {
      await askForPrinter(hand, hand.page.getByRole('button', { name: 'Print', exact: true }));
      const file = join(folder, 'paper.pdf');
      await hand.page.pdf({ path: file, format: 'A4' });
      const text = pagesOf(file).join('\n');
      for (const words of ['Elm Library, printed', 'Raised voice at the returns desk', 'He struck the counter twice.', 'Filed by', 'Photos and files', 'counter.png', 'Mend the card reader', 'Kit Moss, by 15 January 2027', 'Not reviewed yet', 'Please ask the witness once more.']) expect(text).toContain(words);
      for (const words of ['Export', 'New record', 'Sign out']) expect(text).not.toContain(words);
      // The printer was asked once the photo could be drawn.
      expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })).toMatch(/image +640 +400/);
    });
  });
});
