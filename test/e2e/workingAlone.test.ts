/** Working alone: one touch, a check-in that is asked for without a word, answered with a key or a touch; a missed one calls. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { startSite, type RunningDesk } from '../support/browserSite.ts';

/** The shortest that a plan allows: asked after a minute, missed a quarter of a minute later. */
const shortest = { every: 1, grace: 15, level: 'assist' } as const;
const untilAsked = 75_000;
const untilMissed = 45_000;

const eventually = <Value>(look: () => Value | Promise<Value>, timeout = 15_000) => expect.poll(look, { timeout, interval: 100 });

describe.runIf(browserFor('Working alone in a browser'))('working alone', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let front: RunningDesk;
  let side: RunningDesk;
  /** Of the front desk, where somebody answers by touch, of the back office, where somebody does with a key, and of the side desk, where nobody does. */
  let touching: Page;
  let typing: Page;
  let silent: Page;

  const cue = (page: Page, shape: string, timeout = 15_000): Promise<void> => page.locator(`header svg[data-shape="${shape}"]`).waitFor({ state: 'attached', timeout });
  const single = (page: Page) => page.getByRole('switch', { name: 'Single desk' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-alone-'));
    [office, front, side] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
      { station: 'Side desk', place: 'Ground floor, garden side' },
    ]);
    const { client } = office.door;
    await client.board.addNotice({ text: 'Story time is at three in the children’s room today.' });
    await client.plan.save({ ...(await client.plan.get()), checkIn: shortest });
    for (const { door } of [front, side]) {
      await door.client.station.changeSettings({ turnNotes: false });
      await vi.waitFor(async () => expect((await door.client.plan.get()).checkIn.every).toBe(1), 15_000);
    }
    await client.trigger.addBinding({ trigger: { type: 'key', key: { code: 'F8', ctrl: false, alt: false, shift: false } }, gesture: { type: 'press' }, purpose: 'check-in' });
    browser = await launchBrowser();
    touching = await openWindow(browser, front.process, { touch: true });
    typing = await openWindow(browser, office.process, { touch: true });
    silent = await openWindow(browser, side.process, { touch: true });
    for (const page of [touching, typing, silent]) await page.getByText('Story time').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [side, front, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is switched on with one touch, and lays open what must be at hand then: the room and the numbers', async () => {
    await single(touching).tap();
    await eventually(() => single(touching).getAttribute('aria-checked')).toBe('true');
    await touching.getByText('Staff room behind the desk').first().waitFor();
    await touching.getByRole('checkbox', { name: 'Mobile charged' }).waitFor();
    await touching.getByText('Good to know').waitFor();
    await touching.getByRole('button', { name: 'All in order' }).waitFor();
    expect(await wordsOf(touching)).not.toMatch(telltale);
    await keepScreen(touching, 'desk-single');
    for (const page of [typing, silent]) {
      await single(page).tap();
      await eventually(() => single(page).getAttribute('aria-checked')).toBe('true');
    }
  });

  it('asks for a check-in by the shape alone, with no word and no countdown', async () => {
    const before = await touching.locator('main, footer').allInnerTexts();
    await cue(touching, 'dots-3', untilAsked);
    await expect.poll(() => touching.locator('main, footer').allInnerTexts()).toEqual(before);
    expect(await wordsOf(touching)).not.toMatch(telltale);
    await keepScreen(touching, 'desk-single-asked');
  });

  it('takes a touch of an ordinary-looking button for an answer', async () => {
    await touching.getByRole('button', { name: 'All in order' }).tap();
    await touching.locator('header svg[data-shape="dots-3"]').waitFor({ state: 'detached' });
    await eventually(async () => (await office.door.client.alarm.list()).length).toBe(0);
  });

  it('takes one key for an answer, wherever the focus is', async () => {
    await cue(typing, 'dots-3', untilAsked);
    await typing.getByRole('button', { name: 'Office', exact: true }).focus();
    await typing.keyboard.press('F8');
    await typing.locator('header svg[data-shape="dots-3"]').waitFor({ state: 'detached' });
    expect(await typing.getByRole('button', { name: 'Office', exact: true }).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('calls for whoever did not answer in time, and for nobody else', async () => {
    await eventually(async () => (await office.door.client.alarm.list()).map(({ station, source, alone }) => ({ station, source, alone })), untilMissed).toEqual([{ station: 'Side desk', source: 'check-in', alone: true }]);
    await cue(silent, 'middle');
    expect(await wordsOf(silent)).not.toMatch(telltale);
  });

  it('is switched off with one touch', async () => {
    await single(touching).tap();
    await eventually(() => single(touching).getAttribute('aria-checked')).toBe('false');
    await touching.getByRole('button', { name: 'All in order' }).waitFor({ state: 'detached' });
    expect((await office.door.client.alarm.list()).map(({ station }) => station)).toEqual(['Side desk']);
  });
});
