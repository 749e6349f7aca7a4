/** What can become of a bound device, with the real node-hid on emulated devices: each is told, and ends by itself. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Binding, Device, Element } from '../../../main/contract/trigger.ts';
import { bigRedButton, lidShut, noPlug, pcSensorPedal, switchInterface, vecPedal, xKeysPedal } from '../../support/hid/models.ts';
import type { DeviceModel } from '../../support/hid/models.ts';
import type { EmulatedDevice } from '../../support/hid/emulatedDevice.ts';
import { startDevices } from '../../support/hid/startDevices.ts';
import type { RunningDevices } from '../../support/hid/startDevices.ts';
import { createTestbed } from '../../support/hid/testbed.ts';
import type { Testbed } from '../../support/hid/testbed.ts';

let bed: Testbed;
let devices: RunningDevices;

beforeEach(async () => {
  bed = await createTestbed();
  devices = startDevices(bed);
});
afterEach(async () => {
  const code = await devices.end();
  await bed.close();
  if (code !== 0) throw new Error(`A process with closed devices did not end well: ${code}`);
});

const bindingOn = (model: DeviceModel, port: string, element: Element): Binding => ({
  id: '00000000-0000-7000-8000-000000000001',
  trigger: { type: 'device', device: { vendorId: model.vendorId, productId: model.productId, usagePage: null, usage: null, interface: model.interface, serialNumber: null, portPath: `${port}:1.${model.interface}` }, element, name: model.product },
  gesture: { type: 'press' },
  purpose: 'assist',
});
const bit = (byte: number, mask: number): Element => ({ reportId: 0, byte, mask, value: mask });
const bound = (): Device | undefined => devices.list().find((device) => device.bound);
const becomes = (state: Device['state']): Promise<void> => devices.until(() => bound()?.state === state);

/** Bound to its first button, and read. */
const plugAndWatch = async (model: DeviceModel, element: Element): Promise<{ readonly device: EmulatedDevice; readonly binding: Binding }> => {
  const device = await bed.plug(model, { port: '1-4' });
  const binding = bindingOn(model, '1-4', element);
  devices.watch([binding]);
  await becomes('ok');
  return { device, binding };
};

test('a pedal that the system finds anew under another name works again by itself', async () => {
  const { device, binding } = await plugAndWatch(vecPedal, bit(0, 1));
  await device.unplug();
  await bed.plug(vecPedal, { port: '1-9' });
  const again = await bed.plug(vecPedal, { port: '1-4' });
  expect(again.path).not.toBe(device.path);
  await devices.until(() => bound()?.state === 'ok' && bound()?.path === again.path);
  again.press();
  await devices.until(() => devices.presses(binding) === 1);
});

test('a pedal that is held down for too long is stuck, says what to do, and is well once it is let go', async () => {
  devices.setStuckAfter(1);
  const { device, binding } = await plugAndWatch(vecPedal, bit(0, 1));
  device.press();
  await becomes('stuck');
  expect(bound()?.hint).toContain('Lift what stands on it');
  expect(devices.presses(binding)).toBe(1);
  device.release();
  await becomes('ok');
  expect(bound()?.hint).toBeNull();
});

test('a contact that chatters is told of, and is well again once it has come to rest', async () => {
  const { device } = await plugAndWatch(vecPedal, bit(0, 1));
  let turns = 0;
  const worn = setInterval(() => ((turns += 1) % 2 === 1 ? device.press() : device.release()), 15);
  try {
    await becomes('chattering');
  } finally {
    clearInterval(worn);
  }
  device.release();
  expect(bound()?.hint).toContain('Change it');
  await becomes('ok');
});

test('a button that must be asked is pressed once for a press, and opening its lid is none', async () => {
  const device = await bed.plug(bigRedButton, { port: '1-4' });
  device.show(lidShut);
  const binding = bindingOn(bigRedButton, '1-4', { reportId: 0, byte: 0, mask: 0xff, value: 16 });
  devices.watch([binding]);
  await becomes('ok');
  device.show(bigRedButton.release);
  // What it answers first is how it was found: that is no press.
  const found = device.answers();
  await expect.poll(() => device.answers() - found, { timeout: 10_000 }).toBeGreaterThan(1);
  device.press();
  await devices.until(() => devices.presses(binding) === 1);
  device.release();
  await devices.until(() => devices.releases(binding) === 1);
  device.show(lidShut);
  device.press();
  await devices.until(() => devices.presses(binding) === 2);
  expect(devices.releases(binding)).toBe(1);
});

