/** Relay boards: the real node-hid in a child process, on emulated boards. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { DeviceMatch } from '../../../main/contract/trigger.ts';
import { deviceMatchSchema } from '../../../main/contract/trigger.ts';
import { relayBoard, unknownDevice, vecPedal } from '../../support/hid/models.ts';
import { startDevices } from '../../support/hid/startDevices.ts';
import type { RunningDevices } from '../../support/hid/startDevices.ts';
import { createTestbed } from '../../support/hid/testbed.ts';
import type { Testbed } from '../../support/hid/testbed.ts';

let bed: Testbed;
let running: RunningDevices;

beforeEach(async () => {
  bed = await createTestbed();
  running = startDevices(bed);
});
afterEach(async () => {
  const code = await running.end();
  await bed.close();
  if (code !== 0) throw new Error(`A process with closed devices did not end well: ${code}`);
});

const boardsSchema = z.array(z.object({ match: deviceMatchSchema, name: z.string(), contacts: z.int() }));
const boards = async () => boardsSchema.parse(await running.relayBoards());
const onlyBoard = async (): Promise<DeviceMatch> => {
  const [board] = await boards();
  if (board === undefined) throw new Error('no board is found');
  return board.match;
};

test('boards are found by their product name, with their contacts, and are no pedals: listed by name, and never opened to be pressed', async () => {
  const board = await bed.plug(relayBoard);
  await bed.plug({ ...relayBoard, product: 'Some other thing with this id' });
  await bed.plug(vecPedal);
  expect((await boards()).map(({ name, contacts }) => [name, contacts])).toEqual([['USBRelay2', 2]]);
  await running.until(() => running.list().length > 0);
  expect(running.list().map(({ name }) => name)).toContain('Relay board USBRelay2');
  running.capture();
  await running.until(() => running.captured().some((capture) => capture.step === 'waiting'));
  expect(board.readers()).toBe(0);
  expect(running.captured().flatMap((capture) => (capture.step === 'waiting' ? capture.devices.map(({ name }) => name) : []))).not.toContain('Relay board USBRelay2');
});

test('a contact is switched, read back and found so, and the other one stays as it is', async () => {
  const board = await bed.plug(relayBoard);
  const match = await onlyBoard();
  expect(await running.switchRelay(match, 2, true)).toEqual({ ok: true });
  expect(board.closedContacts()).toBe(0b10);
  expect(await running.readRelays(match)).toEqual({ ok: true, closed: 0b10 });
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: true });
  expect(await running.switchRelay(match, 2, false)).toEqual({ ok: true });
  expect(await running.readRelays(match)).toEqual({ ok: true, closed: 0b01 });
});

test('a board that takes the command and does nothing is told of, in either direction', async () => {
  const board = await bed.plug(relayBoard);
  const match = await onlyBoard();
  board.setJammed(true);
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: false, reason: 'contact 1 did not close: the board says that it is open' });
  board.setJammed(false);
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: true });
  board.setJammed(true);
  expect(await running.switchRelay(match, 1, false)).toEqual({ ok: false, reason: 'contact 1 did not open: the board says that it is closed' });
});

test('a board that was unplugged is a failure at once, and works again when it is back', async () => {
  const board = await bed.plug(relayBoard, { port: '1-3' });
  const match = await onlyBoard();
  await board.unplug();
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: false, reason: 'the relay board is not plugged in at its port' });
  const again = await bed.plug(relayBoard, { port: '1-3' });
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: true });
  expect(again.closedContacts()).toBe(1);
});

test('of two boards with one serial number the one in its port is switched, and never the other in its place', async () => {
  const bell = await bed.plug(relayBoard, { port: '1-3' });
  const match = await onlyBoard();
  const door = await bed.plug(relayBoard, { port: '1-4' });
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: true });
  expect([bell.closedContacts(), door.closedContacts()]).toEqual([1, 0]);
  await bell.unplug();
  expect(await running.switchRelay(match, 1, true)).toMatchObject({ ok: false });
  expect(door.closedContacts()).toBe(0);
});

test('a board that is named without its port is the only one there is, and none is switched where there are two', async () => {
  const only = await bed.plug(relayBoard);
  const any: DeviceMatch = { vendorId: 0x16c0, productId: 0x05df, usagePage: null, usage: null, interface: -1, serialNumber: null, portPath: null };
  expect(await running.switchRelay(any, 1, true)).toEqual({ ok: true });
  expect(only.closedContacts()).toBe(1);
  const second = await bed.plug(relayBoard);
  expect(await running.switchRelay(any, 2, true)).toEqual({ ok: false, reason: '2 relay boards are plugged in: the channel must name one of them' });
  expect([only.closedContacts(), second.closedContacts()]).toEqual([1, 0]);
});

test('a board that hangs is given up after its time, and works again when it does so no more', async () => {
  const board = await bed.plug(relayBoard);
  const match = await onlyBoard();
  board.setHung(true);
  expect(await running.switchRelay(match, 1, true)).toEqual({ ok: false, reason: 'no answer within 3000 ms' });
  board.setHung(false);
  expect(await running.switchRelay(match, 2, true)).toEqual({ ok: true });
  expect(board.closedContacts()).toBe(0b11);
});

test('what reports as another device with that id is never written to', async () => {
  await bed.plug({ ...unknownDevice, vendorId: relayBoard.vendorId, productId: relayBoard.productId });
  expect(await boards()).toEqual([]);
});
