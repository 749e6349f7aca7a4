/** The window is killed, or the station behind it: neither takes the other along. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../main/contract/index.ts';
import { browserFor, launchBrowser, openWindow } from '../support/browser.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 40_000, interval: 50 });
const status = async (desk: RealDesk): Promise<Status> => (await desk.client()).site.status();
const withWindow = { args: ['--host', 'browser'] };

describe.runIf(browserFor('A killed window, and a window whose station is killed'))('when processes of a desk are killed', () => {
  let site: RealSite;
  let browser: Browser;
  let office: RealDesk;
  let front: RealDesk;
  let ownBrowser: ChildProcess;

  beforeAll(async () => {
    site = await createRealSite();
    office = await site.add('Back office', withWindow);
    front = await site.add('Front desk', withWindow);
    for (const desk of [office, front]) await (await desk.client()).trigger.addBinding({ trigger: { type: 'spot' }, gesture: { type: 'press' }, purpose: 'assist' });
    browser = await launchBrowser();
    // As the host starts it: a browser of its own, which nobody steers.
    ownBrowser = spawn(
      '/usr/bin/chromium',
      ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', `--user-data-dir=${join(site.folder, 'browser')}`, front.process.up.window ?? ''],
      { stdio: 'ignore', env: { ...process.env, HOME: site.folder } },
    );
  });
  afterAll(async () => {
    ownBrowser.kill('SIGKILL');
    await browser.close();
    await site.close();
  });

  it('the window is counted, and the spot on it makes the station armed', async () => {
    await eventually(() => status(front)).toMatchObject({ windows: 1, armed: true, heardBy: 1 });
  });

  it('a killed window is gone at once, and what it alone could hear does not count as armed any more', async () => {
    ownBrowser.kill('SIGKILL');
    await eventually(() => status(front)).toMatchObject({ windows: 0, armed: false, faults: expect.arrayContaining([expect.objectContaining({ kind: 'trigger', message: expect.stringContaining('no window') })]) });
  });

  it('calls go out without it', async () => {
    const { alarm } = await (await front.client()).alarm.press({ id: newId(), level: 'assist', kind: 'test', source: 'command' });
    await eventually(async () => (await (await office.client()).alarm.list()).map(({ id }) => id)).toContain(alarm);
    await (await office.client()).alarm.close({ alarm });
  });

  it('and when it does not come back, that is a fault', async () => {
    await eventually(() => status(front)).toMatchObject({ faults: expect.arrayContaining([expect.objectContaining({ kind: 'window' })]) });
    await eventually(async () => (await (await office.client()).site.faults()).filter(({ station, kind }) => station === 'Front desk' && kind === 'window')).toMatchObject([{ endedAt: null }]);
  });

  it('an open window finds its station again by itself after the station was killed', async () => {
    const page = await openWindow(browser, office.process);
    const shape = (): Promise<string | null> => page.locator('header svg[data-shape]').first().getAttribute('data-shape');
    await eventually(() => status(office)).toMatchObject({ windows: 1, armed: true });
    await eventually(shape).not.toBe('gap');
    const armed = await shape();
    const killed = office.process.pid();
    process.kill(killed, 'SIGKILL');
    await eventually(() => office.process.pid()).not.toBe(killed);
    await eventually(async () => (await office.client().catch(() => null))?.site.status()).toMatchObject({ windows: 1 });
    await eventually(shape).toBe(armed);
    expect(new URL(page.url()).port).toBe(new URL(office.process.up.window ?? '').port);
  });
});
