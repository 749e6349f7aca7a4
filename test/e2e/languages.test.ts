/** One site in three languages: each desk has its own, and each person takes another one along. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveawaysIn } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, openWindow, wordsOf } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { openPage as openPageBy } from '../support/hand/walks.ts';

describe.runIf(browserFor('The window in several languages'))('the window in several languages', () => {
  let folder: string;
  let browser: Browser;
  let front: RunningDesk;
  let office: RunningDesk;
  let page: Page;
  let other: Page;

  const spoken = (window: Page): Promise<string> => window.evaluate(() => document.documentElement.lang);
  const openPage = async (window: Page, menu: string, name: string): Promise<void> => {
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: menu, exact: true }).click();
    await window.getByRole('link', { name, exact: true }).click();
    await window.getByRole('heading', { level: 1, name }).waitFor();
  };
  const signIn = async (window: Page): Promise<void> => {
    await window.getByRole('button', { name: administrator.name }).click();
    await window.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await window.keyboard.press('Enter');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-languages-'));
    [front, office] = await startSite(folder, 'Stadtbibliothek', [
      { station: 'Theke 1', place: 'Erdgeschoss' },
      { station: 'Mostrador 2', place: 'Planta baja' },
    ]);
    for (const name of ['Zander, Ida', 'Österle, Uwe', 'Ott, Kim', 'Oster, Lea']) await front.door.client.staff.add({ name, role: 'desk', pin: '1357' });
    browser = await launchBrowser();
    page = await openWindow(browser, front.process);
    other = await openWindow(browser, office.process);
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [front, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(bothHands)('begins in the language of the machine, and takes the one that is chosen at the sign-in, by the $hand alone, before anybody is signed in', async ({ hand: name }) => {
    const hand = await openFor(name, browser, front);
    await hand.page.getByText('Opening hours', { exact: true }).waitFor();
    expect(await spoken(hand.page)).toBe('en');
    await openPageBy(hand, 'Records');
    await hand.press(hand.page.getByRole('radio', { name: 'Deutsch' }));
    await hand.page.getByRole('heading', { level: 2, name: 'Wer ist da?' }).waitFor();
    expect(await spoken(hand.page)).toBe('de');
    if (name === 'keys') await keepScreen(hand.page, 'german-sign-in');
    // Whoever goes away without signing in has chosen nothing.
    await hand.shortcut('Escape', hand.page.getByRole('button', { name: 'Schließen', exact: true }));
    await hand.page.getByText('Opening hours', { exact: true }).waitFor();
    expect(await spoken(hand.page)).toBe('en');
    await hand.page.context().close();
  });

  it('keeps it with the person: dates, numbers and the order of names are German', async () => {
    await openPage(page, 'Office', 'Settings');
    await page.getByText('Deutsch', { exact: true }).click();
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    await page.getByRole('button', { name: 'Österle, Uwe ändern' }).waitFor();
    const names = await page.getByRole('button', { name: /^.*, .* ändern$/ }).evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
    expect(names.map((name) => name.split(',')[0])).toEqual(['Oster', 'Österle', 'Ott', 'Zander']);
    await keepScreen(page, 'german-settings');
    await page.keyboard.press('Escape');
    await page.getByText('Öffnungszeiten', { exact: true }).waitFor();
    const today = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full' }).format(new Date());
    await page.getByText(today, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Büro', exact: true }).click();
    await keepScreen(page, 'german-desk');
    expect(giveawaysIn(await wordsOf(page))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('follows the person to another desk, which has a language of its own for everybody else', async () => {
    await office.door.client.station.changeSettings({ language: 'es' });
    await other.getByText('Horario', { exact: true }).waitFor();
    expect(await spoken(other)).toBe('es');
    expect(await other.title()).toBe('Mostrador');
    expect(giveawaysIn(await wordsOf(other))).toEqual([]);
    await openPage(other, 'Oficina', 'Informes');
    await keepScreen(other, 'spanish-sign-in');
    await signIn(other);
    await other.getByRole('heading', { level: 1, name: 'Berichte' }).waitFor();
    await other.getByRole('button', { name: 'Abmelden' }).click();
    await other.getByText('Horario', { exact: true }).waitFor();
  });

  it('shows no other language first when it is opened anew', async () => {
    await other.addInitScript(() => {
      const seen: string[] = [];
      new MutationObserver(() => seen.push(document.documentElement.lang, document.body.innerText)).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      Object.assign(window, { seenSinceTheStart: seen });
    });
    await other.reload();
    await other.getByText('Horario', { exact: true }).waitFor();
    const seen = await other.evaluate(() => String(Reflect.get(window, 'seenSinceTheStart')));
    expect(seen).toContain('Horario');
    expect(seen).not.toMatch(/Opening hours|Öffnungszeiten|One moment|Einen Moment/);
  });

  it('shows a call in the language of each screen', async () => {
    await office.door.client.station.changeSettings({ publicView: false });
    await front.door.client.alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'drill', source: 'command' });
    await other.getByText('En peligro').waitFor();
    await keepScreen(other, 'spanish-respond');
    await other.keyboard.press('Space');
    await other.getByText('Saben que usted va').waitFor();
  });
});
