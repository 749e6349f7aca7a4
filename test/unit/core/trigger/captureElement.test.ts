import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteReport, noteRest, startCapture } from '../../../../main/core/trigger/captureElement.ts';
import type { CaptureSubject, ElementCapture } from '../../../../main/core/trigger/captureElement.ts';
import { isPressed } from '../../../../main/core/trigger/element.ts';
import { profileOf } from '../../../../main/core/trigger/profiles.ts';
import { bigRedButton, lidShut, switchInterface, unknownDevice, xKeysPedal } from '../../../support/hid/models.ts';

const plain: CaptureSubject = { profile: null, keyboard: false, numbered: false };
const play = (subject: CaptureSubject, reports: readonly (readonly number[])[], rest: readonly (readonly number[])[] = []): ElementCapture => {
  const rested = rest.reduce<ElementCapture>((capture, bytes) => noteRest(capture, subject, Uint8Array.from(bytes)), startCapture);
  return reports.reduce<ElementCapture>((capture, bytes) => noteReport(capture, subject, Uint8Array.from(bytes)), rested);
};
const elementFrom = (capture: ElementCapture): unknown => (capture.step === 'released' ? capture.element : capture.step);

test('it waits, is pressed, is released, and then stays so', () => {
  expect(play(plain, []).step).toBe('waiting');
  expect(play(plain, [[0, 0]]).step).toBe('waiting');
  expect(play(plain, [[2, 0]]).step).toBe('pressed');
  expect(play(plain, [[2, 0], [2, 0]]).step).toBe('pressed');
  expect(elementFrom(play(plain, [[2, 0], [0, 0], [4, 0], [0, 0]]))).toEqual({ reportId: 0, byte: 0, mask: 2, value: 2 });
});

test('a contact that rests at 1 is found when the device was heard at rest', () => {
  expect(elementFrom(play(plain, [[0xfe], [0xff]], [[0xff]]))).toEqual({ reportId: 0, byte: 0, mask: 1, value: 0 });
});

test('of two pedals stepped on one after the other the first is taken', () => {
  expect(elementFrom(play(plain, [[1], [5], [4], [0]]))).toEqual({ reportId: 0, byte: 0, mask: 1, value: 1 });
});

test('a constant byte and a time stamp are passed over', () => {
  expect(elementFrom(play(plain, [[7, 0x13, 1], [7, 0x55, 0]]))).toEqual({ reportId: 0, byte: 2, mask: 1, value: 1 });
});

test('a counter that runs while nobody presses is passed over', () => {
  const counting = (from: number, button: number): readonly number[] => [from & 0xff, button];
  expect(elementFrom(play(plain, [counting(254, 0), counting(255, 0), counting(0, 8), counting(1, 8), counting(2, 0)], [counting(252, 0), counting(253, 0)]))).toEqual({
    reportId: 0,
    byte: 1,
    mask: 8,
    value: 8,
  });
});

test('an axis that wanders through many values is no contact', () => {
  expect(elementFrom(play(plain, [[9], [30], [77], [120], [60], [0]]))).toBe('waiting');
});

test('a keyboard gives the whole code of the key, and a modifier alone its bit', () => {
  const keyboard = { ...plain, keyboard: true };
  expect(play(keyboard, [[2, 0, 0x1e, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]])).toEqual({ step: 'released', element: { reportId: 0, byte: 2, mask: 255, value: 0x1e }, name: 'key 30' });
  expect(elementFrom(play(keyboard, [[0x10, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]]))).toEqual({ reportId: 0, byte: 0, mask: 0x10, value: 0x10 });
});

test('the element of a numbered report carries its number, and other reports do not disturb', () => {
  expect(elementFrom(play({ ...plain, numbered: true }, [[4, 0, 1], [3, 9], [4, 0, 0]]))).toEqual({ reportId: 4, byte: 2, mask: 1, value: 1 });
  expect(play({ ...plain, numbered: true }, [[4, 1], [3, 0, 0]]).step).toBe('pressed');
});

test('where nobody says whether reports are numbered, a small number that stays in byte 0 is taken for one', () => {
  const unknown = { ...plain, numbered: null };
  expect(elementFrom(play(unknown, [unknownDevice.press, unknownDevice.release]))).toEqual({ reportId: 4, byte: 3, mask: 16, value: 16 });
  expect(elementFrom(play(unknown, [[0x80, 1], [0x80, 0]]))).toEqual({ reportId: 0, byte: 1, mask: 1, value: 1 });
  expect(elementFrom(play(unknown, [[1, 0], [0, 0]]))).toEqual({ reportId: 0, byte: 0, mask: 1, value: 1 });
});

const known = (model: { readonly vendorId: number; readonly productId: number }): CaptureSubject => ({ ...plain, profile: profileOf(model) });

test('a known pedal gives its named element', () => {
  expect(play(known(xKeysPedal), [xKeysPedal.press, xKeysPedal.release])).toMatchObject({ step: 'released', name: 'right pedal' });
});

test('plugging something into the switch interface is no press', () => {
  const plugged = switchInterface.release;
  const unplugged = plugged.with(2, 0);
  expect(play(known(switchInterface), [plugged, unplugged, plugged, unplugged]).step).toBe('waiting');
});

test('an answer of an X-keys device to a query of another program is no press', () => {
  const answer = xKeysPedal.press.with(1, 214);
  expect(play(known(xKeysPedal), [answer, xKeysPedal.release]).step).toBe('waiting');
});

test('of a button under a lid, opening and shutting the lid is no press, and the button is found whatever the lid does', () => {
  const { press, release: lidOpen } = bigRedButton;
  expect(play(known(bigRedButton), [lidShut, lidOpen, lidShut], [lidShut]).step).toBe('waiting');
  for (const rest of [lidShut, lidOpen]) expect(play(known(bigRedButton), [lidShut, lidOpen, press, lidOpen, lidShut], [rest])).toEqual({ step: 'released', element: { reportId: 0, byte: 0, mask: 0xff, value: 16 }, name: 'button' });
});

test('arbitrary reports never throw, and what they end in is an element that the last report does not press', () => {
  const reports = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 12 });
  const subject = fc.record({ keyboard: fc.boolean(), numbered: fc.constantFrom(true, false, null), profile: fc.constantFrom(null, profileOf(xKeysPedal), profileOf(bigRedButton)) });
  fc.assert(
    fc.property(subject, reports, reports, (of, rest, pressed) => {
      let capture = rest.reduce<ElementCapture>((before, bytes) => noteRest(before, of, bytes), startCapture);
      const last = pressed.find((bytes) => (capture = noteReport(capture, of, bytes)).step === 'released');
      expect(last !== undefined && capture.step === 'released' && isPressed(capture.element, last) === true).toBe(false);
    }),
  );
});
