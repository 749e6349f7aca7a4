/** Procedures written in the office and shown at the front desk, in two real browsers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { administrator, startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 100 });

describe.runIf(browserFor('Procedures are edited and published in the browser'))('procedures', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let atOffice: Page;
  let atDesk: Page;

  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  /** The box shows what the station has written, a moment after the touch. */
  const tick = async (step: string): Promise<void> => {
    const box = atDesk.getByRole('checkbox', { name: step, exact: true });
    await box.click();
    await eventually(() => box.isChecked()).toBe(true);
  };
  const outline = (): Locator => atOffice.getByRole('navigation', { name: 'Contents' });
  const form = (name: string): Locator => atOffice.getByRole('region', { name, exact: true });
  const published = async (id = 'get-help') => (await office.door.client.procedure.standings()).find((standing) => standing.id === id);
  const publishWith = async (note: string): Promise<void> => {
    await press(atOffice, 'Publish…');
    const panel = atOffice.getByRole('form', { name: 'Publish to every desk' });
    await panel.getByLabel('What you changed, in a few words').fill(note);
    await keepScreen(atOffice, 'procedures-publish');
    await panel.getByRole('button', { name: 'Publish now' }).click();
    await atOffice.getByText(/^Version \d+ holds on every desk/).waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-procedures-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    browser = await launchBrowser();
    atOffice = await openWindow(browser, office.process);
    atDesk = await openWindow(browser, desk.process);
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the front desk has a page for each, by touch and by the arrow keys, and none says what it is for', async () => {
    await atDesk.getByRole('button', { name: 'Offer a colleague', exact: true }).waitFor();
    await press(atDesk, 'Offering a colleague');
    await atDesk.keyboard.press('ArrowRight');
    await eventually(() => atDesk.evaluate(() => document.activeElement?.textContent)).toBe('Somebody unwell');
    await press(atDesk, 'First things');
    await press(atDesk, 'Worth noticing');
    await tick('Where the hands go');
    expect(await wordsOf(atDesk)).not.toMatch(telltale);
    await keepScreen(atDesk, 'desk-notes-pages');
    await press(atDesk, 'Finished');
    await press(atDesk, 'Offering a colleague');
  });

  it('the settings lead to the list, which says where each is from', async () => {
    await press(atOffice, 'Office');
    await atOffice.getByRole('link', { name: 'Settings' }).click();
    await atOffice.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await atOffice.keyboard.press('Enter');
    await atOffice.getByLabel('Find a setting').fill('service notes');
    await keepScreen(atOffice, 'settings-procedures');
    await atOffice.getByRole('link', { name: 'Open the procedures' }).click();
    await atOffice.getByRole('heading', { name: /A medical emergency/ }).waitFor();
    await atOffice.getByText('came with the program').first().waitFor();
    await keepScreen(atOffice, 'procedures-list');
  });

  it('a step is written by keyboard alone: added, worded, moved, taken back, and checked for words that give the desk away', async () => {
    await press(atOffice, /^Edit When a customer/);
    await outline().getByRole('button', { name: 'Ring a colleague' }).first().focus();
    await outline().getByRole('button', { name: 'Ring a colleague' }).first().click();
    await keepScreen(atOffice, 'procedures-editor');
    await atOffice.keyboard.press('ArrowDown');
    await form('Step').getByText('Use the foot rest or the key').waitFor();
    await atOffice.keyboard.press('Control+Enter');
    await eventually(() => atOffice.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await atOffice.keyboard.type('Ask the police');
    await form('Step').getByText('A visitor would read “police”').waitFor();
    await keepScreen(atOffice, 'procedures-giveaway');
    await atOffice.keyboard.press('Control+A');
    await atOffice.keyboard.type('Fetch the green folder');
    await atOffice.keyboard.press('Tab');
    await atOffice.keyboard.type('Say that you fetch the green folder, and leave by the staff door');
    await outline().getByRole('button', { name: 'Fetch the green folder' }).focus();
    await atOffice.keyboard.press('Alt+ArrowUp');
    await atOffice.keyboard.press('Alt+ArrowUp');
    const lines = async (): Promise<readonly string[]> => (await outline().getByRole('button').allInnerTexts()).slice(1, 5);
    await eventually(lines).toEqual(['Offer a colleague', 'Fetch the green folder', 'Ring a colleague', 'Use the foot rest or the key']);
    await atOffice.keyboard.press('Control+z');
    await eventually(lines).toEqual(['Offer a colleague', 'Ring a colleague', 'Fetch the green folder', 'Use the foot rest or the key']);
    await atOffice.keyboard.press('Control+Shift+z');
    await eventually(lines).toEqual(['Offer a colleague', 'Fetch the green folder', 'Ring a colleague', 'Use the foot rest or the key']);
    await atOffice.keyboard.press('Alt+ArrowDown');
    await atOffice.keyboard.press('Alt+ArrowRight');
    await eventually(async () => (await outline().getByRole('button', { name: 'Fetch the green folder' }).evaluate((line) => line.style.paddingInlineStart))).toBe('2.625rem');
    await atOffice.keyboard.press('Alt+ArrowLeft');
    await eventually(lines).toEqual(['Offer a colleague', 'Ring a colleague', 'Fetch the green folder', 'Use the foot rest or the key']);
    expect(await atOffice.evaluate(() => document.activeElement?.textContent)).toBe('Fetch the green folder');
  });

  it('the preview shows both faces, and what has no translation yet', async () => {
    const preview = atOffice.getByRole('complementary', { name: 'Preview' });
    await preview.getByText('Fetch the green folder').waitFor();
    await preview.getByText('In full', { exact: true }).click();
    await preview.getByText('Say that you fetch the green folder, and leave by the staff door').waitFor();
    await atOffice.getByLabel('Wording in').selectOption('German (1 missing)');
    await preview.getByText('not translated').waitFor();
    await keepScreen(atOffice, 'procedures-translation');
    await form('Step').getByLabel('Discreet').fill('Die grüne Mappe holen');
    await form('Step').getByLabel('In full').fill('Sagen, dass Sie die grüne Mappe holen, und durch den Personaleingang hinausgehen');
    await atOffice.getByLabel('Wording in').getByText('German (complete)').waitFor({ state: 'attached' });
    await atOffice.getByLabel('Wording in').selectOption('English (as written)');
    await preview.getByText('On the desk', { exact: true }).click();
  });

  it('nothing needs saving: the page is blanked, the station killed, and the draft is there again', async () => {
    await atOffice.getByText('Kept on this desk').waitFor();
    await atOffice.keyboard.press('Escape');
    await press(atOffice, 'Office');
    await office.stop('SIGKILL');
    office = await startDesk(office.data);
    await atOffice.context().close();
    atOffice = await openWindow(browser, office.process);
    await press(atOffice, 'Office');
    await atOffice.getByRole('link', { name: 'Settings' }).click();
    await atOffice.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await atOffice.keyboard.press('Enter');
    await atOffice.getByRole('link', { name: 'Open the procedures' }).click();
    await press(atOffice, /^Go on writing When a customer/);
    await outline().getByRole('button', { name: 'Fetch the green folder' }).waitFor();
    expect((await published())?.source).toBe('shipped');
  });

  it('published with a note, it shows at the front desk at once; whoever goes through the old one goes on in it', async () => {
    await press(atDesk, 'Offer a colleague');
    await tick('Walk over to the others');
    await publishWith('The green folder');
    await eventually(async () => (await desk.door.client.procedure.list())[0]?.version).toBe(3);
    await tick('Ring a colleague');
    await expect.poll(() => atDesk.getByText('Fetch the green folder').count()).toBe(0);
    await press(atDesk, 'Finished');
    await press(atDesk, 'Offer a colleague');
    await atDesk.getByText('Fetch the green folder').waitFor();
    await keepScreen(atDesk, 'desk-notes-published');
  });

  it('the desk shows its notes in its own language', async () => {
    await desk.door.client.station.changeSettings({ notesLanguage: 'de' });
    await atDesk.getByText('Die grüne Mappe holen').waitFor();
    expect(await wordsOf(atDesk)).not.toMatch(telltale);
    await keepScreen(atDesk, 'desk-notes-german');
    await desk.door.client.station.changeSettings({ notesLanguage: null });
    await atDesk.getByText('Fetch the green folder').waitFor();
  });
});
