/**
 * The people of a desk: badges, locks, signing out by itself, forgotten PINs, the rota, and somebody who reads everything and changes nothing. What
 * people do week by week is done by the keys alone and by a finger alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdBadge } from '../support/badge.ts';
import { browserFor, keepScreen, launchBrowser, openWindow, wordsOf } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { leavePage, openAs, openPage, signIn as signInBy, signOut as signOutBy } from '../support/hand/walks.ts';

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
    await expect.poll(() => page.getByLabel('PIN', { exact: true }).inputValue()).toBe('');
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
    await eventually(() => page.getByRole('button', { name: 'Sam Okafor' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'PIN of Noor Haddad' }).waitFor();
    await page.getByLabel('PIN', { exact: true }).pressSequentially(pin, { delay: 80 });
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as Noor Haddad').waitFor();
    await signOut();
    // Whoever was here last has the first tile.
    await open('Records');
    await eventually(() => page.locator('[data-takes-badges] button').first().textContent()).toBe('Noor Haddad');
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

  describe.each(bothHands)('by the $hand alone', ({ hand: name }) => {
    let hand: Hand;
    const { forgetful, rotaLine } = name === 'keys' ? { forgetful: 'Lena Weiss', rotaLine: { number: 1, person: 'Sam Okafor' } } : { forgetful: 'Noor Haddad', rotaLine: { number: 2, person: 'Mira Costa' } };
    const button = (text: string | RegExp) => hand.page.getByRole('button', { name: text, exact: typeof text === 'string' });
    const look = (screen: string): Promise<void> => (name === 'keys' ? keepScreen(hand.page, screen) : Promise.resolve());

    beforeAll(async () => {
      hand = await openFor(name, browser, desk);
    });
    afterAll(() => hand.page.context().close());

    it('somebody who left is forgotten by an administrator, once a reason is said', async () => {
      const leaver = name === 'keys' ? 'Uli Brandt' : 'Ana Prado';
      const { id } = await desk.door.client.staff.add({ name: leaver, role: 'desk', pin });
      await desk.door.client.staff.remove({ staff: id });
      await openAs(hand, administrator, 'Settings');
      const left = hand.page.getByRole('list', { name: 'Have left' });
      await left.getByText(leaver, { exact: true }).waitFor();
      await left.scrollIntoViewIfNeeded();
      await look('staff-have-left');
      await hand.press(button(`Forget ${leaver}`));
      await hand.page.getByRole('dialog', { name: `Forget ${leaver} for good?` }).waitFor();
      expect(await button('Erase it for good').isDisabled()).toBe(true);
      await hand.press(hand.page.getByRole('radio', { name: 'The person it is about asked for it' }));
      await look('staff-forget');
      await hand.press(button('Erase it for good'));
      await hand.page.getByText(`${leaver} is forgotten.`).waitFor();
      expect((await desk.door.client.staff.records()).map((record) => record.name)).not.toContain(leaver);
      await signOutBy(hand);
    });

    it('a PIN that was forgotten: an administrator sets one, and the person chooses another before anything else', async () => {
      await openAs(hand, administrator, 'Settings');
      await hand.press(button(`Change ${forgetful}`));
      const change = hand.page.getByRole('group', { name: `Change ${forgetful}` });
      await hand.fill(change.getByLabel('New PIN', { exact: true }), '9999');
      await hand.press(button(`Set PIN of ${forgetful}`));
      await hand.page.getByText(`${forgetful} has a new PIN for one sign-in.`).waitFor();
      await change.scrollIntoViewIfNeeded();
      await look('staff-people');
      await signOutBy(hand);
      await openPage(hand, 'Records');
      await signInBy(hand, { name: forgetful, pin: '9999' });
      await hand.page.getByRole('heading', { name: `Choose a PIN, ${forgetful}` }).waitFor();
      await look('staff-choose-pin');
      await hand.fill(hand.page.getByLabel('Present PIN'), '9999');
      await hand.fill(hand.page.getByLabel('New PIN', { exact: true }), '8642');
      await hand.fill(hand.page.getByLabel('New PIN once more'), '8643');
      await hand.press(button('Change the PIN'));
      await hand.page.getByText('The two are not the same').waitFor();
      await hand.fill(hand.page.getByLabel('New PIN once more'), '8642');
      await hand.press(button('Change the PIN'));
      await hand.page.getByText('No records yet').waitFor();
      await signOutBy(hand);
    });

    it('the rota: a supervisor plans the day, and the noticeboard shows first names and hours', async () => {
      const week = hand.page.getByRole('region', { name: 'Rota of the ordinary week' });
      await openAs(hand, { name: 'Mira Costa', pin }, 'Settings');
      await hand.press(week.getByRole('button', { name: 'Add a line' }));
      await hand.choose(hand.page.getByLabel(`Person, line ${rotaLine.number}`), rotaLine.person);
      await hand.fill(hand.page.getByLabel(`From, line ${rotaLine.number}`), '00:00');
      await hand.fill(hand.page.getByLabel(`To, line ${rotaLine.number}`), '23:59');
      await week.scrollIntoViewIfNeeded();
      await look('staff-rota');
      await hand.press(button('Save the week'));
      await hand.page.getByText(`${rotaLine.person} at Desk 2, 00:00 – 23:59`).waitFor();
      await leavePage(hand);
      const [first = '', last = ''] = rotaLine.person.split(' ');
      await hand.page.getByText(`${first}, 00:00 – 23:59`).waitFor();
      await look('staff-noticeboard');
      await expect.poll(() => hand.page.locator('main').innerText()).not.toContain(last);
      await openPage(hand, 'Records');
      await signOutBy(hand);
      // Whoever is on the rota here comes first, before whoever was here last.
      await openPage(hand, 'Records');
      await expect.poll(() => hand.page.locator('[data-takes-badges] button').first().textContent()).toBe(name === 'keys' ? 'Sam Okafor' : 'Mira Costa');
      await leavePage(hand);
    });
  });

  it('an auditor sees records, settings and the audit list, and can change nothing', async () => {
    await desk.door.client.incident.file({ alarm: null, title: 'Raised voice at the returns desk' });
    await open('Records');
    await signIn('Otto Brandt', pin);
    await page.getByText('Raised voice at the returns desk').first().click();
    await page.getByRole('heading', { name: 'Raised voice at the returns desk' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'New record' }).count()).toBe(0);
    await expect.poll(() => page.getByRole('button', { name: /Add to this record|Amend/ }).count()).toBe(0);
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
    // She changed it with either hand.
    await eventually(() => page.getByRole('row').count()).toBe(1 + bothHands.length);
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
