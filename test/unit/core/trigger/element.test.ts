import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPressed } from '../../../../main/core/trigger/element.ts';
import { profileOf, profiles } from '../../../../main/core/trigger/profiles.ts';
import { declaresReportIds } from '../../../../main/core/trigger/reportDescriptor.ts';
import { unknownDevice, vecPedal } from '../../../support/hid/models.ts';

const report = fc.uint8Array({ maxLength: 64 });
const element = fc.nat(255).chain((mask) =>
  fc.record({ reportId: fc.nat(255), byte: fc.nat(70), mask: fc.constant(mask === 0 ? 1 : mask), value: fc.nat(255).map((value) => value & (mask === 0 ? 1 : mask)) }),
);

test('an element of an unnumbered report is pressed when its bits have their value, whatever the others do', () => {
  const left = { reportId: 0, byte: 0, mask: 1, value: 1 };
  expect([[1, 0], [5, 0], [4, 0], [0, 0]].map((bytes) => isPressed(left, Uint8Array.from(bytes)))).toEqual([true, true, false, false]);
});

test('an element of a numbered report says nothing of reports with another number, nor of the number itself', () => {
  const button = { reportId: 4, byte: 1, mask: 1, value: 1 };
  expect(isPressed(button, Uint8Array.of(4, 1))).toBe(true);
  expect(isPressed(button, Uint8Array.of(3, 1))).toBeNull();
  expect(isPressed({ ...button, byte: 0, value: 0 }, Uint8Array.of(4, 1))).toBeNull();
});

test('a report that is too short says nothing', () => {
  expect(isPressed({ reportId: 0, byte: 2, mask: 1, value: 0 }, Uint8Array.of(1, 1))).toBeNull();
});

test('decoding of arbitrary reports never throws and never takes another element for the bound one', () => {
  fc.assert(
    fc.property(element, report, (bound, bytes) => {
      const pressed = isPressed(bound, bytes);
      const speaksOfIt = bytes.length > bound.byte && (bound.reportId === 0 || (bytes[0] === bound.reportId && bound.byte > 0));
      expect(pressed).toBe(speaksOfIt ? ((bytes[bound.byte] ?? 0) & bound.mask) === bound.value : null);
    }),
  );
});

test('bits outside the bound element never trigger it', () => {
  fc.assert(
    fc.property(report, fc.nat(63), fc.nat(7), (bytes, byte, bit) => {
      const mask = 1 << bit;
      const unpressed = bytes.map((value, index) => (index === byte ? value & ~mask : value));
      expect(isPressed({ reportId: 0, byte, mask, value: mask }, unpressed)).not.toBe(true);
    }),
  );
});

test('each known device is known by one profile only, and its elements do not overlap', () => {
  const ids = profiles.flatMap(({ vendorId, productIds }) => productIds.map((productId) => `${vendorId}:${productId}`));
  expect(new Set(ids).size).toBe(ids.length);
  expect(profileOf({ vendorId: 0x05f3, productId: 0x043a })?.name).toBe('X-keys XK-3 foot pedal');
  for (const { elements, restless } of profiles) {
    const bits = [...elements, ...restless].map(({ byte, mask }) => ({ byte, mask }));
    for (const [index, one] of bits.entries()) expect(bits.slice(index + 1).some((other) => other.byte === one.byte && (other.mask & one.mask) !== 0)).toBe(false);
  }
});

test('whether reports are numbered is read from the report descriptor', () => {
  expect(declaresReportIds(vecPedal.descriptor)).toBe(false);
  expect(declaresReportIds(unknownDevice.descriptor)).toBe(true);
  expect(declaresReportIds(new Uint8Array())).toBeNull();
  expect(declaresReportIds(Uint8Array.of(0x05))).toBeNull();
  // 0x85 as the data of an item is none; nor within a long item.
  expect(declaresReportIds(Uint8Array.of(0x09, 0x85, 0xfe, 2, 0, 0x85, 0x01))).toBe(false);
});

test('arbitrary bytes for a descriptor are no trouble', () => {
  fc.assert(fc.property(report, (bytes) => [true, false, null].includes(declaresReportIds(bytes))));
});
