/** What the noticeboard tells those who know where to look: who would hear, that nobody does, that somebody is asked. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { administrator, startDesk, startSite, type RunningDesk } from '../support/browserSite.ts';

describe.runIf(browserFor('The cues of the noticeboard'))('the cues of the noticeboard', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let page: Page;
  let colleague: Page;

  /** Waits until the clock’s separator has a shape; `gap` draws nothing. */
  const cue = (shape: string): Promise<void> => page.locator(`header svg[data-shape="${shape}"]`).waitFor({ state: 'attached', timeout: 20_000 });
  const boxes = (): Promise<readonly string[]> => page.evaluate(() => [...document.querySelectorAll('header, header svg, main, main section, footer')].map((element) => JSON.stringify(element.getBoundingClientRect())));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-cues-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    await office.door.client.station.changeSettings({ publicView: false });
    await office.door.client.board.addNotice({ text: 'Story time is at three in the children’s room today.' });
    // The board is compared before and after: it must not change for another reason.
    await desk.door.client.station.changeSettings({ turnNotes: false });
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
    await page.getByText('Story time').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('say that stations would hear a call, but nobody has been at them', async () => {
    await cue('dashes');
    await keepScreen(page, 'desk-unattended');
    expect(await desk.door.client.site.status()).toMatchObject({ armed: true, heardBy: 1, attendedBy: 0 });
  });

  it('say that somebody would, as soon as a colleague touches a screen', async () => {
    colleague = await openWindow(browser, office.process);
    await colleague.getByText('Story time').waitFor();
    await colleague.mouse.move(200, 200);
    await colleague.mouse.move(220, 220);
    await cue('dots');
    expect((await desk.door.client.site.status()).attendedBy).toBe(1);
  });

  it('say out and coming by their shape alone: nothing moves, nothing counts down', async () => {
    const before = await boxes();
    await page.keyboard.press('F9');
    await cue('middle');
    expect(await boxes()).toEqual(before);
    await colleague.getByRole('heading', { name: 'Ground floor, main entrance' }).waitFor();
    await colleague.keyboard.press('Space');
    await cue('bar');
    expect(await boxes()).toEqual(before);
    expect(await wordsOf(page)).not.toMatch(telltale);
    const [alarm] = await office.door.client.alarm.list();
    await office.door.client.alarm.close({ alarm: alarm?.id ?? '' });
    await cue('dots');
  });

  it('say plainly that nobody would hear, when no other station is connected', async () => {
    await colleague.close();
    await office.stop('SIGKILL');
    await cue('low');
    await keepScreen(page, 'desk-nobody');
    expect(await wordsOf(page)).not.toMatch(telltale);
  });

  it('say that a call is out which nobody has received, until somebody has', async () => {
    await page.keyboard.press('F9');
    await cue('dash');
    await keepScreen(page, 'desk-unheard');
    office = await startDesk(office.data);
    await cue('middle');
    const [alarm] = await office.door.client.alarm.list();
    await office.door.client.alarm.close({ alarm: alarm?.id ?? '' });
    await cue('dashes');
  });

  it('are all explained, large, on the training page, in each of the three sets', async () => {
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name: 'Training' }).click();
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    for (const cueSet of ['mark', 'rule', 'separator'] as const) {
      await desk.door.client.station.changeSettings({ cueSet });
      await page.locator(`[aria-labelledby="training-cues"] [role="group"][aria-label="${{ mark: 'The mark before the station’s name', rule: 'The rule under the date', separator: 'The clock’s separator' }[cueSet]}"]`).waitFor();
      await keepScreen(page, `training-${cueSet}`);
    }
    for (const words of ['nobody would hear you', 'nobody has been at the other screens', 'nobody has received it', 'asked to check in', 'Somebody is coming']) await page.getByText(words).first().waitFor();
  });
});
