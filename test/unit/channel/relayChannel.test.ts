/** The relay channel over the real node-hid, in a child process, on an emulated board. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createRelayDriver } from '../../../main/channel/relayChannel.ts';
import type { ChannelOf, Driver } from '../../../main/channel/driver.ts';
import { relaySettingsSchema } from '../../../main/contract/channel.ts';
import { deviceMatchSchema } from '../../../main/contract/trigger.ts';
import type { Relays } from '../../../main/core/channel/relays.ts';
import { never, outgoing, silent } from '../../support/dc09/parts.ts';
import type { EmulatedDevice } from '../../support/hid/emulatedDevice.ts';
import { relayBoard } from '../../support/hid/models.ts';
import { startDevices, type RunningDevices } from '../../support/hid/startDevices.ts';
import { createTestbed, type Testbed } from '../../support/hid/testbed.ts';
import { until } from '../../support/lan/until.ts';

let bed: Testbed;
let devices: RunningDevices;
let board: EmulatedDevice;
let relays: Relays;

beforeEach(async () => {
  bed = await createTestbed();
  board = await bed.plug(relayBoard);
  devices = startDevices(bed);
  relays = overChild(devices);
});
afterEach(async () => {
  await devices.end();
  await bed.close();
});

const failure = z.object({ ok: z.literal(false), reason: z.string() });
const boards = z.array(z.object({ match: deviceMatchSchema, name: z.string(), contacts: z.int() }));

/** The relays of the child, as this process sees them: what crosses is parsed. */
const overChild = (child: RunningDevices): Relays => ({
  list: async () => boards.parse(await child.relayBoards()),
  set: async (match, contact, closed) => z.union([z.object({ ok: z.literal(true) }), failure]).parse(await child.switchRelay(match, contact, closed)),
  read: async (match) => z.union([z.object({ ok: z.literal(true), closed: z.int() }), failure]).parse(await child.readRelays(match)),
  close: () => Promise.resolve(),
});

const channel = async (settings: Partial<ChannelOf<'relay'>['settings']> = {}, safeForDrills = false): Promise<Driver> => {
  const [found] = await relays.list();
  const made: ChannelOf<'relay'> = {
    id: 'beacon',
    name: 'Beacon',
    settings: { ...relaySettingsSchema.parse({ type: 'relay', device: found?.match, contact: 2 }), ...settings },
    secrets: {},
    secretsSet: [],
    safeForDrills,
    reachesPolice: false,
    from: [],
  };
  return createRelayDriver(made, { clock: { now: Date.now }, log: silent, relays, counter: () => ({ next: () => 1 }) });
};

const contact2 = 0b10;
const another = '01923456-7890-7abc-8def-ffffffffffff';

test('a held contact closes with the alarm, is read back, and opens when the alarm is closed', async () => {
  const driver = await channel();
  expect(await driver.attempt(outgoing(), 1, never)).toEqual({ outcome: 'received', answer: 'Contact 2 is closed, read back from the board.' });
  expect(board.closedContacts()).toBe(contact2);
  expect(await driver.attempt(outgoing({ occasion: 'duress' }), 1, never)).toMatchObject({ outcome: 'received' });
  expect(board.closedContacts()).toBe(contact2);
  expect(await driver.attempt(outgoing({ occasion: 'closed' }), 1, never)).toEqual({ outcome: 'received', answer: 'Contact 2 is open, read back from the board.' });
  expect(board.closedContacts()).toBe(0);
});

test('a contact that two alarms hold opens with the last of them', async () => {
  const driver = await channel();
  await driver.attempt(outgoing(), 1, never);
  await driver.attempt(outgoing({ alarm: another }), 1, never);
  expect(await driver.attempt(outgoing({ occasion: 'closed' }), 1, never)).toMatchObject({ outcome: 'received', answer: expect.stringContaining('stays as it is') });
  expect(board.closedContacts()).toBe(contact2);
  await driver.attempt(outgoing({ occasion: 'closed', alarm: another }), 1, never);
  expect(board.closedContacts()).toBe(0);
});

