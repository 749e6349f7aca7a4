/** One site in three languages: each desk has its own, and each person takes another one along. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveawaysIn } from '../../main/contract/index.ts';
import { browserFor, common, keepScreen, launchBrowser, openWindow, wordsOf } from '../support/browser.ts';
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
  /** Writes into a field and leaves it, as the Tab key does. */
  const write = async (field: Locator, text: string): Promise<void> => {
    await field.fill('');
    await field.pressSequentially(text);
    await field.press('Tab');
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
    await hand.page.getByRole('heading', { level: 2, name: 'Wer meldet sich an?' }).waitFor();
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

  it('shows and takes days and times as the language writes them, by typing or from a calendar of its own', async () => {
    await openPage(page, 'Büro', 'Berichte');
    await page.getByRole('button', { name: 'Neuer Bericht' }).click();
    const field = page.getByLabel('Wann es geschah');
    const occurredAt = async (): Promise<string | null | undefined> => (await front.door.client.incident.drafts())[0]?.report.occurredAt;
    expect(await field.getAttribute('placeholder')).toBe('TT.MM.JJJJ, hh:mm');
    await write(field, '3.4.26 9:05');
    await expect.poll(() => field.inputValue()).toBe('03.04.2026, 09:05');
    await expect.poll(occurredAt).toBe(new Date('2026-04-03T09:05').toISOString());

    // What is no day stays as it was typed, and nothing else is kept in its place.
    await write(field, '31.2.26 10.20 Uhr');
    await page.getByText(/^Diesen Tag gibt es nicht\. Schreiben Sie TT\.MM\.JJJJ, zum Beispiel 31\.12\.\d{4}\.$/).waitFor();
    await expect.poll(() => field.inputValue()).toBe('31.2.26 10.20 Uhr');
    await expect.poll(occurredAt).toBeNull();
    await page.getByLabel('Titel').fill('Ein Besucher schrie');
    await page.getByRole('button', { name: 'Diesen Bericht ablegen' }).click();
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => page.getByRole('button', { name: 'Ablegen', exact: true }).count()).toBe(0);

    await write(field, '30.11.2025 10:20');
    await page.keyboard.press('Enter');
    const calendar = page.getByRole('dialog', { name: 'Im Kalender wählen' });
    await calendar.getByRole('button', { name: 'Sonntag, 30. November 2025' }).waitFor();
    await expect.poll(() => calendar.getByRole('columnheader').allTextContents()).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']);
    await keepScreen(page, 'german-calendar');
    // All of it is on the screen at 200 % zoom, too.
    await page.setViewportSize({ width: common.width / 2, height: common.height / 2 });
    await expect.poll(async () => calendar.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.setViewportSize(common);
    // The Tab key leads on to the next field.
    await page.keyboard.press('Tab');
    await calendar.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('combobox', { name: 'Wo', exact: true }).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await calendar.locator('[data-day="2025-11-30"]:focus').waitFor();
    // On from one month into the next.
    for (const key of ['ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => field.inputValue()).toBe('08.12.2025, 10:20');
    // Escape is the plain noticeboard at once, whatever stands open.
    await page.keyboard.press('Enter');
    await calendar.waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Öffnungszeiten', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
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

  it('writes days for somebody who reads Spanish as Spanish does', async () => {
    await openPage(other, 'Oficina', 'Informes');
    await other.getByRole('button', { name: 'Ott, Kim' }).click();
    await other.getByLabel('PIN', { exact: true }).fill('1357');
    await other.keyboard.press('Enter');
    await other.getByRole('button', { name: 'Informe nuevo' }).click();
    const field = other.getByLabel('Cuándo ocurrió');
    await write(field, '3/4/26 9.05');
    await expect.poll(() => field.inputValue()).toBe('03/04/2026, 09:05');
    await field.fill('');
    expect(await field.getAttribute('placeholder')).toBe('dd/mm/aaaa, hh:mm');
    await write(field, '3/4/26 mañana');
    await other.getByText('De esto no se pueden leer un día y una hora.').waitFor();
    // Chosen without a time: that is typed next.
    await field.fill('');
    await other.getByRole('button', { name: 'Elegir en un calendario' }).first().click();
    await other.getByRole('button', { name: 'Mes anterior' }).click();
    const day = new Date(new Date().getFullYear(), new Date().getMonth() - 1, 5);
    const inWords = new Intl.DateTimeFormat('es-ES', { dateStyle: 'full' }).format(day);
    await other.getByRole('button', { name: inWords }).click();
    await other.keyboard.type('1405');
    await other.keyboard.press('Tab');
    await expect.poll(() => field.inputValue()).toBe(`${new Intl.DateTimeFormat('es-ES', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(day)}, 14:05`);
    await other.keyboard.press('Escape');
  });

  it('shows a call in the language of each screen', async () => {
    await front.door.client.alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'drill', source: 'command' });
    // In public view it is an errand like any other, in Spanish as well.
    await other.getByText('Theke 1: por favor, vayan dos personas ahora').waitFor();
    await keepScreen(other, 'spanish-message');
    expect(giveawaysIn(await wordsOf(other))).toEqual([]);
    await office.door.client.station.changeSettings({ publicView: false });
    await other.getByText('En peligro').waitFor();
    await keepScreen(other, 'spanish-respond');
    await other.keyboard.press('Space');
    await other.getByText('Saben que usted va').waitFor();
    // In front of the public it is an errand, and the service notes beside it are service talk, in German as well.
    await office.door.client.alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'drill', source: 'command' });
    await page.getByText('Mostrador 2: Bitte jetzt zu zweit kommen').waitFor();
    await page.getByText('Jemanden dazuholen', { exact: true }).waitFor();
    const words = await wordsOf(page);
    expect(giveawaysIn(words)).toEqual([]);
    expect(words).not.toMatch(/hilf|helfen/i);
    await keepScreen(page, 'german-message');
  });
});
