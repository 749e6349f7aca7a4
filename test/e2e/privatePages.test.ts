/** Every private page, in its states: accessible, nothing scrolling sideways, a picture of each kept. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { browserFor, expectAccessible, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const pin = '246810';

describe.runIf(browserFor('The private pages in a browser'))('the private pages', () => {
  let folder: string;
  let browser: Browser;
  let station: StationProcess;
  let door: RunningStation;
  let page: Page;

  const open = async (name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Office' }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-pages-'));
    const data = join(folder, 'desk');
    const made = await quietbell(['site', 'create', '--name', 'Elm Library', '--station', 'Back office', '--admin', 'Priya Shah', '--pin', pin, '--data', data, '--json']);
    if (made.code !== 0) throw new Error(made.stderr);
    station = await startStation({ data, args: ['--host', 'browser'] });
    const connected = await connectControl(data);
    if (connected === null) throw new Error('the station does not answer');
    door = connected;
    browser = await launchBrowser();
    page = await openWindow(browser, station);
  });
  afterAll(async () => {
    door.close();
    await browser.close();
    await station.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('ask for a sign-in, and refuse a wrong PIN beside the field', async () => {
    await open('Records');
    await page.getByLabel('PIN', { exact: true }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await keepScreen(page, 'sign-in-refused');
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await page.keyboard.press('Enter');
    await page.getByText('No records yet').waitFor();
    await keepScreen(page, 'records-empty');
  });

  it('a new record is begun with one key, kept as a draft, and found again', async () => {
    await page.locator('body').press('n');
    await page.getByLabel('Title').fill('Raised voice at the returns desk');
    await expect.poll(async () => (await door.client.incident.drafts())[0]?.report.title, { timeout: 10_000 }).toBe('Raised voice at the returns desk');
    await page.keyboard.press('Escape');
    await open('Records');
    await page.getByText('Raised voice at the returns desk').first().waitFor();
    await keepScreen(page, 'records-draft');
  });

  it('a new file on somebody is begun with one key, kept as a draft, and found again by whoever began it', async () => {
    await open('People');
    await page.getByText('Nobody is on file').waitFor();
    await keepScreen(page, 'people-empty');
    await page.locator('body').press('n');
    await page.getByLabel('Name 1', { exact: true }).fill('Mo Grey');
    await page.getByText('Saved on this desk, for you alone').waitFor();
    await page.keyboard.press('Escape');
    await open('People');
    await page.getByRole('button', { name: /Mo Grey/ }).waitFor();
  });

  it('readiness says in words what works here, and that nobody would hear', async () => {
    await open('Readiness');
    await page.getByText('Nobody would hear a call from this desk now.').waitFor();
    await page.getByRole('button', { name: /Back office/ }).click();
    await page.getByText('A press at this desk makes a call').waitFor();
    await page.getByRole('button', { name: 'Check the records' }).click();
    await page.getByText(/are as they were written/).waitFor();
    await page.getByRole('button', { name: 'Make what is shown anew' }).click();
    await page.getByText(/^Done: \d+ subjects were made anew\.$/).waitFor();
    await keepScreen(page, 'readiness');
  });

  it('settings are one list', async () => {
    await open('Settings');
    await keepScreen(page, 'settings');
  });

  it('training shows the cues large', async () => {
    await open('Training');
    await keepScreen(page, 'training');
  });

  it('all hold in the dark, on a tablet, and at twice the size', async () => {
    await door.client.station.changeSettings({ colourScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    for (const name of ['Records', 'People', 'Readiness', 'Settings', 'Training']) {
      await open(name);
      await keepScreen(page, `${name.toLowerCase()}-dark`);
      for (const size of [{ width: 800, height: 1280 }, { width: 683, height: 384 }]) {
        await page.setViewportSize(size);
        await expectAccessible(page, `${name} at ${size.width}×${size.height}`);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
    }
    await page.keyboard.press('Escape');
    await keepScreen(page, 'desk-dark');
  });
});
