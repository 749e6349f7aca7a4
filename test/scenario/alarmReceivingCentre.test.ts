/** A pedal under a desk and an alarm-receiving centre at the other end: real processes, the real node-hid on an emulated pedal and relay board, a receiver of our own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Alarm, ChannelInput } from '../../main/contract/index.ts';
import type { ReceivedMessage } from '../support/dc09/protocol.ts';
import { startReceiver, type TestReceiver } from '../support/dc09/receiver.ts';
import type { EmulatedDevice } from '../support/hid/emulatedDevice.ts';
import { relayBoard, vecPedal } from '../support/hid/models.ts';
import { createTestbed, type Testbed } from '../support/hid/testbed.ts';
import { createRealSite, type RealDesk, type RealSite } from '../support/realSite.ts';

let site: RealSite;
let bed: Testbed;
let pedal: EmulatedDevice;
let board: EmulatedDevice;
let primary: TestReceiver;
let backup: TestReceiver;
let office: RealDesk;
let front: RealDesk;

const key = '00112233445566778899AABBCCDDEEFF'.repeat(2);
const eventually = <Value>(look: () => Promise<Value> | Value) => expect.poll(async () => look(), { timeout: 20_000, interval: 20 });
let released = 0;
/** As a foot does it: closures within some milliseconds of each other would be one press that bounces. */
const press = async (): Promise<void> => {
  await eventually(() => performance.now() - released).toBeGreaterThan(100);
  pedal.press();
  pedal.release();
  released = performance.now();
};
const newest = async (desk: RealDesk): Promise<Alarm | undefined> => (await (await desk.client()).alarm.list())[0];
const isReport = ({ id }: ReceivedMessage): boolean => id !== 'NULL';
const reports = (receiver: TestReceiver): readonly string[] => receiver.received.filter(isReport).map(({ data }) => data);
/** Of alarms, not of faults. */
const alarms = (receiver: TestReceiver): readonly string[] => reports(receiver).filter((data) => data.endsWith(' 00 002') && !data.includes('376'));
const close = async (): Promise<void> => {
  const { alarm } = await office.client();
  const open = await newest(office);
  await alarm.close({ alarm: open?.id ?? '', note: '', reason: 'resolved' });
  await eventually(async () => (await newest(front))?.state).toBe('closed');
};

beforeAll(async () => {
  bed = await createTestbed();
  pedal = await bed.plug(vecPedal);
  board = await bed.plug(relayBoard);
  const rules = { key: Buffer.from(key, 'hex'), accounts: ['AB12'] };
  [primary, backup] = await Promise.all([startReceiver('tcp', rules), startReceiver('tcp', rules)]);
  site = await createRealSite();
  office = await site.add('Back office');
  front = await site.add('Front desk', { env: bed.env() });

  const { channel, plan, trigger, site: ofFront } = await front.client();
  for await (const step of await trigger.capture()) {
    if (step.step === 'waiting') pedal.press();
    if (step.step === 'pressed') pedal.release();
    if (step.step === 'released') await trigger.addBinding({ purpose: 'assist', gesture: { type: 'press' }, trigger: { type: 'device', device: step.device.match, element: step.element, name: step.name } });
  }
  const { stationId } = await ofFront.status();
  const centre: ChannelInput = {
    id: 'centre',
    name: 'Alarm-receiving centre',
    settings: {
      type: 'dc09',
      format: 'ADM-CID',
      transport: 'tcp',
      primary: { host: '127.0.0.1', port: primary.port },
      backup: { host: '127.0.0.1', port: backup.port },
      account: 'AB12',
      receiverNumber: null,
      line: '0',
      encryption: 'aes-256',
      timeout: 5,
      supervision: 10,
      zones: {},
    },
    safeForDrills: false,
    reachesPolice: true,
    from: [],
    secrets: { encryptionKey: key },
  };
  const match = { vendorId: 0x16c0, productId: 0x05df, usagePage: null, usage: null, interface: -1, serialNumber: null, portPath: null };
  await channel.save(centre);
  await channel.save({ id: 'beacon', name: 'Beacon', settings: { type: 'relay', device: match, contact: 1, mode: 'hold', pulse: 2 }, safeForDrills: true, reachesPolice: false, from: [stationId], secrets: {} });
  const document = await plan.get();
  const [first] = document.plans;
  if (first === undefined) throw new Error('there is no plan');
  const always = { unacknowledged: false, level: 'assist' } as const;
  await plan.save({
    ...document,
    plans: [
      {
        ...first,
        steps: [
          { after: 0, recipients: [{ to: 'everyone' }, { to: 'channel', channel: 'beacon' }], when: always },
          { after: 0, recipients: [{ to: 'channel', channel: 'centre' }], when: { ...always, level: 'emergency' } },
        ],
      },
    ],
  });
});
afterAll(async () => {
  await site.close();
  await Promise.all([primary.stop(), backup.stop()]);
  await bed.close();
});

