import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { connectControl } from '../../main/control/connectControl.ts';
import { startStation, type StationProcess } from '../support/stationProcess.ts';

describe.runIf(browserFor('The first start in a browser'))('the first start', () => {
  let folder: string;
  let browser: Browser;
  const running: StationProcess[] = [];
  const start = async (name: string): Promise<StationProcess> => {
    const station = await startStation({ data: join(folder, name), args: ['--host', 'browser'] });
    running.push(station);
    return station;
  };
  const statusOf = async (name: string) => {
    const door = await connectControl(join(folder, name));
    const status = await door?.client.site.status();
    door?.close();
    return status;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-first-'));
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    for (const station of running) await station.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends on an armed desk by pressing Enter alone', async () => {
    const page = await openWindow(browser, await start('enter'));
    const questions = [
      'Welcome to Quietbell',
      'Is this the first desk here?',
      'What is this branch called?',
      'Which desk is this?',
      'Can visitors see this screen?',
      'Who looks after this site?',
      'How will you call for help?',
      'How should the screen tell you?',
      'This desk is armed',
    ];
    for (const [index, question] of questions.entries()) {
      await page.getByRole('heading', { level: 1, name: question }).waitFor();
      await keepScreen(page, `setup-${index + 1}`);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { level: 1, name: 'Main Library' }).waitFor();
    expect(await statusOf('enter')).toMatchObject({ site: 'Main Library', station: 'Desk 1', armed: true });
  });

  it('makes a new site by touch, says beside each field what is wrong with it, and keeps what was typed', async () => {
    const page = await openWindow(browser, await start('new'), { touch: true });
    const tap = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();
    await tap('Begin');
    await tap('Next');
    await page.getByLabel('Site name').fill(' ');
    await tap('Next');
    await page.getByText('Please fill this in').waitFor();
    await keepScreen(page, 'setup-wrong-name');
    await page.getByLabel('Site name').fill('Harbour Clinic');
    await tap('Next');
    await page.getByLabel('Station name').fill('Registration');
    await tap('Next');
    await page.getByText('No, it is in a back office').tap();
    await tap('Next');
    await page.getByLabel('PIN').fill('12');
    await tap('Set up this desk');
    await page.getByText('A PIN has 4 to 12 digits').waitFor();
    await expect.poll(() => page.getByLabel('PIN').inputValue()).toBe('12');
    await keepScreen(page, 'setup-wrong-pin');
    await page.getByLabel('PIN').fill('1234');
    await tap('Set up this desk');
    await page.getByText('Press it now, then let go').waitFor();
    await page.keyboard.press('Pause');
    await page.getByText('Found: Key Pause').waitFor();
    await page.getByText('I am in danger').tap();
    await keepScreen(page, 'setup-found-a-key');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').filter({ hasText: 'Key Pause' }).getByText('I am in danger: one press').waitFor();
    for (const next of ['Go on', 'Next', 'Open the desk']) await tap(next);
    await page.getByRole('heading', { level: 1, name: 'Harbour Clinic' }).waitFor();
    expect(await statusOf('new')).toMatchObject({ site: 'Harbour Clinic', station: 'Registration', armed: true });
  });

  it('joins a site by touch, and says beside the field what is wrong with a code', async () => {
    const door = await connectControl(join(folder, 'enter'));
    const code = (await door?.client.site.invite({ hours: 1 }))?.code ?? '';
    door?.close();
    const page = await openWindow(browser, await start('touch'), { touch: true });
    const tap = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).tap();
    await tap('Begin');
    await page.getByText('No, join a site with a code').tap();
    await tap('Next');
    await page.getByLabel('Station name').fill('Desk 2');
    await tap('Next');
    // A typing error in the first letter.
    await page.getByLabel('Code').fill(code.replace(/^./, (letter) => (letter === '1' ? '2' : '1')));
    await tap('Join');
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/code/i);
    await keepScreen(page, 'setup-wrong-code');
    await page.getByLabel('Code').fill(code);
    await tap('Join');
    await page.getByRole('heading', { level: 1, name: 'This desk has joined the site' }).waitFor();
    await keepScreen(page, 'setup-joined');
    await tap('Later');
    await tap('Open the desk');
    await page.getByRole('heading', { level: 1, name: 'Main Library' }).waitFor();
    expect(await statusOf('touch')).toMatchObject({ site: 'Main Library', station: 'Desk 2', armed: true, heardBy: 1 });
  });
});
