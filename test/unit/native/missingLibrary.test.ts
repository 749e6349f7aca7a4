import { expect, test } from 'vitest';
import type { Capture } from '../../../main/contract/trigger.ts';
import { createDevices } from '../../../native/devices.ts';

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const loadHid = () => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file: No such file or directory\n at …'));
const clock = { now: () => 0 };
const device = { vendorId: 0x05f3, productId: 0x00ff, usagePage: 12, usage: 1, interface: 0, serialNumber: null, portPath: '1-1:1.0' };

test('without its compiled library every bound device is unreadable, the hint says what to install, and binding says so too', async () => {
  const devices = createDevices({ clock, log: quiet, loadHid });
  const element = { reportId: 0, byte: 0, mask: 1, value: 1 };
  devices.watch([{ id: '00000000-0000-7000-8000-000000000001', trigger: { type: 'device', device, element, name: 'Left pedal' }, gesture: { type: 'press' }, purpose: 'assist' }]);
  await expect.poll(() => devices.list().map(({ name, state, bound }) => [name, state, bound])).toEqual([
    ['VEC / Infinity foot pedal', 'unreadable', true],
    ['Pedals and buttons', 'unreadable', false],
  ]);
  expect(devices.list()[0]?.hint).toContain('apt-get install libusb-1.0-0');

  const steps: Capture[] = [];
  const stop = devices.capture((step) => steps.push(step));
  await expect.poll(() => steps).toEqual([{ step: 'waiting', devices: devices.list() }]);
  stop();
  await devices.close();
});
