/** Closed where it was made, with the PIN and with the duress code: the same screen at the desk, and help everywhere else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite } from '../support/browserSite.ts';

const duressCode = '135790';

/** Everything that is drawn, fields and their contents too, but for times and for names that the browser or the station makes up. */
const drawn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return '';
    for (const style of copy.querySelectorAll('style')) style.remove();
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''));
    return [copy.innerHTML, ...fields]
      .join('\n')
      .replaceAll(/ (id|for|name|href|datetime|style|data-line|aria-\w+)="[^"]*"/g, '')
      .replaceAll(/(?<=<span aria-hidden="true">|<span>)\d{2}(?=<\/span>)|\d{1,2}:\d{2}(:\d{2})?|\d+ (seconds?|minutes?|s|min) ago|just now|now/g, '')
      .replaceAll('>', '>\n');
  });

interface Ending {
  /** The record that opens by itself, and the noticeboard after it. */
  readonly screens: readonly string[];
  readonly atOffice: Alarm | undefined;
}

describe.runIf(browserFor('Closing with the PIN or the duress code'))('closing a call where it was made', () => {
  let folder: string;
  let browser: Browser;
  const endings = new Map<string, Ending>();

  /** In a site of its own, so that nothing differs but the code: signs in, calls with the key, closes the call. */
  const callAndClose = async (code: string): Promise<Ending> => {
    const [office, desk] = await startSite(join(folder, code), 'Elm Library', [
      { station: 'Back office', place: 'First floor' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    try {
      const { client } = office.door;
      const [person] = await client.staff.list();
      await client.staff.setDuressCode({ staff: person?.id ?? '', code: duressCode });
      await desk.door.client.station.changeSettings({ turnNotes: false });
      const page = await openWindow(browser, desk.process);
      const shape = (name: string): Promise<void> => page.locator(`header svg[data-shape="${name}"]`).waitFor({ state: 'attached', timeout: 15_000 });
      const records = async (): Promise<void> => {
        await page.getByRole('button', { name: 'Office', exact: true }).click();
        await page.getByRole('link', { name: 'Records' }).click();
      };
      await shape('dashes');
      await records();
      await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
      await page.keyboard.press('Enter');
      await page.getByText('No records yet').waitFor();
      await page.keyboard.press('Escape');

      await page.keyboard.press('F9');
      await shape('middle');
      await records();
      await page.getByRole('button', { name: /Call from Front desk/ }).click();
      await page.getByLabel('Your PIN', { exact: true }).fill(code);
      await page.getByRole('button', { name: 'Close this call' }).click();
      await page.getByLabel('Title').waitFor();
      const record = await drawn(page);
      await keepScreen(page, code === duressCode ? 'closed-under-duress' : 'closed-with-pin');
      await page.keyboard.press('Escape');
      await shape('dashes');
      const [atOffice] = await client.alarm.list();
      return { screens: [record, await drawn(page)], atOffice };
    } finally {
      for (const each of [desk, office]) await each.stop();
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-duress-'));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('looks the same with the PIN and with the duress code, on every screen that follows', async () => {
    for (const code of [administrator.pin, duressCode]) endings.set(code, await callAndClose(code));
    expect(endings.get(duressCode)?.screens).toEqual(endings.get(administrator.pin)?.screens);
  });

  it('is over elsewhere after the PIN, and still asks that somebody looks in', () => {
    expect(endings.get(administrator.pin)?.atOffice).toMatchObject({ state: 'closed', duress: false, followUp: 'asked' });
  });

  it('is an emergency elsewhere after the duress code, and open', () => {
    expect(endings.get(duressCode)?.atOffice).toMatchObject({ level: 'emergency', duress: true, closedAt: null });
  });
});
