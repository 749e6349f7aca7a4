/** Versions of procedures in two real browsers, by the keys alone and then by a finger alone: read from YAML and saved as it, begun anew, published; and overtaken, compared, taken up again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { bothHands, type Hand, type HandName } from '../support/hand/hand.ts';
import { openFor } from '../support/hand/openFor.ts';
import { openAs } from '../support/hand/walks.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 100 });

describe.runIf(browserFor('Versions of procedures in the browser'))('versions of procedures', () => {
  let folder: string;
  let browser: Browser;
  let office: RunningDesk;
  let desk: RunningDesk;
  let hand: Hand;
  let atOffice: Page;
  let atDesk: Page;

  const press = (name: string | RegExp): Promise<void> => hand.press(atOffice.getByRole('button', { name, exact: typeof name === 'string' }).first());
  const outline = (): Locator => atOffice.getByRole('navigation', { name: 'Contents' });
  const form = (name: string): Locator => atOffice.getByRole('region', { name, exact: true });
  const published = async (id = 'get-help') => (await office.door.client.procedure.standings()).find((standing) => standing.id === id);
  const look = (screen: string): Promise<void> => (hand.name === 'keys' ? keepScreen(atOffice, screen) : Promise.resolve());
  const openProcedures = async (name: HandName): Promise<void> => {
    hand = await openFor(name, browser, office);
    atOffice = hand.page;
    await openAs(hand, administrator, 'Settings');
    await hand.press(atOffice.getByRole('link', { name: 'Open the procedures' }));
  };
  const publishWith = async (note: string): Promise<void> => {
    await press('Publish…');
    const panel = atOffice.getByRole('form', { name: 'Publish to every desk' });
    await hand.fill(panel.getByLabel('What you changed, in a few words'), note);
    await look('procedures-publish');
    await hand.press(panel.getByRole('button', { name: 'Publish now' }));
    await atOffice.getByText(/^Version \d+ holds on every desk/).waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-versions-'));
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    browser = await launchBrowser();
    atDesk = await openWindow(browser, desk.process);
    const { procedure } = office.door.client;
    const document = await procedure.edition({ procedure: 'get-help', edition: null });
    await procedure.publish({ document: { ...document, numbers: document.numbers.map((number) => ({ ...number, dial: '177' })) }, note: 'Our numbers', basedOn: (await published())?.edition ?? null });
    await openProcedures('keys');
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('says that another version was published meanwhile, what differs, and lets go on from either', async () => {
    await press(/^Edit When a customer/);
    await hand.fill(form('Title and place').getByLabel('In full'), 'When somebody frightens you');
    await atOffice.getByText('Kept on this desk').waitFor();
    const standing = await published();
    await eventually(async () => (await desk.door.client.procedure.list())[0]?.version).toBe(3);
    const theirs = await desk.door.client.procedure.edition({ procedure: 'get-help', edition: null });
    await desk.door.client.procedure.publish({ document: { ...theirs, safeRoom: { ...theirs.safeRoom, place: 'Room 12' } }, note: 'Another room', basedOn: standing?.edition ?? null });
    await atOffice.getByRole('alert').getByText(/Another version was published meanwhile: 4, by Front desk/).waitFor();
    await atOffice.getByText('“Back office”: place Room 12 became Staff room behind the desk').waitFor();
    await keepScreen(atOffice, 'procedures-overtaken');
    await press('Go on from theirs');
    await eventually(() => form('Title and place').getByLabel('In full').inputValue()).toBe('When a customer makes you feel unsafe');
  });

  it('every version can be compared in words and taken up again as a new one', async () => {
    await press('Versions');
    const versions = atOffice.getByRole('region', { name: 'Versions' });
    await hand.press(versions.getByRole('button', { name: /^What changed in version 4/ }));
    await versions.getByText('“Back office”: place Staff room behind the desk became Room 12').waitFor();
    await keepScreen(atOffice, 'procedures-versions');
    await hand.press(versions.getByRole('button', { name: /^Take it up again: version 3/ }));
    await atOffice.getByText('Version 3 is your draft now. Publish it to make it hold.').waitFor();
    await publishWith('The old room again');
    expect(await published()).toMatchObject({ document: { version: 5, safeRoom: { place: 'Staff room behind the desk' } }, versions: [{ version: 3 }, { version: 4 }, { version: 5, note: 'The old room again' }] });
  });

  describe.each(bothHands)('by the $hand alone', ({ hand: name }) => {
    const { purpose, note } = name === 'keys' ? { purpose: 'A customer is locked in', note: 'Late visits' } : { purpose: 'A customer is lost', note: 'Finding the way' };

    beforeAll(async () => {
      await hand.page.context().close();
      await openProcedures(name);
    });

    it('is read back from YAML, whose errors name the line', async () => {
      await press(/^Edit When a customer/);
      await press('YAML');
      const document = atOffice.getByLabel('The document');
      await eventually(() => document.inputValue()).toContain('id: get-help');
      const good = await document.inputValue();
      await hand.fill(document, good.replace('number: staff', 'number: nobody'));
      await press('Take it as the draft');
      await atOffice.getByRole('alert').getByText(/^Line \d+, sections\.0.*dials "nobody"/).waitFor();
      await look('procedures-yaml-mistake');
      const saved = atOffice.waitForEvent('download');
      await hand.fill(document, good.replace('Room 12', 'Room 13').replace('place: Staff room behind the desk', 'place: Room 13'));
      await hand.press(atOffice.getByRole('link', { name: 'Save as a file' }));
      expect((await saved).suggestedFilename()).toBe('get-help.yaml');
      await press('Take it as the draft');
      await hand.press(outline().getByRole('button', { name: 'Phrase, code and room' }));
      await eventually(() => atOffice.getByLabel('Safe room: Where it is').inputValue()).toBe('Room 13');
      await look('procedures-ways');
      await hand.press(outline().getByRole('button', { name: 'Numbers' }));
      await look('procedures-numbers');
      await press('Drop the draft');
      await atOffice.getByText('The draft was dropped.').waitFor();
    });

    it('a new one is begun, says what it lacks, and comes onto every desk when it is published', async () => {
      await hand.press(atOffice.getByRole('link', { name: 'All procedures' }));
      await press('A new procedure');
      const begin = atOffice.getByRole('form', { name: 'A new procedure' });
      await hand.fill(begin.getByLabel('What it is for'), purpose);
      await hand.fill(begin.getByLabel('Its name among the service notes'), 'Last customer');
      await begin.getByText('A visitor would read “customer”').waitFor();
      await hand.fill(begin.getByLabel('Its name among the service notes'), note);
      await hand.press(begin.getByRole('button', { name: 'Begin writing' }));
      await press('Publish…');
      await atOffice.getByRole('alert').getByText(/things need a correction first/).waitFor();
      await look('procedures-new-flaws');
      const first = atOffice.getByRole('form', { name: 'Publish to every desk' }).getByRole('button', { name: /Please fill this in/ }).first();
      for (const words of ['Before closing', 'What to do before the doors are locked', 'Ask at the back', 'Go through the reading rooms']) {
        await hand.press(first);
        await eventually(() => atOffice.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
        await atOffice.keyboard.type(words);
      }
      await press('Not yet');
      await hand.press(outline().getByRole('button', { name: 'Ask at the back' }));
      await press('Add a step');
      await hand.fill(form('Step').getByLabel('Discreet'), 'Put the lights out');
      await hand.fill(form('Step').getByLabel('In full'), 'Put the lights out, except at the door');
      await press('Move up');
      const lines = async (): Promise<readonly string[]> => (await outline().getByRole('button').allInnerTexts()).filter((line) => ['Ask at the back', 'Put the lights out'].includes(line));
      await eventually(lines).toEqual(['Put the lights out', 'Ask at the back']);
      await press('Undo');
      await eventually(lines).toEqual(['Ask at the back', 'Put the lights out']);
      await press('Redo');
      await eventually(lines).toEqual(['Put the lights out', 'Ask at the back']);
      await hand.press(outline().getByRole('button', { name: 'Put the lights out' }));
      await hand.choose(atOffice.getByLabel('Wording in'), /^German/);
      await hand.fill(form('Step').getByLabel('Discreet'), 'Das Licht ausmachen');
      await hand.fill(form('Step').getByLabel('In full'), 'Das Licht ausmachen, nur nicht an der Tür');
      await atOffice.getByRole('complementary', { name: 'Preview' }).getByText('Das Licht ausmachen').waitFor();
      await hand.choose(atOffice.getByLabel('Wording in'), 'English (as written)');
      await publishWith('New');
      expect((await office.door.client.procedure.standings()).map(({ versions }) => versions.at(-1)?.note)).toContain('New');
      await atDesk.getByRole('button', { name: note, exact: true }).waitFor();
      await hand.press(atOffice.getByRole('link', { name: 'All procedures' }));
      await press(`Take out of the notes: ${purpose}`);
      await atOffice.getByRole('button', { name: `Put back: ${purpose}` }).waitFor();
      await eventually(() => atDesk.getByRole('button', { name: note, exact: true }).count()).toBe(0);
    });
  });
});
