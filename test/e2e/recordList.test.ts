/** The list of records in a browser, by the keys alone and then by a finger alone: its pages, filters, saved views, and the records of one person; and the reports made of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { pagesOf } from '../support/exportedFile.ts';
import { bothHands, type Hand } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { openAs } from '../support/hand/walks.ts';
import { incidentFileSchema } from '../../main/contract/index.ts';

const records = 60;
const places = ['Lobby', 'Garage', 'Reading room'];
/** Every 20 hours one, for 50 days: some of them happened last month, whatever the day. */
const apart = 20 * 60 * 60_000;
/** What a stranger may need to find last month's records of somebody, in seconds. */
const limit = 10;

describe.runIf(browserFor('The list of records in a browser'))('the list of records in a window', () => {
  let folder: string;
  let browser: Browser;
  let desk: RunningDesk;
  const now = Date.now();
  const titleOf = (n: number): string => `Raised voice ${String(n).padStart(2, '0')}`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-list-'));
    [desk] = await startSite(folder, 'Elm Library', [{ station: 'Back office', place: 'First floor' }]);
    for (let n = 0; n < records; n += 1) {
      const occurredAt = new Date(now - n * apart).toISOString();
      await desk.door.client.incident.file(incidentFileSchema.parse({ title: titleOf(n), place: places[n % places.length], occurredAt, account: 'He struck the counter.' }));
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(bothHands)('by the $hand alone', ({ hand: name }) => {
    let hand: Hand;
    const { person, view } = name === 'keys' ? { person: 'Sam Poe', view: 'Garage by title' } : { person: 'Ola Berg', view: 'Garage in order' };
    const button = (text: string | RegExp) => hand.page.getByRole('button', { name: text, exact: typeof text === 'string' });
    const link = (text: string | RegExp) => hand.page.getByRole('link', { name: text });
    const lines = () => hand.page.locator('[data-line]');
    const pager = (text: string) => hand.page.getByRole('navigation', { name: 'Pages of the list' }).getByText(text, { exact: true });
    const look = (screen: string): Promise<void> => (name === 'keys' ? keepScreen(hand.page, screen) : Promise.resolve());
    const find = async (title: string): Promise<void> => {
      await hand.fill(hand.page.getByRole('searchbox'), title);
      await pager('1 record').waitFor();
      await hand.press(lines().first());
      await hand.page.getByRole('heading', { level: 2, name: title }).waitFor();
    };
    const save = async (press: () => Promise<void>) => {
      const download = hand.page.waitForEvent('download');
      await press();
      return { name: (await download).suggestedFilename(), text: await readFile(await (await download).path(), 'utf8') };
    };

    beforeAll(async () => {
      hand = await openFor(name, browser, desk);
      await openAs(hand, administrator, 'Records');
      await hand.page.getByText(titleOf(59)).waitFor();
    });
    afterAll(() => hand.page.context().close());

    it('has pages, each record on one of them', async () => {
      await pager('1 to 50 of 60').waitFor();
      await hand.press(button('Next page'));
      await pager('51 to 60 of 60').waitFor();
      await hand.page.getByText(titleOf(0)).waitFor();
      await expect.poll(() => lines().count()).toBe(10);
      await hand.press(button('Previous page'));
      await pager('1 to 50 of 60').waitFor();
    });

    it('is narrowed down by where and when, says how many fit, and is put in another order', async () => {
      await hand.press(button('Filter'));
      await hand.choose(hand.page.getByLabel('Where', { exact: true }), 'Garage (20)');
      await hand.page.getByText('20 records fit').waitFor();
      await look('records-filter');
      const form = hand.page.getByRole('dialog', { name: 'Which records to show' });
      await hand.choose(form.getByLabel('When', { exact: true }), 'From one day to another');
      await hand.fill(form.getByLabel('First day'), '1/1/2020');
      await hand.press(form.getByRole('button', { name: 'Choose in a calendar' }).nth(1));
      const calendar = form.getByRole('dialog', { name: 'Choose in a calendar' });
      const today = calendar.locator('[aria-current="date"]');
      await today.waitFor();
      await look('records-filter-days');
      await hand.press(today);
      await calendar.waitFor({ state: 'hidden' });
      await hand.page.getByText('20 records fit').waitFor();
      await hand.fill(form.getByLabel('Last day'), '1/2/2020');
      await hand.page.getByText('0 records fit', { exact: true }).waitFor();
      await hand.choose(form.getByLabel('When', { exact: true }), 'Any time');
      await hand.page.getByText('20 records fit').waitFor();
      await hand.press(button('Done'));
      await button('At Garage: remove this filter').waitFor();
      await pager('20 records').waitFor();
      await hand.choose(hand.page.getByLabel('Order'), 'By title');
      await expect.poll(() => lines().first().textContent()).toContain(titleOf(1));
      await look('records-filtered');
    });

    it('takes all that fit along as a table, and no others', async () => {
      await hand.press(button('Export these'));
      await hand.page.getByRole('heading', { name: 'Export 20 records' }).waitFor();
      await hand.press(hand.page.getByRole('radio', { name: 'A table for a spreadsheet (CSV)' }));
      await hand.press(button('Make the file'));
      const { text } = await save(() => hand.press(link('Save it')));
      const rows = text.trim().split('\r\n');
      expect(rows).toHaveLength(21);
      expect(rows.slice(1).every((row) => row.includes('Garage'))).toBe(true);
      await hand.press(button('Done'));
      await hand.page.getByRole('heading', { name: 'Export 20 records' }).waitFor({ state: 'hidden' });
    });

    it('keeps what is looked at as a view, and comes back to it', async () => {
      await hand.press(button('Views'));
      await hand.press(button('Keep this view'));
      await hand.fill(hand.page.getByLabel('Name', { exact: true }), view);
      await hand.press(hand.page.getByLabel('For everybody at this site'));
      await look('records-keep-view');
      await hand.press(button('Keep it'));
      await hand.page.getByRole('dialog', { name: 'Keep this view' }).waitFor({ state: 'hidden' });
      await hand.press(button('At Garage: remove this filter'));
      await hand.choose(hand.page.getByLabel('Order'), 'Newest filed');
      await pager('1 to 50 of 60').waitFor();
      await hand.press(button('Views'));
      await look('records-views');
      await hand.press(button(view));
      await pager('20 records').waitFor();
      await expect.poll(() => lines().first().textContent()).toContain(titleOf(1));
      await hand.press(button('Views'));
      await hand.press(button(`Remove “${view}”`));
      await hand.press(button('Done'));
      await hand.press(button('At Garage: remove this filter'));
    });

    it('finds last month’s records of the person that a record is about, which takes a stranger less than ten seconds', async () => {
      const month = new Date(now).getMonth();
      const lastMonth = Array.from({ length: records }, (_, n) => n).find((n) => new Date(now - n * apart).getMonth() !== month) ?? never();
      await find(titleOf(lastMonth));
      await hand.press(link('Establish a file'));
      await hand.fill(hand.page.getByLabel('Name 1', { exact: true }), person);
      await hand.fill(hand.page.getByLabel('What happened before'), 'He struck the counter on two days.');
      await hand.press(button('Hand this file in'));
      await hand.page.getByRole('heading', { level: 2, name: person }).waitFor();
      await hand.press(link(new RegExp(titleOf(lastMonth))));
      await find(titleOf(0));
      await hand.press(button('Link somebody on file'));
      await hand.fill(hand.page.getByLabel('Search people on file'), person);
      await hand.press(button(`Choose ${person}`));
      await link(`All records with ${person}`).waitFor();
      expect(await button('Link somebody on file').evaluate((element) => element === document.activeElement), 'the keys go on where the choice began').toBe(true);
      await find(titleOf(0));

      hand.afresh();
      await hand.press(link(`All records with ${person}`));
      await pager('2 records').waitFor();
      await hand.choose(hand.page.getByRole('combobox', { name: 'When' }), 'Last month');
      await pager('1 record').waitFor();
      console.log(`Last month’s records of the same person, by the ${name}: ${hand.effort().inWords()}`);
      expect(hand.effort().seconds()).toBeLessThan(limit);
      await expect.poll(() => lines().allTextContents()).toEqual([expect.stringContaining(titleOf(lastMonth))]);
      await look('records-of-a-person');
    });

    it('makes a report of them, each chart with its table, which is saved for a spreadsheet', async () => {
      await hand.press(link('Reports'));
      await hand.page.getByRole('heading', { level: 3, name: 'By place' }).waitFor();
      await hand.choose(hand.page.getByLabel('How long', { exact: true }), 'A year');
      await hand.page.getByRole('table', { name: 'In short' }).getByRole('row', { name: /^Records 60 / }).waitFor();
      await expect.poll(() => hand.page.getByRole('table', { name: 'By place' }).getByRole('rowheader').allTextContents()).toEqual(['Garage', 'Lobby', 'Reading room']);
      await look('reports');
      await hand.page.getByRole('heading', { level: 3, name: 'How long it took' }).scrollIntoViewIfNeeded();
      await look('reports-end');
      const paper = hand.page.waitForEvent('download');
      await hand.press(button('Save as PDF'));
      expect((await paper).suggestedFilename()).toMatch(/^report-.*\.pdf$/);
      expect(pagesOf(await (await paper).path()).join()).toMatch(/By place[\s\S]*Garage +20 +0 +\+20/);
      const saved = await save(() => hand.press(button('Save as CSV: By place')));
      expect(saved.name).toMatch(/^By place, .*\.csv$/);
      expect(saved.text).toContain('Place,In these months,Before,Change\r\nGarage,20,0,20\r\n');
    });
  });
});

const never = (): never => {
  throw new Error('all of them happened this month');
};