test('a button that answers no more is unreadable although it is plugged in, and works again when it answers', async () => {
  const { device, binding } = await plugAndWatch(bigRedButton, { reportId: 0, byte: 0, mask: 0xff, value: 16 });
  device.setSilent(true);
  await becomes('unreadable');
  expect(bound()?.hint).toContain('does not answer');
  device.setSilent(false);
  await becomes('ok');
  device.press();
  await devices.until(() => devices.presses(binding) === 1);
});

test('a pedal that does not let itself be opened is unreadable, and works once it does', async () => {
  const device = await bed.plug(vecPedal, { port: '1-4' });
  device.setHung(true);
  const binding = bindingOn(vecPedal, '1-4', bit(0, 1));
  devices.watch([binding]);
  await becomes('unreadable');
  expect(bound()?.hint).toContain('does not let itself be opened');
  device.setHung(false);
  await becomes('ok');
  device.press();
  await devices.until(() => devices.presses(binding) === 1);
});

test('a switch that is pulled out of its interface is told of, also when it never was in, and is well when it is back', async () => {
  const device = await bed.plug(switchInterface, { port: '1-4' });
  device.show(noPlug);
  const binding = bindingOn(switchInterface, '1-4', bit(2, 2));
  devices.watch([binding]);
  await becomes('unplugged');
  expect(bound()?.hint).toContain('no switch is plugged into it');
  device.release();
  await becomes('ok');
  device.press();
  await devices.until(() => devices.presses(binding) === 1);
  device.show(noPlug);
  await becomes('unplugged');
});

test('a pedal that stands pressed when it is found calls nobody, and is stuck after its time', async () => {
  devices.setStuckAfter(1);
  const device = await bed.plug(xKeysPedal, { port: '1-4' });
  device.show(xKeysPedal.press);
  const binding = bindingOn(xKeysPedal, '1-4', bit(2, 8));
  devices.watch([binding]);
  await becomes('stuck');
  expect(devices.presses(binding)).toBe(0);
  device.release();
  await devices.until(() => bound()?.state === 'ok' && devices.releases(binding) === 1);
  device.press();
  await devices.until(() => devices.presses(binding) === 1);
});

test('two elements of two pedals are both told, each as its part', async () => {
  const first = await bed.plug(vecPedal, { port: '1-4' });
  const second = await bed.plug(vecPedal, { port: '1-5' });
  const { trigger: other } = bindingOn(vecPedal, '1-5', bit(0, 1));
  if (other.type !== 'device') throw new Error('not on a device');
  const { type: _type, ...withOther } = other;
  const binding: Binding = { ...bindingOn(vecPedal, '1-4', bit(0, 1)), gesture: { type: 'together', with: withOther } };
  devices.watch([binding]);
  await devices.until(() => devices.list().filter((device) => device.bound && device.state === 'ok').length === 2);
  second.press();
  await devices.until(() => devices.presses(binding, 'second') === 1);
  first.press();
  await devices.until(() => devices.presses(binding, 'first') === 1);
  expect(devices.presses(binding, 'second')).toBe(1);
});

test('the hazard of a PCsensor pedal is told where it is bound', async () => {
  await bed.plug(pcSensorPedal);
  devices.capture();
  await devices.until(() => devices.captured().some((capture) => capture.step === 'waiting' && capture.devices.length > 0));
  const waiting = devices.captured().at(-1);
  expect(waiting?.step === 'waiting' && waiting.devices[0]?.caution).toContain('type on the screen when they are held down');
});

test('arbitrary reports of a bound device never wedge it', async () => {
  const seed = Date.now() & 0x7fffffff;
  console.log(`seed of the arbitrary reports: ${seed}`);
  const { device, binding } = await plugAndWatch(vecPedal, bit(0, 1));
  for (const report of fc.sample(fc.uint8Array({ minLength: 1, maxLength: 64 }), { seed, numRuns: 300 })) device.report([...report]);
  device.release();
  // Whatever they pressed is let go, and whatever they looked like is over.
  await devices.until(() => bound()?.state === 'ok' && devices.presses(binding) === devices.releases(binding));
  const before = devices.presses(binding);
  device.press();
  await devices.until(() => devices.presses(binding) > before);
  expect(devices.presses(binding)).toBe(before + 1);
});
