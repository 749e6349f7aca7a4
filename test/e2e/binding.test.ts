/** Pedals, buttons and keys are bound through the window, for every purpose and by every gesture, and then do what was chosen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm } from '../../main/contract/index.ts';
import { browserFor, keepScreen, launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { pcSensorPedal, vecPedal } from '../support/hid/models.ts';
import { createTestbed, type Testbed } from '../support/hid/testbed.ts';

const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 15_000, interval: 50 });
/** The three pedals of a VEC, in its first byte. */
const [left, middle] = [0x01, 0x02];

describe.runIf(browserFor('Binding through the window'))('binding through the window', () => {
  let folder: string;
  let browser: Browser;
  let bed: Testbed;
  let pedal: EmulatedDevice;
  let desk: RunningDesk;
  let office: RunningDesk;
  let page: Page;

  const alarms = (): Promise<readonly Alarm[]> => office.door.client.alarm.list();
  const levels = async (): Promise<readonly string[]> => (await alarms()).filter(({ state }) => state !== 'closed').map(({ level }) => level);
  const closeAll = async (): Promise<void> => {
    for (const { id, state } of await alarms()) if (state !== 'closed') await office.door.client.alarm.close({ alarm: id });
    await eventually(async () => (await desk.door.client.alarm.list()).every(({ state }) => state === 'closed')).toBe(true);
  };
  const step = (...down: readonly number[]): void => pedal.report([down.reduce((all, each) => all | each, 0), 0]);
  /** As long as a foot takes at least; less would be a contact that bounces. Read from the clock. */
  const asFeetDo = async (): Promise<void> => {
    const movedAt = performance.now();
    await eventually(() => performance.now() - movedAt).toBeGreaterThan(100);
  };
  const lift = async (): Promise<void> => {
    step();
    await asFeetDo();
  };
  const tread = async (which: number): Promise<void> => {
    step(which);
    await asFeetDo();
    await lift();
  };
  /** The pedals are listened to again, and what they do counts. */
  const armed = () => eventually(async () => await desk.door.client.site.status()).toMatchObject({ armed: true, devices: [{ state: 'ok' }] });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const choose = (name: string | RegExp): Promise<void> => page.getByRole('radio', { name }).check();
  const bound = (name: string, use: string) => page.getByRole('list', { name: 'What works from here' }).getByRole('listitem').filter({ hasText: name }).filter({ hasText: use });

  const openSettings = async (): Promise<void> => {
    await button('Office').click();
    await page.getByRole('link', { name: 'Settings' }).click();
    const signIn = page.getByRole('heading', { name: /^PIN of/ });
    await page.getByLabel('Find a setting').or(signIn).waitFor();
    if (await signIn.isVisible()) {
      await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
      await page.keyboard.press('Enter');
    }
    await button('Add one by pressing it').waitFor();
  };
  const listen = async (): Promise<void> => {
    await button('Add one by pressing it').click();
    await page.getByText('Press it now, then let go').waitFor();
  };
  /** Treads on it once the page asks for it. */
  const found = async (which: number, name: string | RegExp): Promise<void> => {
    await page.getByText('VEC / Infinity foot pedal, ready').waitFor();
    await tread(which);
    await page.getByText(name).waitFor();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-binding-'));
    bed = await createTestbed();
    pedal = await bed.plug(vecPedal, { port: '1-2' });
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor' },
      { station: 'Front desk', place: 'Ground floor, main entrance', env: bed.env() },
    ]);
    await desk.door.client.station.changeSettings({ turnNotes: false });
    browser = await launchBrowser();
    page = await openWindow(browser, desk.process);
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await bed.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('binds the first pedal: pressed, let go, used; and nobody is called meanwhile', async () => {
    await openSettings();
    await listen();
    await keepScreen(page, 'binding-press');
    await found(left, /^Found: .*, left pedal$/);
    await keepScreen(page, 'binding-found');
    await expect.poll(() => page.getByRole('radio', { name: 'Come and help me' }).isChecked()).toBe(true);
    await expect.poll(() => page.getByRole('radio', { name: 'One press' }).isChecked()).toBe(true);
    await page.getByText('Proposed. Counts at once.').waitFor();
    await button('Use it').click();
    await bound('left pedal', 'Come and help me: one press').waitFor();
    expect(await levels()).toEqual([]);
    await armed();
    await tread(left);
    await eventually(levels).toEqual(['assist']);
    await closeAll();
  });

  it('a hold counts only when it was held so long', async () => {
    await listen();
    await found(middle, /^Found: .*, middle pedal$/);
    await choose('I am in danger');
    await choose('Held down');
    await page.getByLabel('For how many seconds').fill('1');
    await keepScreen(page, 'binding-hold');
    await button('Use it').click();
    await bound('middle pedal', 'I am in danger: held for 1 s').waitFor();
    await armed();
    await tread(middle);
    step(middle);
    await eventually(levels).toEqual(['emergency']);
    await lift();
    expect((await alarms())[0]?.timeline.filter(({ what }) => what === 'raised')).toHaveLength(1);
    await closeAll();
  });

  it('two at once asks for the second one, and not for the same again', async () => {
    await listen();
    await found(left, /^Found: .*, left pedal$/);
    await page.getByText('It is in use already (Come and help me: one press)').waitFor();
    await choose('Open the checklist');
    await choose('Two at once');
    await button('Press the other one').click();
    await page.getByText('Now press the other one, then let go').waitFor();
    await found(left, 'That was the first one again');
    await page.getByText('VEC / Infinity foot pedal, ready').waitFor();
    await keepScreen(page, 'binding-second');
    await tread(middle);
    await button('Add one by pressing it').waitFor();
    await bound('left pedal', 'Open the checklist: together with VEC / Infinity foot pedal, middle pedal').waitFor();
    const alone = bound('left pedal', 'Come and help me: one press');
    await alone.getByRole('button').click();
    await alone.waitFor({ state: 'hidden' });
  });

  it('two at once opens the checklist, over nothing private', async () => {
    await armed();
    step(left, middle);
    await page.getByLabel('Find a setting').waitFor({ state: 'hidden' });
    await page.getByRole('checkbox', { name: 'Ring a colleague' }).waitFor();
    await lift();
    expect(await levels()).toEqual([]);
  });

  it('leaves the focus and the screen where they are, when the noticeboard is open already', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Ring a colleague' }).waitFor({ state: 'hidden' });
    await button('Office').focus();
    step(left, middle);
    await page.getByRole('checkbox', { name: 'Ring a colleague' }).waitFor();
    await lift();
    expect(await button('Office').evaluate((office) => office === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => [window.scrollX, window.scrollY])).toEqual([0, 0]);
  });

  it('a key pressed twice empties the screen of everything private; pressed once, or held, it does nothing', async () => {
    await openSettings();
    await listen();
    await page.keyboard.press('Pause');
    await page.getByText('Found: Key Pause').waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'Two at once' }).count()).toBe(0);
    await choose('Plain noticeboard');
    await choose('Two presses');
    await button('Use it').click();
    await bound('Key Pause', 'Plain noticeboard: two presses').waitFor();
    // Held down: the system repeats the key, which is still one press.
    await page.keyboard.down('Pause');
    await page.keyboard.down('Pause');
    await page.keyboard.down('Pause');
    await page.keyboard.up('Pause');
    const heldAt = Date.now();
    await eventually(() => Date.now() - heldAt).toBeGreaterThan(1_200);
    expect(await page.getByLabel('Find a setting').isVisible()).toBe(true);
    await page.keyboard.press('Pause');
    await page.keyboard.press('Pause');
    await page.getByLabel('Find a setting').waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);
  });

  it('proposes the stricter gesture for what reaches the police by the plan', async () => {
    const { client } = office.door;
    await client.channel.save({ id: 'centre', name: 'Alarm-receiving centre', settings: { type: 'webhook', url: 'http://127.0.0.1:9/' }, reachesPolice: true });
    const plan = await client.plan.get();
    await client.plan.save({ ...plan, plans: plan.plans.map((each) => ({ ...each, steps: [...each.steps, { after: 30, recipients: [{ to: 'channel', channel: 'centre' }], when: { unacknowledged: true, level: 'emergency' } }] })) });
    await eventually(async () => (await desk.door.client.plan.get()).plans[0]?.steps.length).toBe(2);
    await page.reload();
    await openSettings();
    await listen();
    await found(middle, /^Found: .*, middle pedal$/);
    await page.getByText('Proposed. Counts at once.').waitFor();
    await choose('I am in danger');
    await page.getByText('By the plan this reaches the police').waitFor();
    await expect.poll(() => page.getByRole('radio', { name: 'Two presses' }).isChecked()).toBe(true);
    await page.getByText('Proposed. Within one second.').waitFor();
    await keepScreen(page, 'binding-police');
    await button('Try another one').click();
    await page.getByText('Press it now, then let go').waitFor();
  });

  it('tells what is dangerous about a pedal before it is bound', async () => {
    const dangerous = await bed.plug(pcSensorPedal, { port: '1-5' });
    await page.getByText(/PCsensor foot switch, ready/).waitFor();
    dangerous.press();
    await page.getByText('Now let go').waitFor();
    dangerous.release();
    await page.getByRole('group', { name: 'What to know about it' }).waitFor();
    await page.getByText('these type on the screen').waitFor();
    await keepScreen(page, 'binding-caution');
    await button('Bind it all the same').click();
    await page.getByText(/^Found: /).waitFor();
    await dangerous.unplug();
  });
});
