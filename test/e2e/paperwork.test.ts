/** The paperwork of one call at two desks: begun in a hurry, finished, amended, reviewed with a question back, followed up; and the site's own form. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };

describe.runIf(browserFor('The paperwork of one call at two desks'))('the paperwork of one call at two desks', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let supervisor: Page;
  let clerk: Page;
  /** Touches and keys that a hurried clerk needs, counted. */
  let steps = 0;

  const step = async (act: Promise<void>): Promise<void> => {
    steps += 1;
    await act;
  };
  const open = async (page: Page, name: string, who: typeof sam): Promise<void> => {
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: who.name }).click();
    await page.getByLabel('PIN', { exact: true }).fill(who.pin);
    await page.keyboard.press('Enter');
  };
  const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  /** By keyboard alone: focus, Enter. */
  const enter = (target: Locator): Promise<void> => target.press('Enter');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-paper-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor' },
      { station: 'Front desk', place: 'Service desk' },
    ]);
    const { client } = office.door;
    await client.staff.add({ name: sam.name, role: 'desk', pin: sam.pin });
    const library = (await client.recordForm.sets()).find(({ set }) => set === 'library');
    await client.recordForm.save(library?.form ?? never());
    browser = await launchBrowser();
    clerk = await openWindow(browser, desk.process, { touch: true });
    supervisor = await openWindow(browser, office.process);
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('a call was made, answered and closed', async () => {
    const { client } = office.door;
    const { alarm } = await desk.door.client.alarm.press({ id: uuid(), level: 'assist', kind: 'real', source: 'key' });
    await expect.poll(async () => (await client.alarm.list()).length, { timeout: 10_000 }).toBe(1);
    await client.alarm.acknowledge({ alarm });
    await client.alarm.close({ alarm, note: 'They left by themselves' });
    await expect.poll(async () => (await desk.door.client.alarm.list())[0]?.state, { timeout: 10_000 }).toBe('closed');
    await expect.poll(async () => (await desk.door.client.recordForm.get()).places.length, { timeout: 10_000 }).toBeGreaterThan(5);
  });

  it('the form opens by itself, half filled from the call, and is begun with two touches and left for later', async () => {
    await open(clerk, 'Records', sam);
    const title = clerk.getByLabel('Title');
    await title.waitFor();
    expect(await clerk.getByRole('combobox', { name: 'Where' }).inputValue()).toBe('Service desk');
    expect(await clerk.getByLabel('What was done').inputValue()).toMatch(/called for help[\s\S]*closed the call/);
    await step(clerk.getByText('Threat', { exact: true }).click());
    await step(button(clerk, 'Finish later').click());
    await clerk.getByText('Choose a record to read it here.').waitFor();
    await clerk.getByRole('heading', { name: 'Not filed yet' }).waitFor();
    expect(steps).toBe(2);
    expect((await desk.door.client.incident.drafts())[0]?.report).toMatchObject({ category: { id: 'threat' }, place: 'Service desk' });
  });

  it('it is finished by keyboard: who, which rule, which numbers, who sees to what; and filed', async () => {
    await enter(button(clerk, /^Call for assistance/));
    await clerk.getByLabel('Title').fill('Threatened over a fine');
    await clerk.getByRole('combobox', { name: 'Where' }).fill('Entrance');
    await clerk.getByLabel('What you saw and heard').fill('He said: “I know when you finish.”');
    await enter(button(clerk, 'See examples of neutral wording'));
    await clerk.getByText('He swayed, spoke slowly and smelled of alcohol.').waitFor();
    await clerk.getByLabel('Nobody is threatened or touched against their will').press('Space');
    await clerk.getByLabel('Library card').fill('4711');
    await enter(button(clerk, 'Add a call'));
    await clerk.getByLabel('Name or reference number').fill('HT-17');
    await clerk.getByLabel('Time', { exact: true }).fill('10:12');
    await clerk.getByRole('radiogroup', { name: /security stay/ }).getByRole('radio', { name: 'Yes' }).press('Space');
    await clerk.getByLabel('When they left the grounds').fill('2026-11-30T10:20');
    await enter(button(clerk, 'Add a task'));
    await clerk.getByLabel('What', { exact: true }).fill('Ask for the camera pictures');
    await clerk.getByRole('combobox', { name: 'Who sees to it' }).fill(administrator.name);
    await clerk.getByLabel('By when').fill('2026-01-15');
    await keepScreen(clerk, 'paperwork-form');
    await enter(button(clerk, 'File this record'));
    await enter(button(clerk, 'File it'));
    await clerk.getByText('Filed by').first().waitFor();
    await clerk.getByRole('definition').filter({ hasText: 'Nobody is threatened' }).waitFor();
    await clerk.getByRole('definition').filter({ hasText: '4711' }).waitFor();
  });

  it('a supervisor asks back at the other desk, the clerk answers, and it is closed', async () => {
    await open(supervisor, 'Records', administrator);
    await button(supervisor, /^Threatened over a fine/).click();
    await enter(button(supervisor, 'Ask a question back'));
    await supervisor.getByLabel('Your question').fill('Did anybody else hear it?');
    await enter(button(supervisor, 'Ask'));
    await clerk.getByText('Did anybody else hear it?').waitFor();
    await enter(button(clerk, 'Answer'));
    await clerk.getByLabel('Your answer').fill('The woman at the second table.');
    await enter(button(clerk, 'Send the answer'));
    await supervisor.getByText('The woman at the second table.').waitFor();
    await enter(button(supervisor, 'Close the review'));
    await supervisor.getByLabel('How the review ends').fill('Ban letter is on its way.');
    await enter(button(supervisor, 'Close the review'));
    await supervisor.getByText('Review closed by').waitFor();
    expect((await office.door.client.incident.list())[0]).toMatchObject({ review: 'closed', amendedSinceReview: false });
  });

  it('an amendment after that shows as not yet seen, on both desks, until the review is opened again', async () => {
    await enter(button(clerk, 'Add an amendment'));
    await clerk.getByLabel('Amendment', { exact: true }).fill('He came back the next day and apologised.');
    await enter(button(clerk, 'Add it'));
    await supervisor.getByText('Amended since the review').first().waitFor();
    await keepScreen(supervisor, 'paperwork-reviewed');
    await enter(button(supervisor, 'Open the review again'));
    await supervisor.getByLabel('Why it is opened again').fill('He apologised: is the ban still right?');
    await enter(button(supervisor, 'Open it again'));
    await clerk.getByText('He apologised: is the ban still right?').waitFor();
  });

  it('what is to be done stands in one list, mine and overdue, and is done and undone', async () => {
    await supervisor.getByRole('link', { name: /^Follow-ups/ }).click();
    await supervisor.getByRole('radio', { name: 'Mine' }).check();
    await supervisor.getByText('overdue since 15 January 2026').waitFor();
    await keepScreen(supervisor, 'paperwork-follow-ups');
    await enter(button(supervisor, 'Mark as done: Ask for the camera pictures'));
    await supervisor.getByText('Nothing is waiting for you.').waitFor();
    await clerk.getByText(/^Done: Priya Shah/).waitFor();
    await enter(button(clerk, 'Not done after all: Ask for the camera pictures'));
    await supervisor.getByText('overdue since 15 January 2026').waitFor();
  });

  it('the site makes the form its own: what it adds is asked for at the other desk', async () => {
    await supervisor.keyboard.press('Escape');
    await supervisor.getByRole('button', { name: 'Office', exact: true }).click();
    await supervisor.getByRole('link', { name: 'Settings' }).click();
    await supervisor.getByRole('link', { name: 'Open the records form' }).click();
    await enter(button(supervisor, 'Add a category'));
    await enter(button(supervisor, 'Save the form'));
    await supervisor.getByText('One line needs a correction').waitFor();
    await supervisor.getByLabel('Category 12').fill('Unwanted photography');
    await enter(button(supervisor, 'Retire: Child left alone'));
    await keepScreen(supervisor, 'paperwork-record-form');
    await enter(button(supervisor, 'Try it out'));
    const preview = supervisor.getByRole('dialog', { name: 'So it will be asked for' });
    await preview.getByText('Unwanted photography').waitFor();
    await enter(preview.getByRole('button', { name: 'Close' }));
    await enter(button(supervisor, 'Save the form'));
    await supervisor.getByText('Saved. Every desk asks for it').waitFor();
    await enter(button(clerk, 'New record'));
    await clerk.getByText('Unwanted photography').waitFor();
    expect(await clerk.getByText('Child left alone').count()).toBe(0);
  });
});

const never = (): never => {
  throw new Error('the set is not there');
};
