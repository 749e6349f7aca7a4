/** The list of records in a browser: its pages, filters, saved views, and the records of one person; and the reports made of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { pagesOf } from '../support/exportedFile.ts';
import { incidentFileSchema } from '../../main/contract/index.ts';

const records = 60;
const places = ['Lobby', 'Garage', 'Reading room'];

describe.runIf(browserFor('The list of records in a browser'))('the list of records in a window', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-list-'));
    [desk] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor' }]);
    const now = Date.now();
    for (let n = 0; n < records; n += 1) {
      const occurredAt = new Date(now - n * 13 * 60 * 60_000).toISOString();
      await desk.door.client.incident.file(incidentFileSchema.parse({ title: `Raised voice ${String(n).padStart(2, '0')}`, place: places[n % places.length], occurredAt, account: 'He struck the counter.' }));
    }
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
    await page.getByRole('button', { name: 'Office' }).click();
    await page.getByRole('link', { name: 'Records', exact: true }).click();
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.getByText('Raised voice 59').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const lines = () => page.locator('[data-line]');
  const pager = (text: string) => page.getByRole('navigation', { name: 'Pages of the list' }).getByText(text, { exact: true });

  it('has pages, each record on one of them', async () => {
    await pager('1 to 50 of 60').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await pager('51 to 60 of 60').waitFor();
    await page.getByText('Raised voice 00').waitFor();
    expect(await lines().count()).toBe(10);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await pager('1 to 50 of 60').waitFor();
  });

  it('is narrowed down by where and when, says how many fit, and is put in another order', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Garage (20)' });
    await page.getByText('20 records fit').waitFor();
    await keepScreen(page, 'records-filter');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'At Garage: remove this filter' }).waitFor();
    await pager('20 records').waitFor();
    await page.getByLabel('Order').selectOption({ label: 'By title' });
    await expect.poll(() => lines().first().textContent()).toContain('Raised voice 01');
    await keepScreen(page, 'records-filtered');
  });

  it('takes all that fit along as a table, and no others', async () => {
    await page.getByRole('button', { name: 'Export these' }).click();
    await page.getByRole('heading', { name: 'Export 20 records' }).waitFor();
    await page.getByRole('radio', { name: 'A table for a spreadsheet (CSV)' }).check();
    await page.getByRole('button', { name: 'Make the file' }).click();
    const save = page.getByRole('link', { name: 'Save it' });
    await save.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(rows).toHaveLength(21);
    expect(rows.slice(1).every((row) => row.includes('Garage'))).toBe(true);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('heading', { name: 'Export 20 records' }).waitFor({ state: 'hidden' });
  });

  it('keeps what is looked at as a view, and comes back to it', async () => {
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Keep this view' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Garage by title');
    await page.getByLabel('For everybody at this site').check();
    await keepScreen(page, 'records-keep-view');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('dialog', { name: 'Keep this view' }).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'At Garage: remove this filter' }).click();
    await page.getByLabel('Order').selectOption({ label: 'Newest filed' });
    await pager('1 to 50 of 60').waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await keepScreen(page, 'records-views');
    await page.getByRole('button', { name: 'Garage by title' }).click();
    await pager('20 records').waitFor();
    await expect.poll(() => lines().first().textContent()).toContain('Raised voice 01');
    await page.getByRole('button', { name: 'At Garage: remove this filter' }).click();
  });

  it('finds all records of a person from any of them', async () => {
    await page.getByRole('searchbox').fill('voice 07');
    await pager('1 record').waitFor();
    await lines().first().click();
    await page.getByRole('link', { name: 'Establish a file' }).click();
    await page.getByLabel('Name 1', { exact: true }).fill('Sam Poe');
    await page.getByLabel('What happened before').fill('He struck the counter on two days.');
    await page.getByRole('button', { name: 'Hand this file in' }).click();
    await page.getByRole('heading', { level: 2, name: 'Sam Poe' }).waitFor();
    await page.getByRole('button', { name: 'Open the record Raised voice 07' }).or(page.getByRole('link', { name: /Raised voice 07/ })).first().click();
    await page.getByRole('link', { name: 'All records with Sam Poe' }).click();
    await page.getByRole('button', { name: 'With Sam Poe: remove this filter' }).waitFor();
    await pager('1 record').waitFor();
    expect(await lines().count()).toBe(1);
    await keepScreen(page, 'records-of-a-person');
  });

  it('makes a report of them, each chart with its table, which is saved for a spreadsheet', async () => {
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('heading', { level: 3, name: 'By place' }).waitFor();
    await page.getByLabel('How long', { exact: true }).selectOption({ label: 'A year' });
    const overview = page.getByRole('table', { name: 'In short' });
    await overview.getByRole('row', { name: /^Records 60 / }).waitFor();
    expect(await page.getByRole('table', { name: 'By place' }).getByRole('rowheader').allTextContents()).toEqual(['Garage', 'Lobby', 'Reading room']);
    await keepScreen(page, 'reports');
    await page.getByRole('heading', { level: 3, name: 'How long it took' }).scrollIntoViewIfNeeded();
    await keepScreen(page, 'reports-end');
    const paper = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    expect((await paper).suggestedFilename()).toMatch(/^report-.*\.pdf$/);
    expect(pagesOf(await (await paper).path()).join()).toMatch(/By place[\s\S]*Garage +20 +0 +\+20/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV: By place' }).click();
    expect((await download).suggestedFilename()).toMatch(/^By place, .*\.csv$/);
    expect(await readFile(await (await download).path(), 'utf8')).toContain('Place,In these months,Before,Change\r\nGarage,20,0,20\r\n');
  });
});
