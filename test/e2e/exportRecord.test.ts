/** A record leaves the house from a real browser: as a PDF that another program reads, and on paper. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentFileSchema } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { pagesOf } from '../support/exportedFile.ts';

describe.runIf(browserFor('A record is exported and printed'))('a record leaves the house', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-export-'));
    [office] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor, staff area' }]);
    await office.door.client.incident.file(incidentFileSchema.parse({ title: 'Raised voice at the returns desk', account: 'He struck the counter twice.', damage: 'The card reader fell.' }));
    browser = await launchBrowser();
    page = await openWindow(browser, office.process);
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name: 'Records' }).click();
    const tile = page.getByRole('button', { name: administrator.name });
    await tile.or(page.getByLabel('PIN', { exact: true })).first().waitFor();
    if (await tile.isVisible()) await tile.click();
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.locator('[data-line]', { hasText: 'Raised voice' }).first().click();
    await page.getByRole('heading', { level: 2, name: 'Raised voice at the returns desk' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await office.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('as a PDF that says what was written, and how it can be verified', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('radio', { name: 'A report to read (PDF)' }).waitFor();
    await keepScreen(page, 'export');
    await page.getByRole('button', { name: 'Make the file' }).click();
    const save = page.getByRole('link', { name: 'Save it' });
    await save.waitFor();
    await keepScreen(page, 'exported');
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    expect(download.suggestedFilename()).toMatch(/^record-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.pdf$/);
    const file = join(folder, 'record.pdf');
    await download.saveAs(file);
    const text = pagesOf(file).join('\n');
    for (const words of ['Elm Library', 'Raised voice at the returns desk', 'He struck the counter twice.', 'The card reader fell.', `Printed by ${administrator.name} at Back office`, 'How this can be verified', 'IncidentFiled']) expect(text).toContain(words);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('heading', { name: 'Export this record' }).waitFor({ state: 'hidden' });
    expect((await office.door.client.site.audit({ action: 'records-exported' })).entries).toMatchObject([{ person: administrator.name, about: 'pdf 1' }]);
  });

  it('on paper without the window around it', async () => {
    const file = join(folder, 'paper.pdf');
    await page.pdf({ path: file, format: 'A4' });
    const text = pagesOf(file).join('\n');
    for (const words of ['Elm Library, printed', 'Raised voice at the returns desk', 'He struck the counter twice.', 'Filed by']) expect(text).toContain(words);
    for (const words of ['Export', 'New record', 'Sign out']) expect(text).not.toContain(words);
  });
});
