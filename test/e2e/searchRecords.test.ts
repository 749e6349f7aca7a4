/** The search box of the records page, in a browser: what the station found, with its words marked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, expectAccessible, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { incidentFileSchema } from '../../main/contract/index.ts';

const account = 'He waited for a long time, then he struck the counter with Señora Müller’s umbrella and left.';

describe.runIf(browserFor('The search of the records in a browser'))('the search of the records in a window', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-search-'));
    [desk] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor' }]);
    await desk.door.client.incident.file(incidentFileSchema.parse({ title: 'Raised voice at the returns desk', account }));
    for (let n = 0; n < 30; n += 1) await desk.door.client.incident.file(incidentFileSchema.parse({ title: `Copier jam ${n}`, account: 'Nobody was hurt.' }));
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
    await page.getByRole('button', { name: 'Office' }).click();
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.getByText('Copier jam 29').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const marked = (): Promise<string[]> => page.locator('mark').allTextContents();
  const box = () => page.getByRole('searchbox', { name: 'Search the records' });

  it('finds words that stand only in the account, with and without their accents, and marks them', async () => {
    await box().fill('muller umb');
    await expect.poll(marked, { timeout: 10_000 }).toEqual(['Müller', 'umbrella']);
    await expect.poll(() => page.locator('[data-line]').count()).toBe(1);
    await expectAccessible(page, 'what was found');
    await keepScreen(page, 'records-found');
  });

  it('is left with the arrow keys, and what was found is read with Enter', async () => {
    await box().press('ArrowDown');
    await page.getByRole('region', { name: 'Choose a record to read it here.' }).getByText('struck the counter').waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-line'))).toBe(true);
  });

  it('says when nothing was found, and goes back to all', async () => {
    await box().fill('"zebra* AND (');
    await page.getByText('Nothing matches').waitFor();
    await expectAccessible(page, 'nothing found');
    await page.getByRole('button', { name: 'Show all records' }).click();
    await page.getByText('Copier jam 29').waitFor();
    expect(await marked()).toEqual([]);
  });

  it('finds what was filed a moment ago', async () => {
    await box().fill('giraffe');
    await page.getByText('Nothing matches').waitFor();
    await desk.door.client.incident.file(incidentFileSchema.parse({ title: 'Shouting', account: 'About a giraffe.' }));
    await expect.poll(marked, { timeout: 10_000 }).toEqual(['giraffe']);
  });
});
