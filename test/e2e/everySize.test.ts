/** Every screen in the states that the stories do not stop at: accessible, and fitting every size and finger. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { expectFits } from '../support/layout.ts';

describe.runIf(browserFor('Every screen at every size'))('every screen fits every size and finger', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let page: Page;

  const open = async (name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const press = async (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-sizes-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    const { client } = office.door;
    await client.board.change({
      hours: [{ days: 'Monday to Friday', hours: '9:00 – 18:00' }],
      rota: [{ desk: 'Front desk', who: 'Sam Okafor' }],
      numbers: [{ label: 'Caretaker', dial: '214' }],
    });
    await client.board.addNotice({ text: 'Story time is at three in the children’s room today.' });
    await client.staff.add({ name: 'Sam Okafor', role: 'desk', pin: '1357' });
    await client.station.changeSettings({ publicView: false });
    browser = await launchBrowser();
    page = await openWindow(browser, office.process, { touch: true });
    await page.getByText('Story time').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the noticeboard, with every page of the notes and the office menu open', async () => {
    await expectFits(page, 'desk');
    for (const title of ['Offer a colleague', 'Single staffing', 'How is the conversation going?', 'Good to know']) await page.getByRole('button', { name: title, exact: true }).click();
    await press('Calm enough');
    await page.getByText('The house team sees the visit out').waitFor();
    await page.getByRole('button', { name: 'More about: Ring a colleague' }).click();
    await page.getByRole('button', { name: 'Less about: Ring a colleague' }).waitFor();
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await keepScreen(page, 'desk-everything-open');
    await press('Finished');
    await page.keyboard.press('Escape');
  });

  it('the sign-in, with several people to choose from', async () => {
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name: 'Records' }).click();
    await page.getByRole('button', { name: 'Sam Okafor' }).waitFor();
    await keepScreen(page, 'sign-in-people');
    await press(administrator.name);
    await keepScreen(page, 'sign-in-pin');
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
    await page.getByText('No records yet').waitFor();
    await expectFits(page, 'records, none yet');
  });

  it('a record with a person and a call in it, and with a mistake', async () => {
    await press('New record');
    await press('Add a person');
    await press('Add a call');
    await press('File this record');
    await page.getByText('Please fill this in').waitFor();
    expect(await page.getByLabel('Title').evaluate((field) => field === document.activeElement)).toBe(true);
    await keepScreen(page, 'record-with-a-mistake');
    await press('Throw the draft away');
    await page.getByText('Throw this draft away?').waitFor();
    expect(await page.getByRole('button', { name: 'Keep it' }).evaluate((button) => button === document.activeElement)).toBe(true);
    await keepScreen(page, 'record-throw-away');
    await press('Throw it away');
    await page.getByText('Throw this draft away?').waitFor({ state: 'hidden' });
  });

  it('a file on somebody, with each of its forms open', async () => {
    await open('People');
    await press('New file');
    await page.getByLabel('Name 1', { exact: true }).fill('Mo Grey');
    await page.getByLabel('What happened before').fill('Struck the counter twice on 24 November.');
    await page.getByRole('textbox', { name: 'Safety marker' }).fill('Speak to him in twos');
    await press('Throw the draft away');
    await page.getByText('Throw this draft away?').waitFor();
    await keepScreen(page, 'person-throw-away');
    await press('Keep it');
    await press('Hand this file in');
    await page.getByRole('heading', { level: 2, name: 'Mo Grey' }).waitFor();
    for (const form of ['Impose a ban', 'No end', 'Remove the marker “Speak to him in twos”', 'Add a marker', 'Add a name', 'Change: How to know them', 'Change: What happened before', 'I have looked at it again']) await page.getByRole('button', { name: form, exact: true }).first().click();
    await page.getByRole('radio', { name: 'Some areas' }).check();
    await page.getByRole('form', { name: 'Impose a ban' }).getByRole('button', { name: 'Impose a ban' }).click();
    await page.getByText('Write what the person is told').waitFor();
    expect(await page.getByLabel('Which areas').evaluate((field) => field === document.activeElement)).toBe(true);
    await keepScreen(page, 'person-forms');
    await page.keyboard.press('Escape');
  });

  it('the page where staff write notices', async () => {
    await page.getByRole('link', { name: 'Edit notices' }).click();
    await page.getByRole('button', { name: /Take down/ }).waitFor();
    await keepScreen(page, 'notices');
  });

  it('the settings, with each of their forms open', async () => {
    await open('Settings');
    await press('Make a code');
    await page.getByText(/Good until/).waitFor();
    await press(/Change Sam/);
    await press('Add a person');
    await page.getByText('Please fill this in').waitFor();
    await press('Add one by pressing it');
    await page.getByText('Press it now, then let go').waitFor();
    await page.getByRole('button', { name: 'Add a line' }).first().click();
    await keepScreen(page, 'settings-forms');
    await page.getByRole('heading', { name: 'Site and people' }).scrollIntoViewIfNeeded();
    await keepScreen(page, 'settings-people');
    await page.getByText('Press it now, then let go').scrollIntoViewIfNeeded();
    await page.keyboard.press('Pause');
    await page.getByText('Found: Key Pause').waitFor();
    await keepScreen(page, 'settings-found-a-key');
    await page.getByLabel('Find a setting').fill('zzz');
    await page.getByText('No setting matches').waitFor();
    await keepScreen(page, 'settings-nothing-found');
  });

  it('readiness with another desk, and training', async () => {
    await open('Readiness');
    await page.getByRole('button', { name: /Front desk/ }).click();
    await keepScreen(page, 'readiness-two-desks');
    await open('Training');
    await expectFits(page, 'training');
    await page.keyboard.press('Escape');
  });

  it('a call on the whole screen: danger, what is known, closing it, put aside, and over', async () => {
    const { client } = desk.door;
    const { alarm } = await client.alarm.press({ id: crypto.randomUUID(), level: 'emergency', source: 'command' });
    const { id: run } = await client.procedure.start({ procedure: 'get-help', alarm });
    await client.procedure.answer({ run, question: 'personal-safety-risk', answer: 'risk' });
    for (const step of ['stay-calm', 'keep-something-between', 'no-hands']) await client.procedure.tick({ run, step, ticked: true });
    await page.getByText('Do not try to move').waitFor();
    await keepScreen(page, 'respond-danger');
    await press('Close without going');
    await keepScreen(page, 'respond-close-danger');
    await press('Back');
    await page.keyboard.press('Space');
    await press('Make this small');
    await page.getByRole('button', { name: 'Show the call from Front desk' }).waitFor();
    await keepScreen(page, 'respond-aside');
    await office.door.client.alarm.close({ alarm, note: 'He left' });
    await page.getByText('The call from Front desk is closed').waitFor();
    await keepScreen(page, 'respond-over');
    await press('Put away');
  });

  it('a drill in public view, as a slim message, in the dark and in the largest letters', async () => {
    await office.door.client.station.changeSettings({ publicView: true, colourScheme: 'dark', textSize: 'largest' });
    await desk.door.client.alarm.press({ id: crypto.randomUUID(), level: 'assist', kind: 'drill', source: 'command' });
    await page.getByText('Front desk: please offer a colleague').waitFor();
    await keepScreen(page, 'message-dark-largest');
  });
});
