/**
 * "Press it now": finds the input element of one device from the reports that come while a person presses and lets go.
 *
 * An element is what leaves its rest and comes back to it. Rest is what the device reported before it was asked for (some
 * report all the time), else all zeros, which is what HID buttons report when nobody touches them. Counters and time
 * stamps leave their rest as well, but do not come back; a byte that takes many values on the way is no contact.
 *
 * What cannot be told: a contact that rests at 1 on a device which is silent at rest. It is found when it is pressed once more.
 */
import type { Element } from '../../contract/trigger.ts';
import { isPressed } from './element.ts';
import type { NamedElement, Profile } from './profiles.ts';

export interface CaptureSubject {
  readonly profile: Profile | null;
  /** Keyboards report each key held as the value of a byte, not as a bit. */
  readonly keyboard: boolean;
  /** Whether byte 0 is a report id; null where the system does not tell, and then it is guessed from what came. */
  readonly numbered: boolean | null;
}

export type ElementCapture =
  | { readonly step: 'waiting'; readonly seen: Seen }
  | { readonly step: 'pressed'; readonly seen: Seen }
  | { readonly step: 'released'; readonly element: Element; readonly name: string };

export const startCapture: ElementCapture = { step: 'waiting', seen: { rest: new Map(), moved: new Map(), restless: new Set() } };

/** Takes in a report from the time before anybody was asked to press. */
export const noteRest = (capture: ElementCapture, subject: CaptureSubject, report: Uint8Array): ElementCapture => {
  if (capture.step === 'released') return capture;
  const id = reportIdOf(subject, report);
  const before = capture.seen.rest.get(id);
  const restless = before === undefined ? [] : [...report.keys()].filter((byte) => report[byte] !== before[byte]).map((byte) => placeOf(id, byte));
  const seen = { ...capture.seen, rest: new Map(capture.seen.rest).set(id, report), restless: new Set([...capture.seen.restless, ...restless]) };
  return { step: 'waiting', seen };
};

/** Takes in a report. Never throws, whatever the bytes; once `released`, it stays so. */
export const noteReport = (capture: ElementCapture, subject: CaptureSubject, report: Uint8Array): ElementCapture => {
  const { profile } = subject;
  if (capture.step === 'released' || (profile?.buttonReport && isPressed(profile.buttonReport, report) === false)) return capture;
  if (profile?.onlyElements) return followElements(capture, profile, report);
  const id = reportIdOf(subject, report);
  const seen = follow(capture.seen, subject, id, report);
  const returned = [...seen.moved.values()].filter((move) => move.id === id && changedBits(seen, subject, id, move.byte, report[move.byte]) === 0);
  const best = returned.toSorted((a, b) => rank(subject, a) - rank(subject, b))[0];
  if (best !== undefined) return { step: 'released', ...elementOf(subject, best, guessReportId(seen, subject, best, report)) };
  const step = [...seen.moved.values()].some((move) => move.values.size <= contactValues) ? 'pressed' : 'waiting';
  return { step, seen };
};

/** Where only known elements count: the one that was pressed, until a report says that it is no more. */
const followElements = (capture: Exclude<ElementCapture, { readonly step: 'released' }>, profile: Profile, report: Uint8Array): ElementCapture => {
  const pressed = profile.elements.find((element) => isPressed(element, report) === true);
  if (pressed !== undefined) return { step: 'pressed', seen: { ...capture.seen, pressed: capture.seen.pressed ?? pressed } };
  const { pressed: before } = capture.seen;
  if (before === undefined || isPressed(before, report) === null) return capture;
  const { name, ...element } = before;
  return { step: 'released', element, name };
};

/** A byte that has left its rest. */
interface Move {
  readonly id: number;
  readonly byte: number;
  /** Bits that changed first, and the byte as it was then. */
  readonly mask: number;
  readonly value: number;
  /** All the values it took since. */
  readonly values: ReadonlySet<number>;
}

interface Seen {
  /** The latest report at rest, by report id (0 for unnumbered reports). */
  readonly rest: ReadonlyMap<number, Uint8Array>;
  readonly moved: ReadonlyMap<string, Move>;
  readonly restless: ReadonlySet<string>;
  /** Of a device on which only known elements count: the one that was pressed first. */
  readonly pressed?: NamedElement;
}

