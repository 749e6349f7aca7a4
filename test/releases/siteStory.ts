import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { StationClient } from '../../main/contract/index.ts';
import { createStation } from '../../main/station/createStation.ts';
import type { Station } from '../../main/station/station.ts';
import { createNoDevices } from '../../native/noDevices.ts';
import { createNoRelays } from '../../native/noRelays.ts';
import { silentLog } from '../support/ledger/testLedger.ts';

/** Folders of the two stations that are kept. */
export const keptStations = { front: 'front-desk', office: 'back-office' } as const;

const openAt = async (dataFolder: string): Promise<Station> => {
  const created = await createStation({ dataFolder, databaseKey: null, listen: '127.0.0.1:0', live: true, devices: createNoDevices(), relays: createNoRelays(), log: silentLog });
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
};

const until = async (what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> => {
  const deadline = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It did not come true that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const alarmAt = async (client: StationClient, id: string) => (await client.alarm.list()).find((alarm) => alarm.id === id);
const press = (client: StationClient, level: 'assist' | 'emergency' = 'assist') => client.alarm.press({ id: randomUUID(), level, kind: 'drill', source: 'spot' });

/** What the site showed in the end: a later program has to show at least that. */
export const shownBy = async (client: StationClient) => ({
  incidents: await Promise.all((await client.incident.list()).map(({ id }) => client.incident.get({ id }))),
  alarms: await client.alarm.list(),
  staff: await client.staff.list(),
  plan: await client.plan.get(),
  bindings: await client.trigger.bindings(),
  channels: (await client.channel.list()).map(({ state: _state, ...channel }) => channel),
  faults: (await client.site.faults()).filter(({ endedAt }) => endedAt !== null),
});

/**
 * A day at a site of three stations, one of which is lost, on real ledgers, links and channels: it writes events of every kind that the
 * program has but `CertificateRenewed`, which takes most of a year. About two minutes, because a check-in has to be missed.
 */
export const playSiteStory = async (folder: string) => {
  const heard = createServer((_request, response) => response.end('ok'));
  await new Promise<void>((resolve) => heard.listen(0, '127.0.0.1', resolve));
  const { port } = heard.address() as AddressInfo;
  const front = await openAt(join(folder, keptStations.front));
  let office = await openAt(join(folder, keptStations.office));
  const laptop = await openAt(join(folder, 'laptop'));
  const desk = front.client('command');
  const window = front.client('window');
  const colleague = (): StationClient => office.client('command');

  await window.setup.createSite({ site: 'Elm Library', station: 'Front desk', place: 'By the entrance', administrator: { name: 'Ada', pin: '2468' } });
  await colleague().setup.joinSite({ code: (await desk.site.invite({})).code, station: 'Back office', place: 'First floor' });
  await laptop.client('command').setup.joinSite({ code: (await desk.site.invite({})).code, station: 'Laptop' });
  await until('everybody is connected', async () => (await desk.site.status()).heardBy === 2 && (await colleague().site.status()).heardBy === 2);

  await desk.site.moveAuthority({ station: 'Back office' });
  await colleague().site.retire({ station: 'Laptop' });
  await laptop.close();
  await colleague().site.moveAuthority({ station: 'Front desk' });

  await colleague().station.rename({ station: 'Office', place: 'First floor, left' });
  await desk.station.changeSettings({ publicView: false, textSize: 'large' });
  const pedal = { vendorId: 0x1a86, productId: 0xe026, usagePage: 1, usage: 6, interface: 0, serialNumber: null, portPath: null };
  const element = { reportId: 0, byte: 3, mask: 255, value: 4 };
  const bound = await desk.trigger.addBinding({ trigger: { type: 'device', device: pedal, element, name: 'Foot pedal' }, gesture: { type: 'hold', seconds: 1.5 }, purpose: 'emergency' });
  await desk.trigger.addBinding({ trigger: { type: 'key', key: { code: 'F9', ctrl: true, alt: false, shift: false } }, gesture: { type: 'double-press' }, purpose: 'checklist' });
  await desk.trigger.removeBinding({ id: bound.id });

  const ada = (await desk.staff.list()).find(({ name }) => name === 'Ada');
  if (ada === undefined) throw new Error('Ada is not there');
  const grace = await desk.staff.add({ name: 'Grace', role: 'desk', pin: '1357' });
  await desk.staff.setPin({ staff: grace.id, pin: '97531' });
  await desk.staff.setDuressCode({ staff: ada.id, code: '8642' });

  await desk.board.change({ hours: [{ days: 'Mon–Fri', hours: '9–18' }], rota: [{ desk: 'Front desk', who: 'Grace' }], numbers: [{ label: 'House team', dial: '200' }] });
  await desk.board.addNotice({ text: 'The lift is out of order until Friday.' });
  await colleague().board.addNotice({ text: 'Taken down again.' });
  for await (const board of await colleague().board.watch()) {
    const down = board.notices.find(({ text }) => text === 'Taken down again.');
    if (down !== undefined) await colleague().board.removeNotice({ id: down.id });
    break;
  }

  const webhook = { type: 'webhook', url: `http://127.0.0.1:${port}/{token}` } as const;
  await desk.channel.save({ id: 'house-team', name: 'House team', settings: webhook, secrets: { token: 'not-a-secret' }, safeForDrills: true });
  await desk.channel.save({ id: 'old-pager', name: 'Old pager', settings: { type: 'email', host: 'localhost', from: 'desk@example.org', to: ['pager@example.org'] } });
  await desk.channel.test({ id: 'house-team' });
  await desk.channel.remove({ id: 'old-pager' });
  const { stationId } = await colleague().site.status();
  await desk.plan.save({
    plans: [{ id: 'colleagues', name: 'Colleagues', steps: [{ after: 0, recipients: [{ to: 'everyone' }] }, { after: 12, recipients: [{ to: 'group', group: 'upstairs' }, { to: 'channel', channel: 'house-team' }], when: { unacknowledged: false } }] }],
    groups: [{ id: 'upstairs', name: 'Upstairs', stations: [stationId] }],
    hours: [{ day: 1, from: '09:00', to: '18:00' }],
    checkIn: { every: 1, grace: 15, level: 'assist' },
  });

  // A call that is answered, and its record.
  const { alarm } = await press(desk);
  await until('the office has it', async () => ((await alarmAt(desk, alarm))?.receivedBy.length ?? 0) > 0);
  await office.client('window').alarm.seen({ alarm });
  await press(desk);
  await press(desk, 'emergency');
  const run = await desk.procedure.start({ procedure: 'get-help', alarm });
  await desk.procedure.tick({ run: run.id, step: 'call-extension', ticked: true });
  await desk.procedure.tick({ run: run.id, step: 'use-device', ticked: true });
  await desk.procedure.tick({ run: run.id, step: 'use-device', ticked: false });
  await desk.procedure.answer({ run: run.id, question: 'personal-safety-risk', answer: 'risk' });
  await until('the second step was reached', async () => ((await alarmAt(colleague(), alarm))?.attempts.length ?? 0) > 0);
  await colleague().alarm.acknowledge({ alarm });
  await colleague().alarm.arrive({ alarm });
  await colleague().alarm.close({ alarm, note: 'He has left.' });
  await desk.procedure.end({ run: run.id });
  await until('the desk knows', async () => (await alarmAt(desk, alarm))?.closedAt != null);
  const draft = await window.incident.openDraft({ alarm });
  const incident = await window.incident.file({
    ...draft.report,
    id: draft.id,
    alarm,
    title: 'Threatened over a fine',
    place: 'Front desk',
    involved: [{ role: 'customer', description: 'Tall, green coat' }, { role: 'witness', description: 'Sat at the second table' }],
    account: 'He shouted and struck the desk when the fine was named.',
    actions: 'Kept the counter between us, called.',
    calls: [{ service: 'security', reference: 'HT-17', at: '10:12' }],
    securityStayed: 'yes',
  });
  await until('the office has the record', async () => (await colleague().incident.list()).some(({ id }) => id === incident.id));
  await colleague().incident.amend({ id: incident.id, text: 'He came back at noon and apologised.' });
  await colleague().incident.file({ title: 'Shouting in the hall', involved: [], occurredAt: new Date().toISOString() });

  // Closed with the duress code, then by a colleague; and one called off where it was raised, which somebody looks into.
  const forced = await window.alarm.press({ id: randomUUID(), level: 'assist', kind: 'real', source: 'spot' });
  await window.alarm.close({ alarm: forced.alarm, pin: '8642' });
  await until('the office sees through it', async () => (await alarmAt(colleague(), forced.alarm))?.duress === true);
  await colleague().alarm.close({ alarm: forced.alarm });
  const calledOff = await press(desk);
  await desk.alarm.close({ alarm: calledOff.alarm, reason: 'false-alarm' });
  await until('the office knows that it was called off', async () => (await alarmAt(colleague(), calledOff.alarm))?.followUp === 'asked');
  await colleague().alarm.followUp({ alarm: calledOff.alarm, note: 'All is well there.' });

  // Nobody hears for a while.
  await office.close();
  const unheard = await press(desk);
  await until('nobody heard it', async () => (await alarmAt(desk, unheard.alarm))?.unheard === true);
  office = await openAt(join(folder, keptStations.office));
  await until('the office is back', async () => ((await alarmAt(desk, unheard.alarm))?.receivedBy.length ?? 0) > 0);
  await desk.alarm.close({ alarm: unheard.alarm, reason: 'drill' });

  // Alone, once answered, then missed.
  await desk.desk.setAlone({ alone: true });
  await desk.desk.checkIn();
  await until('a check-in was missed', async () => (await colleague().alarm.list()).some(({ source, closedAt }) => source === 'check-in' && closedAt === null), 120);
  for (const { id, closedAt } of await colleague().alarm.list()) if (closedAt === null) await colleague().alarm.close({ alarm: id });
  await desk.desk.setAlone({ alone: false });

  await until('the faults have ended', async () => !(await desk.site.faults()).some(({ endedAt, kind }) => endedAt === null && kind === 'peer'));
  await until('both have everything', async () => JSON.stringify(await desk.site.verify()) === JSON.stringify(await colleague().site.verify()));
  const shown = await shownBy(desk);
  await front.close();
  await office.close();
  heard.close();
  return shown;
};
