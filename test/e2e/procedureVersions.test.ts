/** Versions of procedures: overtaken, compared, taken up again, read from YAML, begun anew; in two real browsers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 100 });

describe.runIf(browserFor('Versions of procedures in the browser'))('versions of procedures', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let atOffice: Page;
  let atDesk: Page;

  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  const outline = (): Locator => atOffice.getByRole('navigation', { name: 'Contents' });
  const form = (name: string): Locator => atOffice.getByRole('region', { name, exact: true });
  const published = async (id = 'get-help') => (await office.door.client.procedure.standings()).find((standing) => standing.id === id);
  const publishWith = async (note: string): Promise<void> => {
    await press(atOffice, 'Publish…');
    const panel = atOffice.getByRole('form', { name: 'Publish to every desk' });
    await panel.getByLabel('What you changed, in a few words').fill(note);
    await keepScreen(atOffice, 'procedures-publish');
    await panel.getByRole('button', { name: 'Publish now' }).click();
    await atOffice.getByText(/^Version \d+ holds on every desk/).waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-versions-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    browser = await launchBrowser();
    atOffice = await openWindow(browser, office.process);
    atDesk = await openWindow(browser, desk.process);
    const { procedure } = office.door.client;
    const document = await procedure.edition({ procedure: 'get-help', edition: null });
    await procedure.publish({ document: { ...document, numbers: document.numbers.map((number) => ({ ...number, dial: '177' })) }, note: 'Our numbers', basedOn: (await published())?.edition ?? null });
    await press(atOffice, 'Office');
    await atOffice.getByRole('link', { name: 'Settings' }).click();
    await atOffice.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await atOffice.keyboard.press('Enter');
    await atOffice.getByRole('link', { name: 'Open the procedures' }).click();
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says that another version was published meanwhile, what differs, and lets go on from either', async () => {
    await press(atOffice, /^Edit When a customer/);
    await form('Title and place').getByLabel('In full').fill('When somebody frightens you');
    await atOffice.getByText('Kept on this desk').waitFor();
    const standing = await published();
    await eventually(async () => (await desk.door.client.procedure.list())[0]?.version).toBe(3);
    const theirs = await desk.door.client.procedure.edition({ procedure: 'get-help', edition: null });
    await desk.door.client.procedure.publish({ document: { ...theirs, safeRoom: { ...theirs.safeRoom, place: 'Room 12' } }, note: 'Another room', basedOn: standing?.edition ?? null });
    await atOffice.getByRole('alert').getByText(/Another version was published meanwhile: 4, by Front desk/).waitFor();
    await atOffice.getByText('“Back office”: place Room 12 became Staff room behind the desk').waitFor();
    await keepScreen(atOffice, 'procedures-overtaken');
    await press(atOffice, 'Go on from theirs');
    await eventually(() => form('Title and place').getByLabel('In full').inputValue()).toBe('When a customer makes you feel unsafe');
  });

  it('every version can be compared in words and taken up again as a new one', async () => {
    await press(atOffice, 'Versions');
    const versions = atOffice.getByRole('region', { name: 'Versions' });
    await versions.getByRole('button', { name: /^What changed in version 4/ }).click();
    await versions.getByText('“Back office”: place Staff room behind the desk became Room 12').waitFor();
    await keepScreen(atOffice, 'procedures-versions');
    await versions.getByRole('button', { name: /^Take it up again: version 3/ }).click();
    await atOffice.getByText('Version 3 is your draft now. Publish it to make it hold.').waitFor();
    await publishWith('The old room again');
    expect(await published()).toMatchObject({ document: { version: 5, safeRoom: { place: 'Staff room behind the desk' } }, versions: [{ version: 3 }, { version: 4 }, { version: 5, note: 'The old room again' }] });
  });

  it('is read back from YAML, whose errors name the line', async () => {
    await press(atOffice, 'YAML');
    const document = atOffice.getByLabel('The document');
    await eventually(() => document.inputValue()).toContain('id: get-help');
    const good = await document.inputValue();
    await document.fill(good.replace('number: staff', 'number: nobody'));
    await press(atOffice, 'Take it as the draft');
    await atOffice.getByRole('alert').getByText(/^Line \d+, sections\.0.*dials "nobody"/).waitFor();
    await keepScreen(atOffice, 'procedures-yaml-mistake');
    await document.fill(good.replace('Room 12', 'Room 13').replace('place: Staff room behind the desk', 'place: Room 13'));
    await press(atOffice, 'Take it as the draft');
    await outline().getByRole('button', { name: 'Phrase, code and room' }).click();
    await eventually(() => atOffice.getByLabel('Safe room: Where it is').inputValue()).toBe('Room 13');
    await keepScreen(atOffice, 'procedures-ways');
    await outline().getByRole('button', { name: 'Numbers' }).click();
    await keepScreen(atOffice, 'procedures-numbers');
    await press(atOffice, 'Drop the draft');
    await atOffice.getByText('The draft was dropped.').waitFor();
  });

  it('a new one is begun, says what it lacks, and comes onto every desk when it is published', async () => {
    await atOffice.getByRole('link', { name: 'All procedures' }).click();
    await press(atOffice, 'A new procedure');
    const begin = atOffice.getByRole('form', { name: 'A new procedure' });
    await begin.getByLabel('What it is for').fill('A customer is locked in');
    await begin.getByLabel('Its name among the service notes').fill('Last customer');
    await begin.getByText('A visitor would read “customer”').waitFor();
    await begin.getByLabel('Its name among the service notes').fill('Late visits');
    await begin.getByRole('button', { name: 'Begin writing' }).click();
    await press(atOffice, 'Publish…');
    await atOffice.getByRole('alert').getByText(/things need a correction first/).waitFor();
    await keepScreen(atOffice, 'procedures-new-flaws');
    const first = atOffice.getByRole('form', { name: 'Publish to every desk' }).getByRole('button', { name: /Please fill this in/ }).first();
    for (const words of ['Before closing', 'What to do before the doors are locked', 'Ask at the back', 'Go through the reading rooms']) {
      await first.click();
      await eventually(() => atOffice.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
      await atOffice.keyboard.type(words);
    }
    await press(atOffice, 'Not yet');
    await publishWith('New');
    await atDesk.getByRole('button', { name: 'Late visits', exact: true }).waitFor();
    await atOffice.getByRole('link', { name: 'All procedures' }).click();
    await press(atOffice, 'Take out of the notes: A customer is locked in');
    await atOffice.getByRole('button', { name: 'Put back: A customer is locked in' }).waitFor();
    await eventually(() => atDesk.getByRole('button', { name: 'Late visits', exact: true }).count()).toBe(0);
  });
});
