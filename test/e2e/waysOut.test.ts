/** Ways out of the house, plans, drills, calls that are called off and duress, in two real browsers and with a real SMTP server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFor, keepScreen, launchBrowser, openWindow, telltale, wordsOf } from '../support/browser.ts';
import { administrator, startSite, type RunningDesk } from '../support/browserSite.ts';
import { startSmtpPeer, type SmtpPeer } from '../support/channel/smtpPeer.ts';

const password = 'correct horse battery staple';
const duressCode = '97531';
const eventually = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { timeout: 20_000, interval: 100 });

describe.runIf(browserFor('Ways out of the house, drills, calling off and duress in the browser'))('ways out of the house', () => {
  let folder: string;
  let browser: Browser;
  let smtp: SmtpPeer;
  let office: RunningDesk;
  let desk: RunningDesk;
  let atOffice: Page;
  let atDesk: Page;

  const signIn = async (page: Page): Promise<void> => {
    await page.getByLabel('PIN', { exact: true }).fill(administrator.pin);
    await page.keyboard.press('Enter');
  };
  const open = async (page: Page, name: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  const call = (kind: 'real' | 'drill' = 'real', level: 'assist' | 'emergency' = 'assist') => desk.door.client.alarm.press({ id: crypto.randomUUID(), level, kind, source: 'command' });
  const newest = async () => (await office.door.client.alarm.list())[0];
  const mailsWith = (words: RegExp): number => smtp.mails.filter(({ raw }) => words.test(raw)).length;
  /** The person at the desk types a code where the call is closed. */
  const closeAtDesk = async (code: string): Promise<void> => {
    await open(atDesk, 'Records');
    await atDesk.getByRole('region', { name: 'Open now' }).getByRole('button', { name: /Call from Front desk/ }).click();
    await atDesk.getByLabel('Your PIN').fill(code);
    await press(atDesk, 'Close this call');
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quietbell-ways-'));
    smtp = await startSmtpPeer({ starttls: false, login: { user: 'desk', password } });
    [office, desk] = await startSite(folder, 'Elm Library', [
      { station: 'Back office', place: 'First floor, staff area' },
      { station: 'Front desk', place: 'Ground floor, main entrance' },
    ]);
    await office.door.client.station.changeSettings({ publicView: false });
    browser = await launchBrowser();
    atOffice = await openWindow(browser, office.process);
    atDesk = await openWindow(browser, desk.process);
  });
  afterAll(async () => {
    await browser.close();
    for (const each of [desk, office]) await each.stop();
    await smtp.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('an e-mail channel is set up in the settings; what is wrong stands beside its field', async () => {
    await atOffice.getByRole('button', { name: 'Office', exact: true }).click();
    await atOffice.getByRole('link', { name: 'Settings' }).click();
    await signIn(atOffice);
    await press(atOffice, 'Add a way out');
    await keepScreen(atOffice, 'settings-channel-types');
    await press(atOffice, /^E-mail/);
    const form = atOffice.getByRole('form', { name: 'New: E-mail' });
    await form.getByLabel('Name').fill('Security by e-mail');
    await form.getByLabel('Server').fill('127.0.0.1');
    await form.getByLabel('Port').fill(String(smtp.port));
    await form.getByLabel('Encryption').selectOption('plain');
    await form.getByLabel('User').fill('desk');
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByLabel('To', { exact: true }).fill('nobody');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please fill this in').waitFor();
    await form.getByText('2 fields need a correction').waitFor();
    await keepScreen(atOffice, 'settings-channel-mistake');
    await form.getByLabel('To', { exact: true }).fill('guard@example.org');
    await form.getByLabel('From').fill('desk@example.org');
    await form.getByRole('button', { name: 'Save' }).click();
    await atOffice.getByText('Security by e-mail was saved. Send a test now.').waitFor();
  });

  it('a test is sent with one button, and how it ended is shown; the secret is not', async () => {
    await press(atOffice, 'Send a test: Security by e-mail');
    await atOffice.getByText(/^It arrived after/).waitFor();
    await eventually(() => mailsWith(/Subject:.*test/i)).toBe(1);
    await press(atOffice, 'Last tries: Security by e-mail');
    await atOffice.getByText(/Back office\. A test: arrived/).waitFor();
    await press(atOffice, 'Change Security by e-mail');
    const form = atOffice.getByRole('form', { name: 'Change Security by e-mail' });
    await atOffice.getByText('It is set. It is never shown.').waitFor();
    expect(await atOffice.evaluate(() => document.documentElement.outerHTML)).not.toContain(password);
    await keepScreen(atOffice, 'settings-channel-edit');
    await form.getByRole('button', { name: 'Cancel' }).click();
    await keepScreen(atOffice, 'settings-channel-tested');
  });

  it('a plan is a sentence, and the channel is put into it with a tick', async () => {
    await atOffice.getByText('At once: every desk.').first().waitFor();
    await press(atOffice, 'Change the plan Colleagues');
    const form = atOffice.getByRole('form', { name: 'Change the plan Colleagues' });
    await form.getByLabel('Security by e-mail').check();
    await press(atOffice, 'Add a step');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Please tick at least one').waitFor();
    await keepScreen(atOffice, 'settings-plan-mistake');
    const second = form.getByRole('region', { name: 'Step 2' });
    await second.getByLabel('Back office').check();
    await second.getByLabel('Time of day').selectOption('out of hours');
    await form.getByRole('button', { name: 'Save' }).click();
    await atOffice.getByText('At once: every desk and Security by e-mail.').waitFor();
    await atOffice.getByText('After 30 seconds, if nobody is coming yet, out of hours: Back office.').waitFor();
    expect((await desk.door.client.plan.get()).plans[0]?.steps).toHaveLength(2);
  });

  it('a channel that a plan names cannot be removed by mistake', async () => {
    await press(atOffice, 'Remove Security by e-mail');
    const question = atOffice.getByRole('alertdialog', { name: 'Remove Security by e-mail' });
    await question.getByText('Security by e-mail still stands in: Colleagues.').waitFor();
    await expect.poll(() => question.getByRole('button', { name: 'Remove it' }).count()).toBe(0);
    await keepScreen(atOffice, 'settings-channel-remove');
    await question.getByRole('button', { name: 'Keep it' }).click();
  });

  it('a plan that was removed can be brought back', async () => {
    await press(atOffice, 'Remove the plan Working alone');
    await atOffice.getByText('The plan Working alone was removed.').waitFor();
    await press(atOffice, 'Bring it back');
    await atOffice.getByRole('button', { name: 'Remove the plan Working alone' }).waitFor();
    expect((await office.door.client.plan.get()).plans.map(({ id }) => id)).toEqual(['colleagues', 'alone']);
  });

  it('groups, hours, check-ins and faults are set in their rows, and everything is there as YAML whose errors name the line', async () => {
    await press(atOffice, 'Add a group');
    await atOffice.getByLabel('Name of the group').fill('Upstairs');
    await atOffice.getByRole('group', { name: 'Desks of Upstairs' }).getByLabel('Back office').check();
    await atOffice.getByRole('region', { name: 'Groups of desks' }).getByRole('button', { name: 'Save' }).click();
    const hours = atOffice.getByRole('region', { name: 'When the site is open' });
    await hours.getByRole('button', { name: 'Add a time' }).click();
    await hours.getByRole('button', { name: 'Add a time' }).click();
    await hours.getByRole('button', { name: 'Save' }).click();
    const faults = atOffice.getByRole('region', { name: 'Who hears of faults' });
    await faults.getByLabel('Security by e-mail').check();
    await faults.getByRole('button', { name: 'Save' }).click();
    const checkIn = atOffice.getByRole('region', { name: 'Check-ins while working alone' });
    await checkIn.getByLabel('Minutes between them').fill('0');
    await checkIn.getByText('At least 1', { exact: true }).waitFor();
    await checkIn.getByLabel('Minutes between them').fill('20');
    await checkIn.getByRole('button', { name: 'Save' }).click();
    await eventually(async () => desk.door.client.plan.get()).toMatchObject({ groups: [{ id: 'upstairs' }], hours: [{ day: 1 }, { day: 2 }], faults: { channels: ['security-by-e-mail'] }, checkIn: { every: 20 } });
    await checkIn.scrollIntoViewIfNeeded();
    await keepScreen(atOffice, 'settings-who-is-told');
    await press(atOffice, 'Show it as YAML');
    const document = atOffice.getByLabel('The document');
    const good = await document.inputValue();
    await document.fill(good.replace(/after: 30/, 'after: soon'));
    await press(atOffice, 'Take it over');
    await atOffice.getByRole('alert').getByText(/^Line \d+/).waitFor();
    await document.scrollIntoViewIfNeeded();
    await keepScreen(atOffice, 'settings-yaml-mistake');
    await document.fill(good);
    await press(atOffice, 'Take it over');
    await atOffice.getByText('It was taken over.').waitFor();
  });

  it('every kind of channel has a form that fits', async () => {
    for (const kind of ['Alarm centre (SIA DC-09)', 'Web service', 'Relay contact', 'MQTT', 'Syslog']) {
      await press(atOffice, 'Add a way out');
      await atOffice.getByRole('region', { name: 'What kind?' }).getByRole('button', { name: kind }).click();
      await atOffice.getByRole('form', { name: `New: ${kind}` }).scrollIntoViewIfNeeded();
      await keepScreen(atOffice, `settings-channel-${kind.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`);
      await press(atOffice, 'Cancel');
    }
  });

  it('somebody gives themself a duress code, which is not the PIN', async () => {
    await atOffice.getByLabel('Find a setting').fill('duress');
    const own = atOffice.getByRole('region', { name: 'Your duress code' });
    await own.getByLabel('Duress code, 4 to 12 digits').fill(administrator.pin);
    await own.getByRole('button', { name: `Set the code of ${administrator.name}` }).click();
    await own.getByRole('alert').waitFor();
    await own.getByLabel('Duress code, 4 to 12 digits').fill(duressCode);
    await own.getByRole('button', { name: `Set the code of ${administrator.name}` }).click();
    await own.getByText(`${administrator.name} has a duress code now.`).waitFor();
    await keepScreen(atOffice, 'settings-duress');
    await atOffice.keyboard.press('Escape');
  });

  it('a press reaches the colleague’s screen and the mailbox, and the screen says how far word came', async () => {
    await eventually(async () => (await desk.door.client.site.status()).heardBy).toBe(1);
    await call('real', 'emergency');
    await atOffice.getByRole('heading', { name: 'Ground floor, main entrance' }).waitFor();
    await eventually(() => mailsWith(/Ground floor, main entrance/)).toBeGreaterThan(0);
    await atOffice.getByText(/Security by e-mail: received/).waitFor();
    await eventually(async () => (await newest())?.recipients.find(({ name }) => name === 'Back office')?.state).toBe('seen');
    await keepScreen(atOffice, 'respond-told');
    await atOffice.keyboard.press('Space');
    await eventually(async () => (await newest())?.state).toBe('acknowledged');
    await office.door.client.alarm.close({ alarm: (await newest())?.id ?? '' });
    await press(atOffice, 'Put away');
  });

  it('readiness shows the way out, whether it works, and who would hear now', async () => {
    await open(atOffice, 'Readiness');
    await atOffice.getByText('One other desk would hear a call from this desk now.').waitFor();
    await atOffice.getByRole('region', { name: 'Ways out of the house' }).getByText(/^(Works|No fault known)$/).waitFor();
    await keepScreen(atOffice, 'readiness-channel');
    await atOffice.keyboard.press('Escape');
  });

  it('a drill says so everywhere, and never reaches a channel that is not safe for drills', async () => {
    // Of a drill: word of the call before may still be on its way.
    const before = mailsWith(/drill/i);
    await call('drill');
    const screen = atOffice.getByRole('dialog', { name: 'A colleague calls for help' });
    await screen.getByText('Drill', { exact: true }).waitFor();
    await screen.getByText('This is a drill. Do everything as if it were real.').waitFor();
    await keepScreen(atOffice, 'respond-drill');
    await office.door.client.station.changeSettings({ publicView: true });
    await atOffice.getByText('Practice', { exact: true }).waitFor();
    expect(await wordsOf(atOffice)).not.toMatch(telltale);
    await keepScreen(atOffice, 'message-drill');
    await office.door.client.station.changeSettings({ publicView: false });
    await screen.getByText('Drill', { exact: true }).waitFor();
    await eventually(async () => (await newest())?.recipients.find(({ name }) => name === 'Back office')?.state).toBe('seen');
    const alarm = await newest();
    expect(alarm?.attempts).toEqual([]);
    await expect.poll(() => screen.getByText('Security by e-mail').count()).toBe(0);
    await office.door.client.alarm.close({ alarm: alarm?.id ?? '', reason: 'drill' });
    await atOffice.getByRole('region', { name: 'A call was closed' }).getByText('Drill', { exact: true }).waitFor();
    await press(atOffice, 'Put away');
    expect(mailsWith(/drill/i)).toBe(before);
  });

  it('a call that was called off stays until somebody looked in', async () => {
    await open(atDesk, 'Records');
    await signIn(atDesk);
    await call();
    await atOffice.getByRole('heading', { name: 'Ground floor, main entrance' }).waitFor();
    await closeAtDesk(administrator.pin);
    const note = atOffice.getByRole('region', { name: 'A call was closed' });
    await note.getByText('Front desk called it off').waitFor();
    await keepScreen(atOffice, 'respond-called-off');
    await office.door.client.station.changeSettings({ publicView: true });
    await atOffice.getByText('Front desk: please look in when you can').waitFor();
    expect(await wordsOf(atOffice)).not.toMatch(telltale);
    await keepScreen(atOffice, 'message-called-off');
    await office.door.client.station.changeSettings({ publicView: false });
    await note.getByRole('button', { name: 'I looked in' }).click();
    await note.getByText('Front desk called it off').waitFor({ state: 'hidden' });
    await eventually(async () => (await newest())?.followUp).toBe('done');
  });

  it('a call for others takes one line, opens on touch, and takes the screen when its step comes', async () => {
    const recipients = { others: [{ to: 'channel' as const, channel: 'security-by-e-mail' }], everyone: [{ to: 'everyone' as const }] };
    const before = await office.door.client.plan.get();
    const when = { unacknowledged: true, level: 'assist' as const };
    const plan = (after: number) => ({ ...before, plans: [{ id: 'colleagues', name: 'Colleagues', use: 'always' as const, stations: [], secondPress: 30, steps: [{ after: 0, recipients: recipients.others, when }, { after, recipients: recipients.everyone, when }] }] });
    await office.door.client.plan.save(plan(3_600));
    await eventually(async () => (await desk.door.client.plan.get()).plans).toHaveLength(1);
    const mails = smtp.mails.length;
    await call();
    const line = atOffice.getByRole('region', { name: 'Calls that others were asked to answer' }).getByRole('button', { name: /Front desk called for a colleague/ });
    await line.waitFor();
    await eventually(() => smtp.mails.length).toBeGreaterThan(mails);
    await keepScreen(atOffice, 'respond-for-others');
    await expect.poll(() => atOffice.getByRole('dialog').count()).toBe(0);
    await line.click();
    await atOffice.getByRole('dialog', { name: 'A colleague calls for help' }).waitFor();
    await press(atOffice, 'Make this small');
    await line.waitFor();
    await office.door.client.plan.save(plan(1));
    await atOffice.getByRole('dialog', { name: 'A colleague calls for help' }).waitFor();
    await office.door.client.alarm.close({ alarm: (await newest())?.id ?? '' });
    await office.door.client.plan.save(before);
    await press(atOffice, 'Put away');
  });

  it('the duress code looks the same at the desk, and is an emergency everywhere else', async () => {
    await call();
    await atOffice.getByText('Come and help').waitFor();
    await closeAtDesk(duressCode);
    const screen = atOffice.getByRole('dialog', { name: 'A colleague calls for help' });
    await screen.getByText('Closed under duress').waitFor();
    await screen.getByText('In danger').waitFor();
    await keepScreen(atOffice, 'respond-duress');
    await atDesk.getByText('Half filled from the call.').waitFor();
    expect(await wordsOf(atDesk)).not.toMatch(/duress|danger/i);
    await keepScreen(atDesk, 'records-after-duress-at-the-desk');
    await office.door.client.station.changeSettings({ publicView: true });
    await atOffice.getByText('Please come all the same, whatever you hear from there.').waitFor();
    expect(await wordsOf(atOffice)).not.toMatch(telltale);
    await keepScreen(atOffice, 'message-duress');
  });

  it('a supervisor starts a drill from readiness, and sees who received it', async () => {
    await office.door.client.station.changeSettings({ publicView: false });
    await office.door.client.alarm.close({ alarm: (await newest())?.id ?? '' });
    await open(atDesk, 'Readiness');
    await press(atDesk, 'Send a test call from this desk');
    await press(atDesk, 'Send it');
    await atDesk.getByText('Received at Back office.').waitFor();
    const screen = atOffice.getByRole('dialog', { name: 'A colleague calls for help' });
    await screen.getByText('Test', { exact: true }).waitFor();
    await keepScreen(atOffice, 'respond-test');
    await atDesk.getByText('Received at Back office.').scrollIntoViewIfNeeded();
    await keepScreen(atDesk, 'readiness-practise');
    await office.door.client.alarm.close({ alarm: (await newest())?.id ?? '', reason: 'drill' });
    await atDesk.getByText('It is over. It stands among the records.').waitFor();
    expect((await newest())?.kind).toBe('test');
  });

  it('readiness says within seconds that a desk fell silent and that nobody would hear, and keeps what was wrong before', async () => {
    await atOffice.keyboard.press('Escape');
    await open(atOffice, 'Readiness');
    await desk.stop();
    await atOffice.getByText('Nobody would hear a call from this desk now.').waitFor();
    await atOffice.getByText(/Front desk is not connected/).first().waitFor({ timeout: 30_000 });
    await atOffice.getByRole('button', { name: /^Front desk/ }).click();
    await keepScreen(atOffice, 'readiness-silent-desk');
    await atOffice.getByRole('button', { name: /^Show (it|all)/ }).click();
    await keepScreen(atOffice, 'readiness-history');
    expect((await office.door.client.site.faults()).some(({ kind, endedAt }) => kind === 'peer' && endedAt === null)).toBe(true);
  });
});