test('a pulse ends by itself, and when the station ends', async () => {
  const driver = await channel({ mode: 'pulse', pulse: 0.1 });
  expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'received' });
  await until('the contact is open again', () => board.closedContacts() === 0);
  const slow = await channel({ mode: 'pulse', pulse: 60 });
  await slow.attempt(outgoing(), 1, never);
  expect(board.closedContacts()).toBe(contact2);
  await slow.close();
  expect(board.closedContacts()).toBe(0);
});

test('a contact that does not move is a failed try, whatever it was told', async () => {
  const driver = await channel();
  board.setJammed(true);
  expect(await driver.attempt(outgoing(), 1, never)).toMatchObject({ outcome: 'failed', answer: expect.stringMatching(/^Contact 2 was not closed: /) });
  board.setJammed(false);
  expect(await driver.attempt(outgoing(), 2, never)).toMatchObject({ outcome: 'received' });
});

test('a board that is pulled out is a fault and no alarm; back again, it closes the contact that an open alarm holds', async () => {
  const driver = await channel();
  expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
  await driver.attempt(outgoing(), 1, never);
  await board.unplug();
  expect(await driver.check?.(never)).toMatchObject({ outcome: 'failed', answer: expect.stringMatching(/^The relay board cannot be read: /) });
  board = await bed.plug(relayBoard, { port: board.port });
  // A board that lost its power remembers nothing.
  expect(board.closedContacts()).toBe(0);
  expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
  expect(board.closedContacts()).toBe(contact2);
});

test('a contact that shows the station ready is closed by its check, opens for a fault, and when the station ends', async () => {
  const driver = await channel({ mode: 'ready' });
  const fault = { alarm: null, fault: another } as const;
  expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
  expect(board.closedContacts()).toBe(contact2);
  await driver.attempt(outgoing({ ...fault, occasion: 'fault' }), 1, never);
  expect(board.closedContacts()).toBe(0);
  expect(await driver.check?.(never)).toMatchObject({ outcome: 'received' });
  expect(board.closedContacts()).toBe(0);
  await driver.attempt(outgoing({ ...fault, occasion: 'fault-ended' }), 1, never);
  expect(board.closedContacts()).toBe(contact2);
  expect(await driver.attempt(outgoing(), 1, never)).toEqual({ outcome: 'failed', answer: 'Not switched: this contact shows that the station is ready, and carries no alarm.' });
  expect(board.closedContacts()).toBe(contact2);
  await driver.close();
  expect(board.closedContacts()).toBe(0);
});

test('a check never moves a contact that nothing holds', async () => {
  const driver = await channel();
  expect(await driver.check?.(never)).toEqual({ outcome: 'received', answer: 'The relay board answers.' });
  expect(board.closedContacts()).toBe(0);
});

test('a drill never moves a contact that is not safe for drills; one that is, it moves', async () => {
  const refused = await channel();
  expect(await refused.attempt(outgoing({ kind: 'drill' }), 1, never)).toEqual({ outcome: 'failed', answer: 'Not switched: this channel is not safe for drills.' });
  expect(board.closedContacts()).toBe(0);
  const safe = await channel({}, true);
  await safe.attempt(outgoing({ kind: 'drill' }), 1, never);
  expect(board.closedContacts()).toBe(contact2);
});

test('a test of the channel is a short pulse, and opens nothing that an alarm holds', async () => {
  const driver = await channel({ pulse: 0.1 });
  await driver.attempt(outgoing({ occasion: 'test', kind: 'test', alarm: null }), 1, never);
  await until('the contact is open again', () => board.closedContacts() === 0);
  await driver.attempt(outgoing(), 1, never);
  await driver.attempt(outgoing({ occasion: 'test', kind: 'test', alarm: null }), 1, never);
  await driver.close();
  expect(board.closedContacts()).toBe(contact2);
});