describe('from the pedal to the alarm-receiving centre', () => {
  it('both receivers are supervised before anything happens, and the channel is well', async () => {
    await eventually(async () => (await (await front.client()).site.status()).heardBy).toBe(1);
    await eventually(() => [primary, backup].map(({ received }) => received.some(({ id, encrypted }) => id === 'NULL' && encrypted))).toEqual([true, true]);
    const stateAt = async (desk: RealDesk): Promise<string | undefined> => (await (await desk.client()).site.status()).channels.find(({ id }) => id === 'centre')?.state.state;
    await eventually(async () => new Set([await stateAt(front), await stateAt(office)])).toEqual(new Set(['ok', 'unused']));
  });

  it('one press calls colleagues and closes the contact of the beacon, and nobody outside of the house', async () => {
    await press();
    await eventually(() => newest(office)).toMatchObject({ level: 'assist', station: 'Front desk' });
    await eventually(() => board.closedContacts()).toBe(1);
    await eventually(async () => (await newest(office))?.recipients.find(({ id }) => id === 'beacon')?.state).toBe('received');
    expect(reports(primary)).toEqual([]);
  });

  it('a second press reaches the centre as a silent hold-up with the zone of the desk, once, encrypted, and both stations see that it was received', async () => {
    await press();
    await eventually(() => reports(primary)).toEqual(['#AB12|1122 00 002']);
    expect(primary.received.find(isReport)).toMatchObject({ encrypted: true, account: 'AB12', extended: expect.arrayContaining(['SElm Library', 'LFront desk, Front desk']) });
    for (const desk of [front, office]) {
      await eventually(async () => (await newest(desk))?.recipients.find(({ id }) => id === 'centre')).toMatchObject({ state: 'received', answer: expect.stringContaining('ACK') });
    }
  });

  it('closing it restores the zone and opens the contact', async () => {
    await close();
    await eventually(() => reports(primary)).toEqual(['#AB12|1122 00 002', '#AB12|3122 00 002']);
    await eventually(() => board.closedContacts()).toBe(0);
    expect(reports(backup)).toEqual([]);
  });

  it('a drill of the same kind moves the contact that is safe for drills, and never reaches the centre', async () => {
    const { alarm } = await front.client();
    await alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'drill', source: 'command' });
    await eventually(() => newest(office)).toMatchObject({ kind: 'drill', level: 'emergency' });
    await eventually(() => board.closedContacts()).toBe(1);
    await close();
    await eventually(() => board.closedContacts()).toBe(0);
    expect([...reports(primary), ...reports(backup)]).toHaveLength(2);
  });

  it('"send a test" arrives as a manual test, although drills may not, and its answer comes back', async () => {
    const { channel } = await office.client();
    expect(await channel.test({ id: 'centre' })).toMatchObject({ occasion: 'test', outcome: 'received', answer: expect.stringContaining('ACK from the primary receiver') });
    expect(reports(primary).at(-1)).toBe('#AB12|1601 00 001');
  });

  it('when the centre answers NAK, then DUH, then nothing, the back-up receiver gets it, and every try stands in the ledger', async () => {
    primary.nextReports('nak', 'duh', 'nothing');
    const { alarm } = await front.client();
    await alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'real', source: 'command' });
    await eventually(() => reports(backup)).toEqual(['#AB12|1122 00 002']);
    await eventually(async () => (await newest(office))?.attempts.filter(({ channel }) => channel === 'centre').map(({ answer }) => answer.split(' ')[0])).toEqual(['NAK', 'DUH', 'No', 'ACK']);
    expect(primary.received.filter(isReport).at(-1)?.sequence).toBe(backup.received.find(isReport)?.sequence);
    await close();
  });

  it('a pedal that is pulled out is trouble of the hold-up device at its zone, and over when it is back', async () => {
    const { plan } = await front.client();
    const document = await plan.get();
    await plan.save({ ...document, faults: { channels: ['centre'], after: 0 } });
    const { port } = pedal;
    await pedal.unplug();
    await eventually(() => reports(primary)).toContain('#AB12|1376 00 002');
    pedal = await bed.plug(vecPedal, { port });
    await eventually(() => reports(primary)).toContain('#AB12|3376 00 002');
    // What else goes wrong below is no business of the centre's, and must not come between its alarms.
    await plan.save(document);
  });

  it('a board that is pulled out is a fault that colleagues see, and no alarm', async () => {
    await board.unplug();
    await eventually(async () => (await (await front.client()).site.status()).channels.find(({ id }) => id === 'beacon')?.state.state).toBe('fault');
    expect((await newest(office))?.state).toBe('closed');
  });

  it('a station that is killed while the centre does not answer goes on with it', async () => {
    const before = alarms(primary).length;
    primary.nextReports('nothing');
    const { alarm } = await front.client();
    const { alarm: id } = await alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'real', source: 'command' });
    await eventually(() => alarms(primary).slice(before)).toEqual(['#AB12|1122 00 002']);
    process.kill(front.process.pid(), 'SIGKILL');
    await eventually(() => alarms(primary).slice(before)).toEqual(['#AB12|1122 00 002', '#AB12|1122 00 002']);
    await eventually(async () => (await newest(office))?.recipients.find(({ id: channel }) => channel === 'centre')?.state).toBe('received');
    expect((await newest(office))?.id).toBe(id);
    await close();
    await eventually(() => alarms(primary).at(-1)).toBe('#AB12|3122 00 002');
  });

  it('when the station of the desk is gone for good, a colleague’s reports in its place, with the zone of the desk', async () => {
    const before = alarms(primary).length;
    primary.nextReports('nothing');
    const { alarm } = await front.client();
    await alarm.press({ id: crypto.randomUUID(), level: 'emergency', kind: 'real', source: 'command' });
    await eventually(() => alarms(primary).slice(before)).toEqual(['#AB12|1122 00 002']);
    await front.stop('SIGKILL');
    await eventually(() => alarms(primary).slice(before)).toEqual(['#AB12|1122 00 002', '#AB12|1122 00 002']);
    await eventually(async () => (await newest(office))?.recipients.find(({ id }) => id === 'centre')).toMatchObject({ state: 'received' });
  });
});
