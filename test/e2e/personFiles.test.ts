/** Files on people in two browsers, by the keyboard alone: handed in at a desk, approved elsewhere, looked up, run out, merged and parted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { incidentFileSchema, subjectAccessSchema } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { answered } from '../support/cliAnswers.ts';
import { pagesOf } from '../support/exportedFile.ts';
import { quietbell } from '../support/stationProcess.ts';
import { administrator, startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };
const lee = { name: 'Lee Ortiz', pin: '97531' };
const day = 24 * 60 * 60_000;
const later = { NODE_OPTIONS: `--import=${fileURLToPath(new URL('../support/laterClock.mjs', import.meta.url))}`, TEST_LATER: String(10 * day) };

describe.runIf(browserFor('Files on people in two browsers'))('files on people, at two desks and by the keyboard', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let front: RunningDesk;
  let officePage: Page;
  let frontPage: Page;

  /** Enter on what has the focus, as somebody without a mouse does. */
  const enter = async (target: Locator): Promise<void> => {
    await target.waitFor();
    await target.focus();
    await target.press('Enter');
  };
  const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  const write = async (field: Locator, text: string): Promise<void> => {
    await field.focus();
    await field.page().keyboard.insertText(text);
  };
  const open = async (page: Page, name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await enter(button(page, 'Office'));
    await enter(page.getByRole('link', { name, exact: true }));
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const signIn = async (page: Page, who: { readonly name: string; readonly pin: string }): Promise<void> => {
    await open(page, 'People');
    const out = button(page, 'Sign out');
    const tile = button(page, who.name);
    await out.or(tile).first().waitFor();
    if (await out.isVisible()) {
      await enter(out);
      await open(page, 'People');
    }
    await enter(tile);
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await page.keyboard.type(who.pin);
    await page.keyboard.press('Enter');
    await page.getByText(`Signed in as ${who.name}`).waitFor();
  };
  /** Down through the list from the top, and into the reading pane. */
  const read = async (page: Page, name: string): Promise<void> => {
    await page.locator('body').press('ArrowDown');
    const line = page.locator('[data-line]', { hasText: name }).first();
    for (let steps = 0; steps < 10 && (await line.getAttribute('aria-current')) === null; steps += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name }).waitFor();
  };

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
    [officePage, frontPage] = [await openWindow(browser, office.process), await openWindow(browser, front.process)];
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [front, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('somebody at the desk hands a file in, which is kept while it is written, and sees no more of it', async () => {
    await signIn(frontPage, sam);
    await frontPage.getByText('Nobody has an open ban or a safety marker').waitFor();
    await keepScreen(frontPage, 'people-desk-empty');
    await frontPage.locator('body').press('n');
    await frontPage.getByRole('heading', { name: 'New file on somebody' }).waitFor();
    await frontPage.keyboard.press('Escape');
    await open(frontPage, 'People');
    await frontPage.locator('body').press('ArrowDown');
    await frontPage.getByRole('heading', { name: 'New file on somebody' }).waitFor();
    await enter(button(frontPage, 'Hand this file in'));
    await frontPage.getByText('A file rests on something that did', { exact: false }).waitFor();
    await keepScreen(frontPage, 'people-new-file-mistakes');
    await write(frontPage.getByLabel('Name 1', { exact: true }), 'Mo Grey');
    await write(frontPage.getByLabel('How to know them'), 'About 40, tall, short dark hair, usually a grey coat.');
    await write(frontPage.getByLabel('What happened before'), 'On 24 November he struck the counter twice and shouted at a colleague. Card 1234 5678 9012.');
    await frontPage.getByText('This looks like a card or account number').waitFor();
    for (let erased = 0; erased < ' Card 1234 5678 9012.'.length; erased += 1) await frontPage.keyboard.press('Backspace');
    await frontPage.getByText('This looks like a card or account number').waitFor({ state: 'hidden' });
    await frontPage.getByText('Saved on this desk, for you alone').waitFor();
    await keepScreen(frontPage, 'people-new-file');
    await enter(button(frontPage, 'Hand this file in'));
    await frontPage.getByText('A supervisor or administrator reads it and decides').waitFor();
    expect(await frontPage.locator('[data-line]').count()).toBe(0);
  });

  it('a second person approves it at another desk, and imposes a ban, which waits for a third look', async () => {
    await signIn(officePage, administrator);
    await officePage.getByText('Wait for a second person').waitFor();
    await read(officePage, 'Mo Grey');
    await keepScreen(officePage, 'people-file-waiting');
    await enter(button(officePage, 'Approve what waits'));
    await officePage.getByText('Approved', { exact: true }).first().waitFor();
    await enter(button(officePage, 'Impose a ban'));
    await enter(button(officePage, 'A week'));
    await write(officePage.getByLabel('What the person is told'), 'You may not come into the library until then, because you struck the counter and shouted at a colleague on 24 November.');
    await write(officePage.getByLabel('Who decided it'), 'Kit Moss');
    await keepScreen(officePage, 'people-ban-form');
    await enter(officePage.getByRole('form', { name: 'Impose a ban' }).getByRole('button', { name: 'Impose a ban' }));
    await officePage.getByText('What waits here was written by you').waitFor();
    expect(await button(officePage, 'Approve what waits').count()).toBe(0);
  });

  it('once another supervisor approved the ban, the desk is shown it, and nothing but the card', async () => {
    await signIn(frontPage, lee);
    await read(frontPage, 'Mo Grey');
    await enter(button(frontPage, 'Approve what waits'));
    await frontPage.getByText('In force', { exact: true }).waitFor();
    await keepScreen(frontPage, 'people-file');
    await signIn(frontPage, sam);
    await frontPage.getByText('Ban or safety marker now').waitFor();
    await frontPage.getByRole('searchbox').focus();
    await frontPage.keyboard.type('GRÉY coat');
    await read(frontPage, 'Mo Grey');
    await frontPage.getByText('Up to and including', { exact: false }).waitFor();
    await keepScreen(frontPage, 'people-card');
    const words = await frontPage.locator('article').innerText();
    expect(words).toMatch(/The whole site/);
    expect(words).not.toMatch(/struck|Kit Moss|Priya|approved/);
  });

  it('each look stands in the file, once a sitting', async () => {
    await read(officePage, 'Mo Grey');
    await enter(button(officePage, /Who looked into it/));
    await officePage.getByText('Sam Okafor (Front desk) looked at the card').waitFor();
    expect(await officePage.getByText('Sam Okafor (Front desk) looked at the card').count()).toBe(1);
    expect(await officePage.getByText('Priya Shah (Back office) read the file').count()).toBe(1);
  });

  it('the notice letter is filled in with the site’s own words, and comes out of the printer as a page of its own', async () => {
    await enter(officePage.getByRole('button', { name: /Notice letter for the ban/ }));
    await officePage.getByRole('button', { name: 'Print this letter' }).waitFor();
    await keepScreen(officePage, 'people-letter');
    await officePage.emulateMedia({ media: 'print' });
    expect(await officePage.locator('#root').isVisible()).toBe(false);
    const printed = await officePage.locator('body').innerText();
    expect(printed).toMatch(/Elm Library[\s\S]*Dear Mo Grey,[\s\S]*any part of Elm Library[\s\S]*Kit Moss/);
    await officePage.screenshot({ path: fileURLToPath(new URL('../../artefacts/screens/people-letter-printed.png', import.meta.url)) });
    await officePage.emulateMedia({ media: 'screen' });
    const [file] = await Promise.all([officePage.waitForEvent('download'), enter(button(officePage, 'Save as PDF'))]);
    expect(pagesOf(await file.path()).join()).toMatch(/Elm Library[\s\S]*Dear Mo Grey,[\s\S]*Kit Moss/);

    await enter(officePage.locator('[data-line]').first());
    await enter(button(officePage, 'Notice letter'));
    const text = officePage.getByRole('textbox', { name: 'Letter' });
    await text.fill('Hello {nmae}');
    await officePage.getByText('Nothing is known by {nmae}').waitFor();
    await keepScreen(officePage, 'people-letter-template');
    await text.fill('Hello {name}. {notice}');
    await enter(button(officePage, 'Save the letter'));
    await officePage.getByText('Saved, for every desk of this site.').waitFor();
  });

  it('a record names the people on file that it is about, and links them', async () => {
    await open(officePage, 'Records');
    await officePage.locator('body').press('ArrowDown');
    await enter(button(officePage, 'Link somebody on file'));
    await write(officePage.getByLabel('Search people on file'), 'mo');
    await enter(button(officePage, 'Choose Mo Grey'));
    await officePage.getByRole('link', { name: 'Open the file of Mo Grey' }).waitFor();
    await keepScreen(officePage, 'record-with-a-person');
    await enter(officePage.getByRole('link', { name: 'Open the file of Mo Grey' }));
    await officePage.getByRole('link', { name: 'Open the record Raised voice at the returns desk' }).waitFor();
  });

  it('two files on one person are merged, and parted again', async () => {
    await officePage.locator('body').press('n');
    await write(officePage.getByLabel('Name 1', { exact: true }), 'Maurice Grey');
    await write(officePage.getByLabel('What happened before'), 'Threatened a reader on 2 October.');
    await write(officePage.getByRole('textbox', { name: 'Safety marker' }), 'Speak to him in twos');
    await enter(button(officePage, 'Hand this file in'));
    await officePage.getByRole('heading', { level: 2, name: 'Maurice Grey' }).waitFor();
    await enter(button(officePage, 'Merge with another file'));
    await write(officePage.getByLabel('Search people on file'), 'mo grey');
    await enter(button(officePage, 'Choose Mo Grey'));
    await officePage.getByText(/Merged into this file by Priya Shah/).waitFor();
    await officePage.getByText('In force', { exact: true }).waitFor();
    await officePage.getByText('Speak to him in twos').first().waitFor();
    await expect.poll(() => officePage.locator('[data-line]').count()).toBe(1);
    await keepScreen(officePage, 'people-merged');
    await enter(button(officePage, 'Undo this merge: Mo Grey'));
    await expect.poll(() => officePage.locator('[data-line]').count()).toBe(2);
    await officePage.getByText('In force', { exact: true }).waitFor({ state: 'hidden' });
  });

  it('a person who asks is given everything that is held, without the names of others', async () => {
    await read(officePage, 'Mo Grey');
    await enter(button(officePage, 'What the person may ask for'));
    await enter(button(officePage, 'Make the page'));
    await officePage.getByText('Read it through before you hand it out', { exact: false }).waitFor();
    await keepScreen(officePage, 'people-access');
    await officePage.emulateMedia({ media: 'print' });
    const printed = await officePage.locator('body').innerText();
    await officePage.emulateMedia({ media: 'screen' });
    expect(printed).toMatch(/What is held on Mo Grey[\s\S]*struck the counter[\s\S]*Raised voice at the returns desk/);
    expect(printed).not.toMatch(/Priya|Shah|Okafor|Ortiz|Moss/);

    const listed = await quietbell(['persons', '--data', office.data]);
    expect(listed.stdout).not.toContain('Grey');
    const found = answered(z.object({ persons: z.array(z.object({ id: z.uuid(), names: z.array(z.string()) })) }), await quietbell(['persons', '--search', 'mo grey', '--data', office.data, '--json']));
    expect(found.persons).toMatchObject([{ names: ['Mo Grey'] }]);
    const exported = answered(subjectAccessSchema, await quietbell(['person', 'export', found.persons[0]?.id ?? '', '--data', office.data, '--json']));
    expect(exported).toMatchObject({ withheld: true, incidents: [{ title: 'Raised voice at the returns desk' }] });
    expect(JSON.stringify(exported)).not.toMatch(/Priya|Shah|Okafor|Ortiz|Moss/);
    const paper = join(folder, 'letter.pdf');
    await quietbell(['person', 'letter', found.persons[0]?.id ?? '', '--language', 'de', '--out', paper, '--data', office.data]);
    expect(pagesOf(paper).join()).toMatch(/Hello Mo Grey\.[\s\S]*Unterschrift/);
    expect((await quietbell(['person', 'export', 'nobody', '--data', office.data])).stderr).toMatch(/erson must be the id of a person/);
  });

  it('the ban takes itself off: ten days later the desk is shown nobody', async () => {
    for (const each of [front, office]) await each.stop();
    [office, front] = [await startDesk(office.data, later), await startDesk(front.data, later)];
    await frontPage.close();
    frontPage = await openWindow(browser, front.process);
    await signIn(frontPage, sam);
    await frontPage.getByText('Nobody has an open ban or a safety marker').waitFor();
    expect(await frontPage.locator('[data-line]').count()).toBe(0);
    await signIn(frontPage, lee);
    await read(frontPage, 'Mo Grey');
    await frontPage.getByText('Ran out', { exact: true }).waitFor();
  });
});
