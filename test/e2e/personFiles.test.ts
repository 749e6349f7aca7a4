/** Files on people in two browsers, by the keys alone and then by a finger alone: handed in at a desk, approved elsewhere, looked up, merged and parted, handed out, erased; and run out. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { incidentFileSchema, subjectAccessSchema } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser } from '../support/browser.ts';
import { answered } from '../support/cliAnswers.ts';
import { pagesOf } from '../support/exportedFile.ts';
import { quietbell } from '../support/stationProcess.ts';
import { administrator, startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { askForPrinter, leavePage, openAs, openPage } from '../support/hand/walks.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };
const lee = { name: 'Lee Ortiz', pin: '97531' };
const day = 24 * 60 * 60_000;
const later = { NODE_OPTIONS: `--import=${fileURLToPath(new URL('../support/laterClock.mjs', import.meta.url))}`, TEST_LATER: String(10 * day) };

describe.runIf(browserFor('Files on people in two browsers'))('files on people, at two desks', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let front: RunningDesk;
  const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-people-'));
    [office, front] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    await office.door.client.staff.add({ ...sam, role: 'desk' });
    await office.door.client.staff.add({ ...lee, role: 'supervisor' });
    await office.door.client.incident.file(incidentFileSchema.parse({ title: 'Raised voice at the returns desk', account: 'He struck the counter twice.' }));
    await vi.waitFor(async () => expect(await front.door.client.staff.list()).toHaveLength(3), { timeout: 20_000 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [front, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(bothHands)('by the $hand alone', ({ hand }) => {
    let officePage: Page;
    let frontPage: Page;
    let officeHand: Hand;
    let frontHand: Hand;
    /** The first hand leaves nobody on file. */
    const [mo, maurice] = hand === 'keys' ? ['Mo Grey', 'Maurice Grey'] : ['Ed Grey', 'Ivan Grey'];
    const handAt = (page: Page): Hand => (page === officePage ? officeHand : frontHand);
    const look = (page: Page, screen: string): Promise<void> => (hand === 'keys' ? keepScreen(page, screen) : Promise.resolve());
    const enter = (target: Locator): Promise<void> => handAt(target.page()).press(target);
    const write = (field: Locator, text: string): Promise<void> => handAt(field.page()).fill(field, text);
    const signIn = (page: Page, who: { readonly name: string; readonly pin: string }): Promise<void> => openAs(handAt(page), who, 'People');
    const read = async (page: Page, name: string): Promise<void> => {
      await enter(page.locator('[data-line]', { hasText: name }).first());
      await page.getByRole('heading', { level: 2, name }).waitFor();
    };

    beforeAll(async () => {
      [officeHand, frontHand] = [await openFor(hand, browser, office), await openFor(hand, browser, front)];
      [officePage, frontPage] = [officeHand.page, frontHand.page];
    });
    afterAll(async () => {
      for (const page of [officePage, frontPage]) await page.context().close();
    });

    it('somebody at the desk hands a file in, which is kept while it is written, and sees no more of it', async () => {
      await signIn(frontPage, sam);
      await frontPage.getByText('Nobody has an open ban or a safety marker').waitFor();
      await look(frontPage, 'people-desk-empty');
      await frontHand.shortcut('n', button(frontPage, 'New file'));
      await frontPage.getByRole('heading', { name: 'New file on somebody' }).waitFor();
      await leavePage(frontHand);
      await openPage(frontHand, 'People');
      await enter(frontPage.locator('[data-line]').first());
      await frontPage.getByRole('heading', { name: 'New file on somebody' }).waitFor();
      await enter(button(frontPage, 'Hand this file in'));
      await frontPage.getByText('A file rests on something that did', { exact: false }).waitFor();
      await look(frontPage, 'people-new-file-mistakes');
      await write(frontPage.getByLabel('Name 1', { exact: true }), mo);
      await write(frontPage.getByLabel('How to know them'), 'About 40, tall, short dark hair, usually a grey coat.');
      await write(frontPage.getByLabel('What happened before'), 'On 24 November he struck the counter twice and shouted at a colleague. Card 1234 5678 9012.');
      await frontPage.getByText('This looks like a card or account number').waitFor();
      await write(frontPage.getByLabel('What happened before'), 'On 24 November he struck the counter twice and shouted at a colleague.');
      await frontPage.getByText('This looks like a card or account number').waitFor({ state: 'hidden' });
      await frontPage.getByText('Saved on this desk, for you alone').waitFor();
      await look(frontPage, 'people-new-file');
      await enter(button(frontPage, 'Hand this file in'));
      await frontPage.getByText('A supervisor or administrator reads it and decides').waitFor();
      await expect.poll(() => frontPage.locator('[data-line]').count()).toBe(0);
    });

    it('a second person approves it at another desk, and imposes a ban, which waits for a third look', async () => {
      // Whoever decides is asked to where they come by anyway.
      await openAs(officeHand, administrator, 'Records');
      const asked = officePage.getByRole('link', { name: /Files on people.*1 waits for approval/ });
      await asked.waitFor();
      await look(officePage, 'records-files-waiting');
      await enter(asked);
      await officePage.getByText('Wait for a second person').waitFor();
      await read(officePage, mo);
      await look(officePage, 'people-file-waiting');
      await enter(button(officePage, 'Approve what waits'));
      await officePage.getByText('Approved', { exact: true }).first().waitFor();
      await enter(button(officePage, 'Impose a ban'));
      await enter(button(officePage, 'A week'));
      await write(officePage.getByLabel('What the person is told'), 'You may not come into the library until then, because you struck the counter and shouted at a colleague on 24 November.');
      // One key blanks the page, at any moment: the form stands open again with what was typed.
      await leavePage(officeHand);
      await openPage(officeHand, 'People');
      await read(officePage, mo);
      await expect.poll(() => officePage.getByLabel('What the person is told').inputValue()).toMatch(/struck the counter/);
      await write(officePage.getByLabel('Who decided it'), 'Kit Moss');
      await look(officePage, 'people-ban-form');
      await enter(officePage.getByRole('form', { name: 'Impose a ban' }).getByRole('button', { name: 'Impose a ban' }));
      await officePage.getByText('What waits here was written by you').waitFor();
      // Where the form stood is the button again; whoever works by the keys goes on from it.
      await officePage.locator(hand === 'keys' ? 'button:focus' : 'button', { hasText: 'Impose a ban' }).first().waitFor();
      await expect.poll(() => button(officePage, 'Approve what waits').count()).toBe(0);
    });

    it('once another supervisor approved the ban, the desk is shown it, and nothing but the card', async () => {
      await signIn(frontPage, lee);
      await read(frontPage, mo);
      await enter(button(frontPage, 'Approve what waits'));
      await frontPage.getByText('In force', { exact: true }).waitFor();
      await look(frontPage, 'people-file');
      await signIn(frontPage, sam);
      await frontPage.getByText('Ban or safety marker now').waitFor();
      await write(frontPage.getByRole('searchbox'), 'GRÉY coat');
      await read(frontPage, mo);
      await frontPage.getByText('Up to and including', { exact: false }).waitFor();
      await look(frontPage, 'people-card');
      const words = await frontPage.locator('article').innerText();
      expect(words).toMatch(/The whole site/);
      expect(words).not.toMatch(/struck|Kit Moss|Priya|approved/);
    });

    it('each look stands in the file, once a sitting', async () => {
      await read(officePage, mo);
      await enter(button(officePage, /Who looked into it/));
      await officePage.getByText('Sam Okafor (Front desk) looked at the card').waitFor();
      await expect.poll(() => officePage.getByText('Sam Okafor (Front desk) looked at the card').count()).toBe(1);
      await expect.poll(() => officePage.getByText('Priya Shah (Back office) read the file').count()).toBe(1);
    });

    it('the notice letter is filled in with the site’s own words, and comes out of the printer as a page of its own', async () => {
      await enter(officePage.getByRole('button', { name: /Notice letter for the ban/ }));
      await officePage.getByRole('button', { name: 'Print this letter' }).waitFor();
      await look(officePage, 'people-letter');
      await askForPrinter(officeHand, button(officePage, 'Print this letter'));
      await officePage.emulateMedia({ media: 'print' });
      expect(await officePage.locator('#root').isVisible()).toBe(false);
      const printed = await officePage.locator('body').innerText();
      expect(printed).toMatch(new RegExp(`Elm Library[\\s\\S]*Dear ${mo},[\\s\\S]*any part of Elm Library[\\s\\S]*Kit Moss`));
      await officePage.screenshot({ path: fileURLToPath(new URL('../../artefacts/screens/people-letter-printed.png', import.meta.url)) });
      await officePage.emulateMedia({ media: 'screen' });
      const [file] = await Promise.all([officePage.waitForEvent('download'), enter(button(officePage, 'Save as PDF'))]);
      expect(pagesOf(await file.path()).join()).toMatch(new RegExp(`Elm Library[\\s\\S]*Dear ${mo},[\\s\\S]*Kit Moss`));

      await enter(officePage.locator('[data-line]').first());
      await enter(button(officePage, 'Notice letter'));
      const text = officePage.getByRole('textbox', { name: 'Letter' });
      const letter = await text.inputValue();
      await write(text, 'Hello {nmae}');
      await officePage.getByText('Nothing is known by {nmae}').waitFor();
      await look(officePage, 'people-letter-template');
      await write(text, `${letter}\nYou may write to us.`);
      await enter(button(officePage, 'Save the letter'));
      await officePage.getByText('Saved, for every desk of this site.').waitFor();
    });

    it('a record names the people on file that it is about, and links them', async () => {
      await openPage(officeHand, 'Records');
      await enter(officePage.locator('[data-line]').first());
      await enter(button(officePage, 'Link somebody on file'));
      await write(officePage.getByLabel('Search people on file'), mo.slice(0, 2));
      await enter(button(officePage, `Choose ${mo}`));
      await officePage.getByRole('link', { name: `Open the file of ${mo}` }).waitFor();
      await look(officePage, 'record-with-a-person');
      await enter(officePage.getByRole('link', { name: `Open the file of ${mo}` }));
      await officePage.getByRole('link', { name: 'Open the record Raised voice at the returns desk' }).waitFor();
    });

    it('two files on one person are merged, and parted again', async () => {
      await officeHand.shortcut('n', button(officePage, 'New file'));
      await write(officePage.getByLabel('Name 1', { exact: true }), maurice);
      await write(officePage.getByLabel('What happened before'), 'Threatened a reader on 2 October.');
      await write(officePage.getByRole('textbox', { name: 'Safety marker' }), 'Speak to him in twos');
      await enter(button(officePage, 'Hand this file in'));
      await officePage.getByRole('heading', { level: 2, name: maurice }).waitFor();
      await enter(button(officePage, 'Merge with another file'));
      await write(officePage.getByLabel('Search people on file'), mo.toLowerCase());
      await enter(button(officePage, `Choose ${mo}`));
      await officePage.getByText(/Merged into this file by Priya Shah/).waitFor();
      await officePage.getByText('In force', { exact: true }).waitFor();
      await officePage.getByText('Speak to him in twos').first().waitFor();
      await expect.poll(() => officePage.locator('[data-line]').count()).toBe(1);
      await look(officePage, 'people-merged');
      await enter(button(officePage, `Undo this merge: ${mo}`));
      await expect.poll(() => officePage.locator('[data-line]').count()).toBe(2);
      await officePage.getByText('In force', { exact: true }).waitFor({ state: 'hidden' });
    });

    it('a person who asks is given everything that is held, without the names of others', async () => {
      await read(officePage, mo);
      await enter(button(officePage, 'What the person may ask for'));
      await enter(button(officePage, 'Make the page'));
      await officePage.getByText('Read it through before you hand it out', { exact: false }).waitFor();
      await look(officePage, 'people-access');
      await officePage.emulateMedia({ media: 'print' });
      const printed = await officePage.locator('body').innerText();
      await officePage.emulateMedia({ media: 'screen' });
      expect(printed).toMatch(new RegExp(`What is held on ${mo}[\\s\\S]*struck the counter[\\s\\S]*Raised voice at the returns desk`));
      expect(printed).not.toMatch(/Priya|Shah|Okafor|Ortiz|Moss/);

      const listed = await quietbell(['persons', '--data', office.data]);
      expect(listed.stdout).not.toContain('Grey');
      const found = answered(z.object({ persons: z.array(z.object({ id: z.uuid(), names: z.array(z.string()) })) }), await quietbell(['persons', '--search', mo.toLowerCase(), '--data', office.data, '--json']));
      expect(found.persons).toMatchObject([{ names: [mo] }]);
      const exported = answered(subjectAccessSchema, await quietbell(['person', 'export', found.persons[0]?.id ?? '', '--data', office.data, '--json']));
      expect(exported).toMatchObject({ withheld: true, incidents: [{ title: 'Raised voice at the returns desk' }] });
      expect(JSON.stringify(exported)).not.toMatch(/Priya|Shah|Okafor|Ortiz|Moss/);
      const paper = join(folder, `letter-${hand}.pdf`);
      await quietbell(['person', 'letter', found.persons[0]?.id ?? '', '--language', 'de', '--out', paper, '--data', office.data]);
      expect(pagesOf(paper).join()).toMatch(new RegExp(`Dear ${mo},[\\s\\S]*You may write to us[\\s\\S]*Unterschrift`));
      expect((await quietbell(['person', 'export', 'nobody', '--data', office.data])).stderr).toMatch(/erson must be the id of a person/);
    });

    it('who asked for it is erased, for good', async () => {
      for (const name of hand === 'keys' ? [maurice, mo] : [maurice]) {
        await openPage(officeHand, 'People');
        await read(officePage, name);
        await enter(button(officePage, 'Erase this person'));
        await enter(officePage.getByLabel('The person it is about asked for it'));
        await enter(button(officePage, 'Erase it for good'));
        await officePage.getByRole('heading', { level: 2, name }).waitFor({ state: 'hidden' });
      }
      await expect.poll(() => officePage.locator('[data-line]').count()).toBe(hand === 'keys' ? 0 : 1);
    });
  });

  it('the ban takes itself off: ten days later the desk is shown nobody', async () => {
    for (const each of [front, office]) await each.stop();
    [office, front] = [await startDesk(office.data, later), await startDesk(front.data, later)];
    const hand = await openFor('keys', browser, front);
    await openAs(hand, sam, 'People');
    await hand.page.getByText('Nobody has an open ban or a safety marker').waitFor();
    await expect.poll(() => hand.page.locator('[data-line]').count()).toBe(0);
    await openAs(hand, lee, 'People');
    await hand.press(hand.page.locator('[data-line]').first());
    await hand.page.getByText('Ran out', { exact: true }).waitFor();
  });
});
