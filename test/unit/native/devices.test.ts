/** The real node-hid in a child process, on emulated devices. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Binding, Capture, Device } from '../../../main/contract/trigger.ts';
import { bigRedButton, keyboardPedal, mouse, philipsPedal, switchInterface, unknownDevice, vecPedal, xKeysPedal } from '../../support/hid/models.ts';
import type { DeviceModel } from '../../support/hid/models.ts';
import type { EmulatedDevice } from '../../support/hid/emulatedDevice.ts';
import { startDevices } from '../../support/hid/startDevices.ts';
import type { RunningDevices } from '../../support/hid/startDevices.ts';
import { createTestbed } from '../../support/hid/testbed.ts';
import type { Testbed } from '../../support/hid/testbed.ts';

let bed: Testbed;
let running: RunningDevices[];
const start = (options?: { readonly uid?: number }): RunningDevices => {
  const devices = startDevices(bed, options);
  running.push(devices);
  return devices;
};

beforeEach(async () => {
  bed = await createTestbed();
  running = [];
});
afterEach(async () => {
  const codes = await Promise.all(running.map((devices) => devices.end()));
  await bed.close();
  if (codes.some((code) => code !== 0)) throw new Error(`A process with closed devices did not end well: ${codes.join()}`);
});

const lastStep = (devices: RunningDevices): Capture['step'] | undefined => devices.captured().at(-1)?.step;

/** Presses and lets go once while "press it now" runs; what came of it. */
const captureOn = async (devices: RunningDevices, pedal: EmulatedDevice): Promise<Capture & { step: 'released' }> => {
  devices.capture();
  await devices.until(() => lastStep(devices) === 'waiting');
  pedal.press();
  await devices.until(() => lastStep(devices) === 'pressed');
  pedal.release();
  await devices.until(() => lastStep(devices) === 'released');
  const last = devices.captured().at(-1);
  if (last?.step !== 'released') throw new Error('no capture');
  return last;
};

let bindings = 0;
const bindingOf = ({ device, element, name }: Capture & { step: 'released' }): Binding => ({
  id: `00000000-0000-7000-8000-${String(++bindings).padStart(12, '0')}`,
  trigger: { type: 'device', device: device.match, element, name },
  gesture: { type: 'press' },
  purpose: 'assist',
});

const bindTo = async (devices: RunningDevices, pedal: EmulatedDevice): Promise<Binding> => {
  const binding = bindingOf(await captureOn(devices, pedal));
  devices.watch([binding]);
  await devices.until(() => devices.list().some((device) => device.bound && device.state === 'ok'));
  return binding;
};

const boundStates = (devices: RunningDevices): readonly Device['state'][] => devices.list().flatMap((device) => (device.bound ? [device.state] : []));

test('a known pedal is listed by the name of its profile, with its ids and port', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  await devices.until(() => devices.list().length > 0);
  expect(devices.list()).toEqual([
    {
      name: 'VEC / Infinity foot pedal',
      profile: 'VEC / Infinity foot pedal',
      match: { vendorId: 0x05f3, productId: 0x00ff, usagePage: 0x0c, usage: 1, interface: 0, serialNumber: null, portPath: `${pedal.port}:1.0` },
      path: pedal.path,
      state: 'ok',
      bound: false,
      caution: null,
      hint: null,
    },
  ]);
});

test('an unknown device is listed by its own name and serial number, and a mouse is left out', async () => {
  await bed.plug(mouse);
  await bed.plug(unknownDevice);
  const devices = start();
  await devices.until(() => devices.list().length > 0);
  expect(devices.list().map(({ name, profile, match }) => [name, profile, match.serialNumber])).toEqual([['Acme Big Button', null, 'A-17']]);
});

const bindable: readonly (readonly [string, DeviceModel, object, string])[] = [
  ['a VEC pedal', vecPedal, { reportId: 0, byte: 0, mask: 1, value: 1 }, 'VEC / Infinity foot pedal, left pedal'],
  ['a Philips pedal', philipsPedal, { reportId: 0, byte: 0, mask: 2, value: 2 }, 'Philips foot control ACC2310/2320, middle pedal'],
  ['an X-keys pedal with its time stamps', xKeysPedal, { reportId: 0, byte: 2, mask: 8, value: 8 }, 'X-keys XK-3 foot pedal, right pedal'],
  ['a switch interface with a plug in it', switchInterface, { reportId: 0, byte: 2, mask: 2, value: 2 }, 'X-keys switch interface, switch 1'],
  ['a button that must be asked', bigRedButton, { reportId: 0, byte: 0, mask: 255, value: 16 }, 'Dream Cheeky Big Red Button, button'],
  ['a keyboard-type pedal', keyboardPedal, { reportId: 0, byte: 2, mask: 255, value: 5 }, 'GZIOT USBSW, key 5'],
  ['an unknown device with numbered reports', unknownDevice, { reportId: 4, byte: 3, mask: 16, value: 16 }, 'Acme Big Button, button 29'],
];
test.each(bindable)('%s is bound by pressing it and letting go', async (_, model, element, name) => {
  const pedal = await bed.plug(model);
  const devices = start();
  const { device, ...captured } = await captureOn(devices, pedal);
  expect(captured).toEqual({ step: 'released', element, name });
  expect(device.match.productId).toBe(model.productId);
});

