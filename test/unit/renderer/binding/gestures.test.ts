import { expect, test } from 'vitest';
import type { Trigger } from '../../../../main/contract/index.ts';
import { gesturesFor, sameElement } from '../../../../renderer/binding/gestures.ts';
import { isKeyboard } from '../../../../renderer/binding/isKeyboard.ts';

const pedal = (mask: number): Trigger => ({
  type: 'device',
  device: { vendorId: 0x05f3, productId: 0x00ff, usagePage: 12, usage: 1, interface: 0, serialNumber: null, portPath: '1-2:1.0' },
  element: { reportId: 0, byte: 0, mask, value: mask },
  name: 'pedal',
});
const key: Trigger = { type: 'key', key: { code: 'F13', ctrl: false, alt: false, shift: false } };

test('only pedals and buttons can be pressed two at once; a key and the spot can be pressed, pressed twice and held', () => {
  expect(gesturesFor(pedal(1))).toEqual(['press', 'double-press', 'hold', 'together']);
  expect(gesturesFor(key)).toEqual(['press', 'double-press', 'hold']);
  expect(gesturesFor({ type: 'spot' })).toEqual(['press', 'double-press', 'hold']);
});

test('two at once takes two: the same pedal again is not the other one, another pedal of the same device is', () => {
  expect(sameElement(pedal(1), pedal(1))).toBe(true);
  expect(sameElement(pedal(1), pedal(2))).toBe(false);
  expect(sameElement(pedal(1), key)).toBe(false);
});

test('a pedal that reports as a keyboard is told by its HID usage', () => {
  expect(isKeyboard({ match: { usagePage: 1, usage: 6 } })).toBe(true);
  expect(isKeyboard({ match: { usagePage: 12, usage: 1 } })).toBe(false);
  expect(isKeyboard({ match: { usagePage: null, usage: null } })).toBe(false);
});
