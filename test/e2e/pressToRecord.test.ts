/** From the press to the record in two browsers: the desk in public view, and a colleague's office. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectControl, type RunningStation } from '../../main/control/connectControl.ts';
import { browserFor, keepScreen, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { quietbell, startStation, type StationProcess } from '../support/stationProcess.ts';

const pin = '246810';
const eventually = <Value>(look: () => Promise<Value>) => expect.poll(look, { timeout: 10_000, interval: 50 });

/** Everything on the noticeboard but the clock, which holds the cue: what is written and where it stands. */
const boardOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => ({
    focus: document.activeElement?.tagName,
    scroll: [window.scrollX, window.scrollY],
    words: document.querySelector('main')?.innerText,
    boxes: [...document.querySelectorAll('main, main section, footer, h1')].map((element) => JSON.stringify(element.getBoundingClientRect())),
  }));

describe.runIf(browserFor('From the press to the record in two browsers'))('from the press to the record in two browsers', () => {
  let folder: string;
  let browser: Browser;
  let desk: Page;
  let office: Page;
  let deskDoor: RunningStation;
  let officeDoor: RunningStation;
  const running: StationProcess[] = [];

  const command = async (...args: readonly string[]): Promise<void> => {
    const answer = await quietbell([...args, '--json']);
    if (answer.code !== 0) throw new Error(answer.stderr);
  };
  const start = async (data: string): Promise<RunningStation> => {
    running.push(await startStation({ data, args: ['--host', 'browser'] }));
    const door = await connectControl(data);
    if (door === null) throw new Error('the station does not answer');
    return door;
  };
  const cue = (): Promise<string> => desk.locator('header').evaluate((header) => header.innerHTML.replaceAll(/\d\d|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g, ''));
  /** A tick shows once the station has it. */
  const tick = async (step: string): Promise<void> => {
    const box = desk.getByRole('checkbox', { name: step });
    await box.click();
    await eventually(() => box.isChecked()).toBe(true);
  };
  const signIn = async (page: Page): Promise<void> => {
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await page.keyboard.type(pin);
    await page.keyboard.press('Enter');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-press-'));
    const [deskData, officeData] = [join(folder, 'desk'), join(folder, 'office')];
    await command('site', 'create', '--name', 'Elm Library', '--station', 'Back office', '--place', 'First floor', '--admin', 'Priya Shah', '--pin', pin, '--data', officeData);
    officeDoor = await start(officeData);
    await officeDoor.client.station.changeSettings({ publicView: false });
    await officeDoor.client.board.change({
      hours: [{ days: 'Monday to Friday', hours: '9:00 – 18:00' }, { days: 'Saturday', hours: '10:00 – 14:00' }],
      rota: [{ desk: 'Front desk', who: 'Sam' }, { desk: 'Children’s desk', who: 'Noor' }, { desk: 'Back office', who: 'Priya' }],
      numbers: [{ label: 'Reception', dial: '100' }, { label: 'Caretaker', dial: '214' }, { label: 'Lift service', dial: '0 555 0148' }],
    });
    await officeDoor.client.board.addNotice({ text: 'Story time is at three in the children’s room today.' });
    await officeDoor.client.board.addNotice({ text: 'The lift is out of order until noon. Please offer the side entrance.' });
    const { code } = await officeDoor.client.site.invite({ hours: 1 });
    await command('join', code, '--station', 'Front desk', '--place', 'Ground floor, main entrance', '--data', deskData);
    deskDoor = await start(deskData);
    browser = await launchBrowser();
    desk = await openWindow(browser, running[1] ?? never());
    office = await openWindow(browser, running[0] ?? never());
    await desk.getByText('Story time').waitFor();
  });
  afterAll(async () => {
    deskDoor.close();
    officeDoor.close();
    await browser.close();
    for (const station of running) await station.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('the desk passes for a noticeboard: no word on it gives anybody away', async () => {
    await eventually(async () => (await deskDoor.client.site.status()).heardBy).toBe(1);
    await keepScreen(desk, 'desk');
    expect(await wordsOf(desk)).not.toMatch(telltale);
  });

  it('a press of the key changes nothing on the desk but the cue, and takes the whole of a colleague’s screen', async () => {
    const [before, cueBefore] = [await boardOf(desk), await cue()];
    await desk.keyboard.press('F9');
    await office.getByRole('heading', { name: 'Ground floor, main entrance' }).waitFor();
    expect(await boardOf(desk)).toEqual(before);
    await eventually(cue).not.toBe(cueBefore);
    expect(await wordsOf(desk)).not.toMatch(telltale);
    await keepScreen(office, 'respond');
    await expect.poll(() => office.locator('dialog').innerText()).toMatch(/Come and help[\s\S]*Front desk[\s\S]*Nobody yet/);
  });

  it('one key says "I am coming", and only the cue tells it at the desk', async () => {
    const cueBefore = await cue();
    await office.keyboard.press('Space');
    await eventually(async () => (await deskDoor.client.alarm.list())[0]?.acknowledgedBy).toEqual(['Back office']);
    await eventually(cue).not.toBe(cueBefore);
  });

  it('the notes turn to the right page by themselves, both branches can be walked, and the full wording is a touch away', async () => {
    await tick('Use the foot rest or the key');
    await desk.getByRole('button', { name: 'Calm enough', exact: true }).click();
    await tick('Keep the conversation going');
    await desk.getByRole('button', { name: 'Not so calm', exact: true }).click();
    await tick('Keep the counter between you');
    expect(await wordsOf(desk)).not.toMatch(telltale);
    await keepScreen(desk, 'desk-notes');
    await desk.getByRole('button', { name: 'More about: Keep the counter between you' }).click();
    await desk.getByText('Try to get something solid between you and the customer').waitFor();
    await office.getByText('Try to get something solid between you and the customer').waitFor();
    const [run] = await deskDoor.client.procedure.watchRuns().then(async (runs) => {
      for await (const now of runs) return now;
      return [];
    });
    expect(run?.ticks.map(({ step }) => step)).toEqual(['use-device', 'keep-talking', 'keep-something-between']);
    expect(run?.answers).toMatchObject([{ answer: 'risk' }]);
  });

  it('the colleague arrives and closes it with a reason', async () => {
    await office.getByRole('button', { name: /I am there/ }).waitFor();
    await office.keyboard.press('Enter');
    await office.getByRole('button', { name: /Close the call/ }).waitFor();
    await keepScreen(office, 'respond-there');
    await office.getByRole('button', { name: /Close the call/ }).click();
    await office.getByLabel('A note').fill('They left by themselves');
    await keepScreen(office, 'respond-close');
    await office.getByRole('button', { name: 'Close the call' }).click();
    await eventually(async () => (await deskDoor.client.alarm.list())[0]?.state).toBe('closed');
  });

  it('the form opens half filled, keeps every keystroke and is filed by keyboard', async () => {
    await keepScreen(office, 'sign-in');
    await signIn(office);
    const title = office.getByLabel('Title');
    await title.waitFor();
    await expect.poll(() => office.getByLabel('What was done').inputValue()).toMatch(/called for help[\s\S]*was there[\s\S]*closed the call/);
    await title.fill('');
    await office.getByRole('button', { name: 'File this record' }).click();
    await office.getByText('Please fill this in').waitFor();
    await title.fill('Shouting at the front desk');
    await office.getByLabel('What you saw and heard').fill('A man struck the counter twice with his hand and shouted.');
    await keepScreen(office, 'record-form');
    await eventually(async () => (await officeDoor.client.incident.drafts())[0]?.report.account).toContain('struck the counter');
    await office.getByRole('button', { name: 'File this record' }).press('Enter');
    await keepScreen(office, 'record-confirm');
    await office.getByRole('button', { name: 'File it', exact: true }).press('Enter');
    await office.getByText('Filed by').first().waitFor();
    await keepScreen(office, 'record-filed');
  });

  it('the record is at the desk as well, behind a sign-in, and an amendment stands beside it on both', async () => {
    await desk.getByRole('button', { name: 'Office' }).click();
    await desk.getByRole('link', { name: 'Records' }).click();
    await signIn(desk);
    await desk.getByRole('button', { name: /Shouting at the front desk/ }).click();
    await desk.getByRole('button', { name: 'Add an amendment' }).click();
    await desk.getByLabel('Amendment', { exact: true }).fill('He came back the next day and apologised.');
    await desk.getByRole('button', { name: 'Add it' }).click();
    await office.getByText('He came back the next day and apologised.', { exact: true }).waitFor();
    await keepScreen(desk, 'records');
    await desk.keyboard.press('Escape');
    await desk.getByText('Story time').waitFor();
    expect(await wordsOf(desk)).not.toMatch(telltale);
  });

  it('the spot on the screen calls as well, and a station in public view shows it as an ordinary message that Enter answers', async () => {
    await officeDoor.client.station.changeSettings({ publicView: true });
    await office.keyboard.press('Escape');
    const spot = desk.locator('header p span').first();
    await spot.dblclick();
    await office.getByText('Front desk: please offer a colleague').waitFor();
    expect(await wordsOf(office)).not.toMatch(telltale);
    await keepScreen(office, 'message');
    await office.keyboard.press('Enter');
    await eventually(async () => (await deskDoor.client.alarm.list())[0]).toMatchObject({ source: 'spot', state: 'acknowledged' });
  });
});

const never = (): never => {
  throw new Error('the station was not started');
};