test('an unknown device that reports all the time, with a counter, is bound by pressing it', async () => {
  const pedal = await bed.plug({ ...unknownDevice, press: [4, 0x80, 0x80, 0x10], release: [4, 0x80, 0x80, 0x00] });
  const devices = start();
  let counter = 0;
  let button = 0x00;
  const chatter = setInterval(() => pedal.report([4, 0x80, ++counter & 0xff, button]), 20);
  try {
    devices.capture();
    await devices.until(() => lastStep(devices) === 'waiting');
    button = 0x10;
    await devices.until(() => lastStep(devices) === 'pressed');
    button = 0x00;
    await devices.until(() => lastStep(devices) === 'released');
    expect(devices.captured().at(-1)).toMatchObject({ element: { reportId: 4, byte: 3, mask: 0x10, value: 0x10 } });
  } finally {
    clearInterval(chatter);
  }
});

test('press, hold and release of the bound pedal are each reported once, and other pedals not at all', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  const binding = await bindTo(devices, pedal);
  pedal.report([2, 0]);
  pedal.report([0, 0]);
  pedal.press();
  await devices.until(() => devices.presses(binding) === 1);
  // A device that repeats its report while it is held does not press again.
  for (let repeats = 0; repeats < 20; repeats += 1) pedal.press();
  pedal.release();
  await devices.until(() => devices.releases(binding) === 1);
  expect(devices.presses(binding)).toBe(1);
});

test('a press with bouncing contacts counts once', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  const binding = await bindTo(devices, pedal);
  for (let bounces = 0; bounces < 25; bounces += 1) {
    pedal.press();
    pedal.release();
  }
  await devices.until(() => devices.releases(binding) === 1);
  expect(devices.presses(binding)).toBe(1);
});

test('garbage and reports of every length trigger nothing and stop nothing', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  const binding = await bindTo(devices, pedal);
  for (const report of [[0xfe], [0], [0xf0, ...Array<number>(60).fill(0xff)], [0x80, 1, 2, 3]]) pedal.report(report);
  pedal.press();
  await devices.until(() => devices.presses(binding) > 0);
  expect(devices.presses(binding)).toBe(1);
});

test('an unplugged pedal is absent, what was held counts as released, and plugged in again it works', async () => {
  const pedal = await bed.plug(vecPedal, { port: '1-4' });
  const devices = start();
  const binding = await bindTo(devices, pedal);
  pedal.press();
  await devices.until(() => devices.presses(binding) === 1);
  await pedal.unplug();
  await devices.until(() => boundStates(devices)[0] === 'absent');
  expect(devices.releases(binding)).toBe(1);

  const again = await bed.plug(vecPedal, { port: '1-4' });
  await devices.until(() => boundStates(devices)[0] === 'ok');
  again.press();
  await devices.until(() => devices.presses(binding) === 2);
});

test('a second pedal of the same make on another port is told apart', async () => {
  const left = await bed.plug(vecPedal);
  const right = await bed.plug(vecPedal);
  const devices = start();
  const assist = bindingOf(await captureOn(devices, left));
  const emergency = { ...bindingOf(await captureOn(devices, right)), purpose: 'emergency' as const };
  devices.watch([assist, emergency]);
  await devices.until(() => boundStates(devices).join() === 'ok,ok');
  right.press();
  await devices.until(() => devices.presses(emergency) === 1);
  left.press();
  await devices.until(() => devices.presses(assist) === 1);
  expect(devices.presses(emergency)).toBe(1);
});

test('a pedal without a serial number that moved to another port still calls for help', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  const binding = await bindTo(devices, pedal);
  await pedal.unplug();
  const moved = await bed.plug(vecPedal);
  await devices.until(() => devices.list().some((device) => device.bound && device.state === 'ok' && device.path === moved.path));
  moved.press();
  await devices.until(() => devices.presses(binding) > 0);
  expect(devices.presses(binding)).toBe(1);
});

test('while "press it now" runs the bound pedal calls nobody, and afterwards it does again', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  const binding = await bindTo(devices, pedal);
  await captureOn(devices, pedal);
  expect(devices.presses(binding)).toBe(0);
  pedal.press();
  await devices.until(() => devices.presses(binding) === 1);
});

test('"press it now" that was stopped closes what it opened', async () => {
  const pedal = await bed.plug(vecPedal);
  const devices = start();
  devices.capture();
  await devices.until(() => lastStep(devices) === 'waiting');
  expect(pedal.readers()).toBe(1);
  devices.stopCapture();
  await expect.poll(() => pedal.readers(), { timeout: 5000 }).toBe(0);
});

/** Root may read everything, so the child gives that up. */
const someone = process.getuid?.() === 0 ? { uid: 65534 } : {};

test('a known pedal that may not be read is unreadable and names the rule file; it works once it may', async () => {
  const pedal = await bed.plug(vecPedal, { mode: 0o000 });
  const devices = start(someone);
  await devices.until(() => devices.list().length > 0);
  expect(devices.list()).toMatchObject([{ name: 'VEC / Infinity foot pedal', state: 'unreadable' }]);
  expect(devices.list()[0]?.hint).toContain('Copy build/linux/70-quietbell.rules to /etc/udev/rules.d/70-quietbell.rules');

  devices.capture();
  await devices.until(() => lastStep(devices) === 'waiting');
  expect(devices.captured().at(-1)).toMatchObject({ devices: [{ state: 'unreadable', hint: devices.list()[0]?.hint }] });
  devices.stopCapture();

  await pedal.setMode(0o666);
  await devices.until(() => devices.list()[0]?.state === 'ok');
});

test('any other device that may not be read tells which line to add to the rules', async () => {
  await bed.plug(unknownDevice, { mode: 0o000 });
  const devices = start(someone);
  await devices.until(() => devices.list().length > 0);
  expect(devices.list()[0]?.hint).toContain('KERNEL=="hidraw*", ATTRS{idVendor}=="1234", ATTRS{idProduct}=="abcd", TAG+="uaccess"');
});
