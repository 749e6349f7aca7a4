/** Takes the README's pictures of real screens: `npm run build && node test/e2e/readmePictures.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { channelInputSchema, incidentReportSchema } from '../../main/contract/index.ts';
import type { BoardSettings } from '../../main/contract/index.ts';
import { launchBrowser, openWindow } from '../support/browser.ts';
import { administrator, startSite } from '../support/browserSite.ts';
import { startSmtpPeer } from '../support/channel/smtpPeer.ts';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const board: BoardSettings = {
  hours: [
    { days: 'Monday, Tuesday', hours: '9:00 – 18:00' },
    { days: 'Wednesday', hours: '13:00 – 20:00' },
    { days: 'Thursday, Friday', hours: '9:00 – 18:00' },
    { days: 'Saturday', hours: '10:00 – 14:00' },
    { days: 'Sunday', hours: 'closed' },
  ],
  rota: [
    { desk: 'Front desk', who: 'Sam Okafor' },
    { desk: 'Children’s desk', who: 'Noor Haddad' },
    { desk: 'Local history', who: 'Ben Lowe' },
    { desk: 'Back office', who: 'Priya Shah' },
  ],
  numbers: [
    { label: 'Back office', dial: '100' },
    { label: 'House team', dial: '200' },
    { label: 'Caretaker', dial: '214' },
    { label: 'IT help', dial: '330' },
  ],
};
const notices = ['The lift is out of order until noon. Please offer the side entrance.', 'Story time is at three in the children’s room today.'];
const earlier = [
  { title: 'Argument over a computer booking', place: 'First floor, study area', account: 'Two visitors claimed the same seat and raised their voices.' },
  { title: 'Man refused to leave at closing time', place: 'Ground floor, reading room', account: 'He stayed seated until ten past six and left when asked by two colleagues.' },
  { title: 'Phone taken from a pram', place: 'First floor, east wing', account: 'A visitor noticed at about noon that her phone was gone.' },
];

const folder = await mkdtemp(join(tmpdir(), 'quietbell-pictures-'));
const [office, front, children] = await startSite(folder, 'Elm Library', [
  { station: 'Back office', place: 'First floor, staff area' },
  { station: 'Front desk', place: 'Ground floor, main entrance' },
  { station: 'Children’s desk', place: 'First floor, east wing' },
]);
const smtp = await startSmtpPeer({ starttls: false });
const browser = await launchBrowser();
try {
  const { client } = office.door;
  await client.board.change(board);
  for (const text of notices) await client.board.addNotice({ text });
  await client.staff.add({ name: 'Sam Okafor', role: 'desk', pin: '1357' });
  await client.station.changeSettings({ publicView: false });
  await client.channel.save(channelInputSchema.parse({ id: 'security', name: 'Security by e-mail', settings: { type: 'email', host: '127.0.0.1', port: smtp.port, security: 'plain', from: 'desk@example.org', to: ['security@example.org'] } }));
  const plans = await client.plan.get();
  await client.plan.save({ ...plans, plans: plans.plans.map((plan) => ({ ...plan, steps: plan.steps.map((step) => ({ ...step, recipients: [...step.recipients, { to: 'channel' as const, channel: 'security' }] })) })) });
  for (const report of earlier) await children.door.client.incident.file(incidentReportSchema.parse(report));

  const screen = await openWindow(browser, office.process);
  await screen.getByText('Story time').waitFor();
  // Somebody is there: the desk's cue says so.
  await screen.locator('h1').click();
  const desk = await openWindow(browser, front.process);
  await desk.getByText('Story time').waitFor();
  await desk.locator('header svg[data-shape="dots"]').waitFor({ state: 'attached' });
  await desk.getByRole('button', { name: 'Offer a colleague', exact: true }).click();
  await desk.locator('h1').click();
  await desk.screenshot({ path: join(images, 'desk.png') });
  await desk.getByRole('button', { name: 'Offer a colleague', exact: true }).click();

  await desk.goto(`${new URL('/', desk.url()).href}#/records`);
  await desk.getByRole('button', { name: 'Sam Okafor' }).click();
  await desk.getByLabel('PIN', { exact: true }).fill('1357');
  await desk.keyboard.press('Enter');
  await desk.getByRole('heading', { level: 1, name: 'Records' }).waitFor();
  await desk.getByText('Signed in as Sam Okafor').waitFor();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('F9');
  await screen.getByText('Come and help').waitFor();
  await desk.keyboard.press('F9');
  await screen.getByText('In danger').waitFor();
  const [alarm] = await client.alarm.list();
  if (alarm === undefined) throw new Error('The press did not arrive');
  await children.door.client.alarm.acknowledge({ alarm: alarm.id });
  await desk.getByRole('button', { name: 'Not so calm', exact: true }).click();
  await desk.getByRole('checkbox', { name: 'Keep the counter between you' }).click();
  await screen.getByText('Try to get something solid').waitFor();
  await screen.getByText(/Security by e-mail: received/).waitFor();
  await screen.getByText(/Called 1\d sec ago/).waitFor();
  await screen.screenshot({ path: join(images, 'respond.png') });

  await children.door.client.alarm.arrive({ alarm: alarm.id });
  await children.door.client.alarm.close({ alarm: alarm.id, note: 'He left when a second colleague stood at the desk.' });
  const { client: atDesk } = front.door;
  const draft = await atDesk.incident.openDraft({ alarm: alarm.id });
  const { id } = await atDesk.incident.file({
    ...incidentReportSchema.parse(draft.report),
    id: draft.id,
    alarm: alarm.id,
    title: 'Shouting at the front desk',
    account: 'A man asked for his fee to be dropped. When I said I could not, he struck the counter twice with his hand and shouted “You will be sorry”.',
    involved: [{ role: 'customer', description: 'A man of about forty in a grey coat' }],
    actions: '',
    outcome: '',
  });
  const { report, ...begun } = await client.incident.openDraft({ alarm: null });
  await client.incident.saveDraft({ ...begun, report: { ...report, title: 'Child found alone in the café' } });
  await screen.goto(`${new URL('/', screen.url()).href}#/records/incident/${id}`);
  await screen.getByLabel('PIN', { exact: true }).or(screen.getByRole('button', { name: administrator.name })).first().waitFor();
  await screen.getByRole('button', { name: administrator.name }).click();
  await screen.getByLabel('PIN', { exact: true }).fill(administrator.pin);
  await screen.keyboard.press('Enter');
  await screen.getByText('How the call went').waitFor();
  await screen.screenshot({ path: join(images, 'records.png') });
} finally {
  await browser.close();
  for (const each of [office, front, children]) await each.stop();
  await smtp.close();
  await rm(folder, { recursive: true, force: true });
}
