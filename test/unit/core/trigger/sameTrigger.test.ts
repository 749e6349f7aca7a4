import { describe, expect, test } from 'vitest';
import type { Binding, Gesture, Trigger } from '../../../../main/contract/trigger.ts';
import { isNever, isSameTrigger } from '../../../../main/core/trigger/sameTrigger.ts';

const device = { vendorId: 0x05f3, productId: 0xff, usagePage: 12, usage: 1, interface: 0, serialNumber: null, portPath: '1-1:1.0' };
const left: Trigger = { type: 'device', device, element: { reportId: 0, byte: 0, mask: 1, value: 1 }, name: 'left' };
const right: Trigger = { type: 'device', device, element: { reportId: 0, byte: 0, mask: 4, value: 4 }, name: 'right' };
const withRight: Gesture = { type: 'together', with: right };
const withLeft: Gesture = { type: 'together', with: left };
const bound = (trigger: Trigger, gesture: Gesture = { type: 'press' }, purpose: Binding['purpose'] = 'assist') => ({ trigger, gesture, purpose });

describe('a newer binding', () => {
  test('of the same gesture on the same element replaces the older, whatever each is for', () => {
    expect(isSameTrigger(bound(left), bound({ ...left, name: 'another name' }, { type: 'press' }, 'blank'))).toBe(true);
    expect(isSameTrigger(bound({ type: 'spot' }), bound({ type: 'spot' }))).toBe(true);
  });

  test('of another gesture, element, port or key stands beside it', () => {
    expect(isSameTrigger(bound(left), bound(left, { type: 'double-press' }, 'emergency'))).toBe(false);
    expect(isSameTrigger(bound(left), bound(right))).toBe(false);
    expect(isSameTrigger(bound(left), bound({ ...left, device: { ...device, portPath: '1-2:1.0' } }))).toBe(false);
    const key = { code: 'F13', ctrl: false, alt: false, shift: false };
    expect(isSameTrigger(bound({ type: 'key', key }), bound({ type: 'key', key: { ...key, shift: true } }))).toBe(false);
  });

  test('of a hold of another length replaces the older only if it is for the same', () => {
    const short = bound(left, { type: 'hold', seconds: 1 });
    expect(isSameTrigger(short, bound(left, { type: 'hold', seconds: 3 }, 'assist'))).toBe(true);
    expect(isSameTrigger(short, bound(left, { type: 'hold', seconds: 3 }, 'emergency'))).toBe(false);
  });

  test('of two elements together replaces one of the same two, named in either order', () => {
    expect(isSameTrigger(bound(left, withRight), bound(right, withLeft))).toBe(true);
    expect(isSameTrigger(bound(left, withRight), bound(left))).toBe(false);
  });

  test('of one element together with itself is none', () => {
    expect(isNever(bound(left, withLeft))).toBe(true);
    expect(isNever(bound(left, withRight))).toBe(false);
  });
});
