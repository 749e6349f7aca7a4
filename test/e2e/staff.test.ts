/** The people of a desk: badges, locks, signing out by itself, forgotten PINs, the rota, and somebody who reads everything and changes nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBadge } from '../support/badge.ts';
import { browserFor, keepScreen, launchBrowser, openWindow, wordsOf } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';

const pin = '1357';

describe.runIf(browserFor('The people of a desk'))('the people of a desk', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  const staffByName = new Map<string, string>();

  const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { timeout: 10_000 });
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const open = async (name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await press('Office');
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const signOut = async (): Promise<void> => {
    await press('Sign out');
    await page.getByRole('heading', { level: 1, name: 'Elm Library' }).waitFor();
  };
  const signIn = async (name: string, code: string): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByLabel('PIN', { exact: true }).fill(code);
    await page.keyboard.press('Enter');
  };
  const idOf = (name: string): string => staffByName.get(name) ?? '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-staff-'));
    [desk] = await startSite(folder, 'Elm Library', [{ station: 'Desk 2', place: 'Ground floor' }]);
    const { client } = desk.door;
    for (const [name, role] of [['Sam Okafor', 'desk'], ['Noor Haddad', 'responder'], ['Lena Weiss', 'supervisor'], ['Mira Costa', 'supervisor'], ['Otto Brandt', 'auditor']] as const) staffByName.set(name, (await client.staff.add({ name, role, pin })).id);
    staffByName.set(administrator.name, (await client.staff.list()).find(({ name }) => name === administrator.name)?.id ?? '');
    await client.staff.setBadge({ staff: idOf('Sam Okafor'), number: '0012345678' });
    await client.staff.setBadge({ staff: idOf(administrator.name), number: '0087654321' });
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('a badge on the noticeboard does nothing, and presses nothing; with the office menu open, it signs in', async () => {
    await page.getByRole('switch', { name: 'Single desk' }).focus();
    await holdBadge(page, '0012345678');
    await press('Office');
    expect(await page.getByRole('switch', { name: 'Single desk' }).getAttribute('aria-checked')).toBe('false');
    await holdBadge(page, '0012345678');
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByText('Signed in as Sam Okafor').waitFor();
    await signOut();
  });

  it('a badge on the sign-in page is never shown: enough for desk staff, and in place of the name for an administrator', async () => {
    await open('Records');
    await page.getByText('Hold your badge to the reader').waitFor();
    await keepScreen(page, 'staff-sign-in');
    await holdBadge(page, '0012345678');
    await page.getByText('Signed in as Sam Okafor').waitFor();
    expect(await wordsOf(page)).not.toContain('0012345678');
    await signOut();
    await open('Records');
    await holdBadge(page, '0087654321');
    await page.getByRole('heading', { name: `PIN of ${administrator.name}` }).waitFor();
    expect(await page.getByLabel('PIN', { exact: true }).inputValue()).toBe('');
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.getByText(`Signed in as ${administrator.name}`).waitFor();
    await signOut();
  });

  it('a badge that nobody has says so, and somebody who types a name and a PIN is in by keyboard alone', async () => {
    await open('Records');
    await holdBadge(page, '0099999999');
    await page.getByText('Nobody here has that badge.').waitFor();
    await page.getByLabel('Find a name').pressSequentially('noo', { delay: 80 });
    expect(await page.getByRole('button', { name: 'Sam Okafor' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'PIN of Noor Haddad' }).waitFor();
    await page.getByLabel('PIN', { exact: true }).pressSequentially(pin, { delay: 80 });
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as Noor Haddad').waitFor();
    await signOut();
    // Whoever was here last has the first tile.
    await open('Records');
    expect(await page.locator('[data-takes-badges] button').first().textContent()).toBe('Noor Haddad');
    await page.keyboard.press('Escape');
  });

  it('too many wrong PINs lock one tile for a while; readiness tells it without the name, the audit list with it', async () => {
    await open('Records');
    await page.getByRole('button', { name: 'Lena Weiss', exact: true }).click();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await page.getByLabel('PIN', { exact: true }).fill('0000');
      await page.keyboard.press('Enter');
      await page.getByText('That PIN is not right.').waitFor();
    }
    await page.getByLabel('PIN', { exact: true }).fill(pin);
    await page.keyboard.press('Enter');
    await page.getByText('Too many wrong PINs.').waitFor();
    await keepScreen(page, 'staff-locked');
    await press('Somebody else');
    await signIn('Sam Okafor', pin);
    await page.getByText('Signed in as Sam Okafor').waitFor();
    await open('Readiness');
    await page.getByText('Too many wrong PINs were typed here for one person’s tile.').first().waitFor();
    expect(await wordsOf(page)).not.toContain('Lena');
    await signOut();
    expect((await desk.door.client.site.audit({ action: 'sign-in-locked' })).entries).toMatchObject([{ about: 'Lena Weiss', station: 'Desk 2' }]);
  });

  it('a PIN that was forgotten: an administrator sets one, and the person chooses another before anything else', async () => {
    await open('Settings');
    await signIn(administrator.name, administrator.pin);
    await press('Change Lena Weiss');
    await page.getByLabel('New PIN', { exact: true }).first().fill('9999');
    await press('Set PIN of Lena Weiss');
    await page.getByText('Lena Weiss has a new PIN for one sign-in.').waitFor();
    await page.getByRole('group', { name: 'Change Lena Weiss' }).scrollIntoViewIfNeeded();
    await keepScreen(page, 'staff-people');
    await signOut();
    await open('Records');
    await signIn('Lena Weiss', '9999');
    await page.getByRole('heading', { name: 'Choose a PIN, Lena Weiss' }).waitFor();
    await keepScreen(page, 'staff-choose-pin');
    await page.getByLabel('Present PIN').fill('9999');
    await page.getByLabel('New PIN', { exact: true }).fill('8642');
    await page.getByLabel('New PIN once more').fill('8643');
    await press('Change the PIN');
    await page.getByText('The two are not the same').waitFor();
    await page.getByLabel('New PIN once more').fill('8642');
    await press('Change the PIN');
    await page.getByText('No records yet').waitFor();
    await signOut();
  });

  it('the rota: a supervisor plans the day, and the noticeboard shows first names and hours', async () => {
    await open('Settings');
    await signIn('Mira Costa', pin);
    await page.getByRole('region', { name: 'Rota of the ordinary week' }).getByRole('button', { name: 'Add a line' }).click();
    await page.getByLabel('Person, line 1').selectOption('Sam Okafor');
    await page.getByLabel('From, line 1').fill('00:00');
    await page.getByLabel('To, line 1').fill('23:59');
    await page.getByRole('region', { name: 'Rota of the ordinary week' }).scrollIntoViewIfNeeded();
    await keepScreen(page, 'staff-rota');
    await press('Save the week');
    await page.getByText('Sam Okafor at Desk 2, 00:00 – 23:59').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Sam, 00:00 – 23:59').waitFor();
    await keepScreen(page, 'staff-noticeboard');
    expect(await page.locator('main').innerText()).not.toContain('Okafor');
    await open('Records');
    await signOut();
    // Whoever is on the rota here comes first, before whoever was here last.
    await open('Records');
    expect(await page.locator('[data-takes-badges] button').first().textContent()).toBe('Sam Okafor');
    await page.keyboard.press('Escape');
  });

  it('an auditor sees records, settings and the audit list, and can change nothing', async () => {
    await desk.door.client.incident.file({ alarm: null, title: 'Raised voice at the returns desk' });
    await open('Records');
    await signIn('Otto Brandt', pin);
    await page.getByText('Raised voice at the returns desk').first().click();
    await page.getByRole('heading', { name: 'Raised voice at the returns desk' }).waitFor();
    expect(await page.getByRole('button', { name: 'New record' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Add to this record|Amend/ }).count()).toBe(0);
    await open('Settings');
    await page.getByText('You see every setting and can change none').waitFor();
    await page.getByText('Sam Okafor').first().waitFor();
    const usable = page.locator('fieldset:not([disabled]) :is(button, input, select, textarea):not(:disabled)');
    expect((await usable.evaluateAll((controls) => controls.map((control) => control.closest('section')?.querySelector('h3')?.textContent ?? ''))).filter((title) => !['Your duress code', 'Your language', 'Your PIN'].includes(title))).toEqual([]);
    await keepScreen(page, 'staff-auditor-settings');
    await page.getByRole('link', { name: 'Open the audit list' }).click();
    await page.getByRole('cell', { name: 'Changed the rota' }).first().waitFor();
    await keepScreen(page, 'staff-audit');
    await page.getByLabel('Who', { exact: true }).selectOption('Mira Costa');
    await eventually(() => page.getByRole('row').count()).toBe(2);
    await signOut();
  });

  it('a desk that was left signs out: the last seconds are counted, a touch stops them, and the draft is kept', async () => {
    await desk.door.client.site.changeSettings({ signOutAfter: 1 });
    await open('Records');
    await signIn('Sam Okafor', pin);
    await press('New record');
    await page.getByLabel('Title').fill('Left in the middle');
    await eventually(async () => (await desk.door.client.incident.drafts())[0]?.report.title).toBe('Left in the middle');
    await page.clock.install();
    await page.mouse.move(300, 300);
    await page.clock.runFor(45_000);
    await page.getByText(/Signing out in \d+ s/).waitFor();
    await page.mouse.move(320, 320);
    await page.getByText(/Signing out in \d+ s/).waitFor({ state: 'hidden' });
    await page.clock.runFor(61_000);
    await page.getByRole('heading', { level: 1, name: 'Elm Library' }).waitFor();
    await eventually(async () => (await desk.door.client.incident.drafts())[0]?.report.title).toBe('Left in the middle');
    await open('Records');
    await page.getByRole('heading', { name: 'Who is it?' }).waitFor();
    await signIn('Sam Okafor', pin);
    await page.getByText('Left in the middle').first().waitFor();
  });
});