/** Two pedals in one byte that are stepped on one after the other make three values besides rest; more is a counter or an axis. */
const contactValues = 3;

const follow = (seen: Seen, subject: CaptureSubject, id: number, report: Uint8Array): Seen => {
  const moved = new Map(seen.moved);
  for (const [byte, value] of report.entries()) {
    const place = placeOf(id, byte);
    const changed = changedBits(seen, subject, id, byte, value);
    if (changed === 0 || (id !== 0 && byte === 0) || seen.restless.has(place)) continue;
    const move = moved.get(place) ?? { id, byte, mask: subject.keyboard && !isModifier(id, byte) ? 0xff : changed, value, values: new Set() };
    moved.set(place, { ...move, values: new Set([...move.values, value]) });
  }
  const restless = [...moved].filter(([, move]) => move.values.size > contactValues).map(([place]) => place);
  for (const place of restless) moved.delete(place);
  return { ...seen, moved, restless: new Set([...seen.restless, ...restless]) };
};

const elementOf = (subject: CaptureSubject, move: Move, reportId: number): { readonly element: Element; readonly name: string } => {
  const element: Element = { reportId, byte: move.byte, mask: move.mask, value: move.value & move.mask };
  const known = knownElement(subject, move);
  if (known !== undefined) return { element: { reportId: known.reportId, byte: known.byte, mask: known.mask, value: known.value }, name: known.name };
  if (subject.keyboard && move.mask === 0xff) return { element, name: `key ${move.value}` };
  return { element, name: `button ${8 * move.byte + (31 - Math.clz32(move.mask)) + 1}` };
};

const knownElement = (subject: CaptureSubject, move: Move): NamedElement | undefined =>
  subject.profile?.elements.find((known) => known.reportId === move.id && known.byte === move.byte && (known.mask & move.mask) !== 0 && (move.value & known.mask) === known.value);

/** Of several that came back together, the likeliest button: a known one, then a key before a modifier, then a single bit. */
const rank = (subject: CaptureSubject, move: Move): number => {
  if (knownElement(subject, move) !== undefined) return 0;
  if (subject.keyboard) return isModifier(move.id, move.byte) ? 2 : 1;
  return bitsIn(move.mask) === 1 ? 1 : 2;
};

/** Boot keyboards (HID 1.11, appendix B.1): modifiers as bits of the first byte, then a reserved byte, then key codes. */
const isModifier = (id: number, byte: number): boolean => byte === (id === 0 ? 0 : 1);

const ignoredBits = (subject: CaptureSubject, byte: number): number =>
  (subject.profile?.restless ?? []).reduce((mask, place) => (place.byte === byte ? mask | place.mask : mask), 0);

const reportIdOf = (subject: CaptureSubject, report: Uint8Array): number => (subject.numbered === true ? (report[0] ?? 0) : 0);

/** Where the system does not say whether reports are numbered: a small number in byte 0 that never changed is taken for an id. */
const guessReportId = (seen: Seen, subject: CaptureSubject, move: Move, report: Uint8Array): number => {
  const first = report[0] ?? 0;
  const place = placeOf(move.id, 0);
  const values = seen.moved.get(place)?.values ?? new Set([restOf(seen, move.id, 0)]);
  const constant = !seen.restless.has(place) && values.size === 1 && values.has(first);
  return subject.numbered === null && move.byte > 0 && constant && first > 0 && first <= likelyReportIds ? first : move.id;
};

const likelyReportIds = 16;

/** How a byte differs from its rest, in the bits that can be a button; all bits of a byte that is not there. */
const changedBits = (seen: Seen, subject: CaptureSubject, id: number, byte: number, value: number | undefined): number =>
  value === undefined ? 0xff : (value ^ restOf(seen, id, byte)) & ~ignoredBits(subject, byte) & 0xff;

const restOf = (seen: Seen, id: number, byte: number): number => seen.rest.get(id)?.[byte] ?? 0;
const placeOf = (id: number, byte: number): string => `${id}/${byte}`;
const bitsIn = (mask: number): number => mask.toString(2).replaceAll('0', '').length;
