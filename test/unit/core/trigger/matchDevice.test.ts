import { expect, test } from 'vitest';
import type { DeviceMatch } from '../../../../main/contract/trigger.ts';
import { assignDevices, isSameDevice, isSameKind } from '../../../../main/core/trigger/matchDevice.ts';

const pedal: DeviceMatch = { vendorId: 0x05f3, productId: 0x00ff, usagePage: 12, usage: 1, interface: 0, serialNumber: null, portPath: '1-1:1.0' };
const moved: DeviceMatch = { ...pedal, portPath: '1-7:1.0' };
const serial: DeviceMatch = { ...pedal, serialNumber: 'A1' };

test('a device is of the same kind where ids agree, and usage and interface unless one side does not know them', () => {
  expect(isSameKind(pedal, { ...moved, usagePage: null, usage: null, interface: -1 })).toBe(true);
  expect(isSameKind(pedal, { ...pedal, productId: 1 })).toBe(false);
  expect(isSameKind(pedal, { ...pedal, usage: 6 })).toBe(false);
  expect(isSameKind(pedal, { ...pedal, interface: 1 })).toBe(false);
});

test('a serial number makes the port irrelevant; without one the port decides', () => {
  expect(isSameDevice(serial, { ...moved, serialNumber: 'A1' })).toBe(true);
  expect(isSameDevice(serial, { ...pedal, serialNumber: 'B2' })).toBe(false);
  expect(isSameDevice(pedal, moved)).toBe(false);
  expect(isSameDevice(pedal, { ...moved, portPath: null })).toBe(true);
});

test('two pedals of one make stand each for itself, in whatever order they are listed', () => {
  expect([...assignDevices([pedal, moved], [moved, pedal])]).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('boards that all carry one serial number are told apart by port', () => {
  const other = { ...serial, portPath: '1-7:1.0' };
  expect([...assignDevices([other, serial], [serial, other])]).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('a moved pedal counts when it is the only one of its kind that stands for no other', () => {
  expect(assignDevices([pedal], [moved]).get(0)).toBe(0);
  const third = { ...pedal, portPath: '1-3:1.0' };
  expect([...assignDevices([pedal, moved], [moved, third])]).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

test('it does not count when two could be it, or when it has a serial number that was not bound', () => {
  expect(assignDevices([pedal], [moved, { ...pedal, portPath: '1-3:1.0' }]).size).toBe(0);
  expect(assignDevices([pedal], [{ ...moved, serialNumber: 'A1' }]).size).toBe(0);
});

test('one device never stands for two', () => {
  expect(assignDevices([pedal, { ...pedal, portPath: '1-9:1.0' }], [moved]).size).toBe(1);
});
