/**
 * The paperwork of calls at two desks, by the keys alone and then by a finger alone: from the call to the filed record, begun in a hurry and taken
 * up again, amended, reviewed with a question back, followed up; and the site's own form. What a stranger needs for it is counted.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserFor, keepScreen, launchBrowser, shown } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { openAs, openPage, signOut } from '../support/hand/walks.ts';

const sam = { name: 'Sam Okafor', pin: '1357' };
/** A time some days from now, as the form takes it. */
const inFigures = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()} 10:20`;
};
/** What a stranger may need to file a record, in seconds. */
const limits = { fromACall: 120, fromNothing: 240 };

describe.runIf(browserFor('The paperwork of calls at two desks'))('the paperwork of calls at two desks', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 10_000, interval: 50 });
  const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });

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
    await client.station.changeSettings({ publicView: false });
    await vi.waitFor(async () => expect((await desk.door.client.recordForm.get()).places.length).toBeGreaterThan(5), { timeout: 10_000 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(bothHands)('by the $hand alone', ({ hand }) => {
    let clerk: Hand;
    let supervisor: Hand;
    const look = ({ page }: Hand, screen: string): Promise<void> => (hand === 'keys' ? keepScreen(page, screen) : Promise.resolve());
    const [shouting, threatened] = [`Shouting, told by ${hand}`, `Threatened over a fine, told by ${hand}`];

    beforeAll(async () => {
      clerk = await openFor(hand, browser, desk);
      supervisor = await openFor(hand, browser, office);
      await clerk.page.getByText('Opening hours').waitFor();
    });
    afterAll(async () => {
      for (const { page } of [clerk, supervisor]) await page.context().close();
    });

    it('a call is made, the notes are gone through, and a colleague comes and closes it', async () => {
      await desk.door.client.alarm.press({ id: uuid(), level: 'assist', kind: 'real', source: 'key' });
      await clerk.press(clerk.page.getByRole('checkbox', { name: 'Use the foot rest or the key' }));
      await clerk.press(button(clerk.page, 'Not so calm'));
      await clerk.press(clerk.page.getByRole('checkbox', { name: 'Keep the counter between you' }));
      await supervisor.press(button(supervisor.page, /I am coming/));
      await supervisor.press(button(supervisor.page, /I am there/));
      await supervisor.press(button(supervisor.page, /Close the call/));
      await supervisor.fill(supervisor.page.getByLabel('A note'), 'They left by themselves');
      await supervisor.press(button(supervisor.page, 'Close the call'));
      await eventually(async () => (await desk.door.client.alarm.list())[0]?.state).toBe('closed');
    });

    it('the form opens by itself, half filled from the call and the notes, and a stranger files it in less than two minutes', async () => {
      clerk.afresh();
      await openAs(clerk, sam, 'Records');
      const { page } = clerk;
      const title = page.getByLabel('Title');
      await title.waitFor();
      await expect.poll(() => page.getByRole('combobox', { name: 'Where' }).inputValue()).toBe('Service desk');
      await expect.poll(() => page.getByLabel('What was done').inputValue()).toMatch(/called for help[\s\S]*closed the call/);
      await clerk.fill(title, shouting);
      await clerk.press(page.getByRole('checkbox', { name: 'Threat', exact: true }));
      await clerk.fill(page.getByLabel('What you saw and heard'), 'A man struck the counter twice with his hand and shouted. He left when a colleague came.');
      await clerk.press(button(page, 'File this record'));
      await clerk.press(button(page, 'File it'));
      await page.getByText('Filed by').first().waitFor();
      console.log(`A record from a call, by the ${hand}: ${clerk.effort().inWords()}`);
      expect(clerk.effort().seconds()).toBeLessThan(limits.fromACall);
      expect((await desk.door.client.incident.list())[0]).toMatchObject({ title: shouting });
    });

    it('another is begun from nothing and left for later, taken up again and filed with all that is asked, in less than four minutes', async () => {
      const { page } = clerk;
      await signOut(clerk);
      clerk.afresh();
      await openAs(clerk, sam, 'Records');
      await clerk.press(button(page, 'New record'));
      await clerk.press(page.getByRole('checkbox', { name: 'Threat', exact: true }));
      await clerk.press(button(page, 'Finish later'));
      await page.getByRole('heading', { name: 'Not filed yet' }).waitFor();
      await clerk.press(page.locator('[data-group="draft"]'));
      await clerk.fill(page.getByLabel('Title'), threatened);
      await clerk.fill(page.getByRole('combobox', { name: 'Where' }), 'Entrance');
      await clerk.fill(page.getByLabel('What you saw and heard'), 'He said: “I know when you finish.”');
      await clerk.press(button(page, 'See examples of neutral wording'));
      await page.getByText('He swayed, spoke slowly and smelled of alcohol.').waitFor();
      await clerk.press(page.getByLabel('Nobody is threatened or touched against their will'));
      await clerk.fill(page.getByLabel('Library card'), '4711');
      await clerk.press(button(page, 'Add a call'));
      await clerk.fill(page.getByLabel('Name or reference number'), 'HT-17');
      await clerk.fill(page.getByLabel('Time', { exact: true }), '10:12');
      await clerk.press(page.getByRole('radiogroup', { name: /security stay/ }).getByRole('radio', { name: 'Yes' }));
      const leftAt = page.getByLabel('When they left the grounds');
      await clerk.fill(leftAt, inFigures(1));
      await clerk.press(button(page, 'File this record'));
      await page.getByText('This time has not come yet').waitFor();
      expect(await leftAt.evaluate((field) => field === document.activeElement)).toBe(true);
      await clerk.fill(leftAt, inFigures(-1));
      await clerk.press(button(page, 'Add a task'));
      await clerk.fill(page.getByLabel('What', { exact: true }), 'Ask for the camera pictures');
      await clerk.fill(page.getByRole('combobox', { name: 'Who sees to it' }), administrator.name);
      await clerk.fill(page.getByLabel('By when'), '15/1/2026');
      await page.getByText('This day is over already.').waitFor();
      await look(clerk, 'paperwork-form');
      await clerk.press(button(page, 'File this record'));
      await clerk.press(button(page, 'File it'));
      await page.getByText('Filed by').first().waitFor();
      console.log(`A record from nothing, by the ${hand}: ${clerk.effort().inWords()}`);
      expect(clerk.effort().seconds()).toBeLessThan(limits.fromNothing);
      await page.getByRole('definition').filter({ hasText: 'Nobody is threatened' }).waitFor();
      await page.getByRole('definition').filter({ hasText: '4711' }).waitFor();
    });

    it('a supervisor asks back at the other desk, the clerk answers, and it is closed', async () => {
      await openAs(supervisor, administrator, 'Records');
      await supervisor.press(supervisor.page.locator('[data-line]', { hasText: threatened }));
      await supervisor.press(button(supervisor.page, 'Ask a question back'));
      await supervisor.fill(supervisor.page.getByLabel('Your question'), 'Did anybody else hear it?');
      await supervisor.press(button(supervisor.page, 'Ask'));
      await shown(clerk.page, 'Did anybody else hear it?').waitFor();
      await clerk.press(button(clerk.page, 'Answer'));
      await clerk.fill(clerk.page.getByLabel('Your answer'), 'The woman at the second table.');
      await clerk.press(button(clerk.page, 'Send the answer'));
      await shown(supervisor.page, 'The woman at the second table.').waitFor();
      await supervisor.press(button(supervisor.page, 'Close the review'));
      await supervisor.fill(supervisor.page.getByLabel('How the review ends'), 'Ban letter is on its way.');
      await supervisor.press(button(supervisor.page, 'Close the review'));
      await shown(supervisor.page, 'Review closed by').waitFor();
      expect((await office.door.client.incident.list())[0]).toMatchObject({ review: 'closed', amendedSinceReview: false });
    });

    it('an amendment after that outlives a sign-out while it is typed, and shows as not yet seen, on both desks, until the review is opened again', async () => {
      await clerk.press(button(clerk.page, 'Add an amendment'));
      await clerk.fill(clerk.page.getByLabel('Amendment', { exact: true }), 'He came back the next day and apologised.');
      // Called away from the desk: what was typed is there again for whoever typed it.
      await openAs(clerk, sam, 'Records');
      await clerk.press(clerk.page.locator('[data-line]', { hasText: threatened }));
      await expect.poll(() => clerk.page.getByLabel('Amendment', { exact: true }).inputValue()).toBe('He came back the next day and apologised.');
      await clerk.press(button(clerk.page, 'Add it'));
      await shown(supervisor.page, 'Amended since the review').first().waitFor();
      await look(supervisor, 'paperwork-reviewed');
      await supervisor.press(button(supervisor.page, 'Open the review again'));
      await supervisor.fill(supervisor.page.getByLabel('Why it is opened again'), 'He apologised: is the ban still right?');
      await supervisor.press(button(supervisor.page, 'Open it again'));
      await shown(clerk.page, 'He apologised: is the ban still right?').waitFor();
    });

    it('what is to be done stands in one list, mine and overdue, and is done and undone', async () => {
      await supervisor.press(supervisor.page.getByRole('link', { name: /^Follow-ups/ }));
      await supervisor.press(supervisor.page.getByRole('radio', { name: 'Mine' }));
      await supervisor.page.getByText('overdue since 15 January 2026').first().waitFor();
      await look(supervisor, 'paperwork-follow-ups');
      await supervisor.press(button(supervisor.page, 'Mark as done: Ask for the camera pictures'));
      await supervisor.page.getByText('Nothing is waiting for you.').waitFor();
      await shown(clerk.page, /^Done: Priya Shah/).waitFor();
      await clerk.press(button(clerk.page, 'Not done after all: Ask for the camera pictures'));
      await supervisor.page.getByText('overdue since 15 January 2026').waitFor();
      await clerk.press(button(clerk.page, 'Mark as done: Ask for the camera pictures'));
    });

    it('the site makes the form its own: what it adds is asked for at the other desk', async () => {
      const { page } = supervisor;
      const [added, retired] = hand === 'keys' ? ['Unwanted photography', 'Child left alone'] : ['Unwanted filming', 'Theft'];
      await openPage(supervisor, 'Settings');
      await supervisor.press(page.getByRole('link', { name: 'Open the records form' }));
      await supervisor.press(button(page, 'Add a category'));
      await supervisor.press(button(page, 'Save the form'));
      await page.getByText('One line needs a correction').waitFor();
      await supervisor.fill(page.getByLabel(/^Category \d+$/).last(), added);
      await supervisor.press(button(page, `Retire: ${retired}`));
      await look(supervisor, 'paperwork-record-form');
      await supervisor.press(button(page, 'Try it out'));
      const preview = page.getByRole('dialog', { name: 'So it will be asked for' });
      await preview.getByText(added).waitFor();
      await supervisor.press(preview.getByRole('button', { name: 'Close' }));
      await supervisor.press(button(page, 'Save the form'));
      await page.getByText('Saved. Every desk asks for it').waitFor();
      await clerk.press(button(clerk.page, 'New record'));
      await clerk.page.getByText(added).waitFor();
      await expect.poll(() => clerk.page.getByText(retired, { exact: true }).count()).toBe(0);
      await clerk.press(button(clerk.page, 'Throw the draft away'));
      await clerk.press(button(clerk.page, 'Throw it away'));
      await eventually(async () => (await desk.door.client.incident.drafts()).length).toBe(0);
      for (const each of [clerk, supervisor]) await signOut(each);
    });
  });
});

const never = (): never => {
  throw new Error('the set is not there');
};
