/** An administrator sets backups up in the settings, makes one, and sees on Readiness that this desk could be brought back. */
import { mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { attachFile, onePicture } from '../support/exportedFile.ts';

describe.runIf(browserFor('Backups in a browser'))('backups in the settings', () => {
  let folder: string;
  let drive: string;
  let browser: Browser;
  let office: RunningDesk;
  let page: Page;

  const open = async (name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Office' }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const section = (name: string) => page.getByRole('region', { name });
  const made = (): readonly string[] => readdirSync(drive).filter((name) => name.endsWith('.backup'));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-backups-'));
    drive = join(folder, 'drive');
    mkdirSync(drive);
    [office] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor, staff area' }]);
    const { client } = office.door;
    const { id } = await client.incident.file({ title: 'A window was broken' });
    await attachFile(client, id, uuid(), 'window.png', onePicture(640, 400));
    browser = await launchBrowser();
    page = await openWindow(browser, office.process);
  });
  afterAll(async () => {
    await browser.close();
    await office.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('ask for a passphrase twice, since nobody can look at it again', async () => {
    await open('Settings');
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.getByLabel('Find a setting').fill('backup');
    await page.getByText('First choose a passphrase below.').waitFor();
    await page.getByLabel('New passphrase').fill('correct horse battery');
    await page.getByLabel('Once more').fill('correct horse battry');
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    await page.getByText('The two are not the same.').waitFor();
    await keepScreen(page, 'settings-backup-mistake');
    await page.getByLabel('Once more').fill('correct horse battery');
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    await page.getByText('Set. It holds for backups from now on.').waitFor();
    await page.getByText('First choose a folder below.').waitFor();
  });

  it('take the folder and the times, and make the first by themselves at once', async () => {
    await page.getByRole('switch', { name: 'Make backups without being asked' }).click({ force: true });
    await page.getByLabel('Folder').fill('drive');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Please write the whole path').waitFor();
    await page.getByLabel('Folder').fill(drive);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await section('Backups').getByText('Last made').waitFor();
    await section('Backups').getByText('With one file of records').waitFor();
    expect(made().length).toBe(1);
    await keepScreen(page, 'settings-backups');
  });

  it('make another one when asked, and say where it lies', async () => {
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Made and read again:').waitFor();
    expect(made().length).toBe(2);
  });

  it('stand on Readiness, and one that cannot be made stands among what needs somebody', async () => {
    await rm(drive, { recursive: true });
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('is not there.').first().waitFor();
    await keepScreen(page, 'settings-backup-failed');
    await open('Readiness');
    await page.getByText('The last backup failed.').first().waitFor();
    await section('Backups of this desk').getByText('The last was made').waitFor();
    await keepScreen(page, 'readiness-backup-failed');
  });

  it('wait with the files while somebody calls for help, and can be stopped: the records are there', async () => {
    mkdirSync(drive);
    await office.door.client.alarm.press({ id: uuid(), level: 'assist', kind: 'test', source: 'command' });
    await open('Settings');
    await page.getByLabel('Find a setting').fill('backup');
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('The records are backed up. Now their files: 0 of 1.').waitFor();
    await keepScreen(page, 'settings-backup-files');
    await page.getByRole('button', { name: 'Stop this backup' }).click();
    await page.getByText('The backup was stopped.').first().waitFor();
    expect(made().length).toBe(1);
    await keepScreen(page, 'settings-backup-stopped');
  });
});
