import { z } from 'zod';
import { alarmLevelSchema } from './alarm.ts';
import { lineSchema, subjectIdSchema } from './common.ts';

const word = z.int().min(0).max(0xffff);
const byte = z.int().min(0).max(0xff);

/**
 * How a device is found again after it was unplugged: USB ids and HID usage, and then the serial number,
 * or, for the many that have none, the port it hangs on.
 */
export const deviceMatchSchema = z.strictObject({
  vendorId: word,
  productId: word,
  usagePage: word.nullable(),
  usage: word.nullable(),
  /** Interface number on a device that has several; -1 where the system does not say. */
  interface: z.int().min(-1).max(255),
  serialNumber: z.string().nullable(),
  /** The stable name of the USB port (Linux: the sysfs path of the interface; elsewhere: the device's path). */
  portPath: z.string().nullable(),
});

/**
 * One input element of a device: some bits of one byte of one kind of report.
 * Pressed means `(report[byte] & mask) === value`. `reportId` 0 stands for a device without numbered reports;
 * `byte` counts from 0 in the report as node-hid delivers it (with a numbered report, byte 0 is its id).
 */
export const elementSchema = z.strictObject({
  reportId: byte,
  byte: z.int().min(0).max(1023),
  mask: z.int().min(1).max(0xff),
  value: byte,
});

/** A keyboard key by its `KeyboardEvent.code`, with modifiers. */
export const keyTriggerSchema = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9]{1,24}$/),
  ctrl: z.boolean().default(false),
  alt: z.boolean().default(false),
  shift: z.boolean().default(false),
});

export const triggerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('device'), device: deviceMatchSchema, element: elementSchema, name: lineSchema(80) }),
  z.strictObject({ type: z.literal('key'), key: keyTriggerSchema }),
  z.strictObject({ type: z.literal('spot') }),
]);

/**
 * What a person does with it. A press counts the moment the contact closes; a double press when the second one closes within a second; a
 * hold when it was held so long; two together when both are closed at once.
 */
export const gestureSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('press') }),
  z.strictObject({ type: z.literal('double-press') }),
  /** Seconds. */
  z.strictObject({ type: z.literal('hold'), seconds: z.number().min(0.5).max(10).default(1.5) }),
  /** The second element, of the same device or of another one. */
  z.strictObject({ type: z.literal('together'), with: z.strictObject({ device: deviceMatchSchema, element: elementSchema, name: lineSchema(80) }) }),
]);

/** What it is for: an alarm of a level, or something quiet. `acknowledge`: I am coming. `blank`: the plain noticeboard at once. */
export const purposeSchema = z.enum([...alarmLevelSchema.options, 'acknowledge', 'checklist', 'blank', 'check-in']);

export const bindingSchema = z.strictObject({ id: subjectIdSchema, trigger: triggerSchema, gesture: gestureSchema.default({ type: 'press' }), purpose: purposeSchema });

/**
 * `absent`: bound, but not plugged in. `unreadable`: there, but it could not be opened, or does not answer; `hint` says why and what to do.
 * `stuck`: an element has been closed for too long. `chattering`: its contact closes and opens without rest. `unplugged`: the switch is not
 * in the socket of its interface.
 */
export const deviceStateSchema = z.enum(['ok', 'absent', 'unreadable', 'stuck', 'chattering', 'unplugged']);

export const deviceSchema = z.object({
  /** The name people read: the profile's, else the product's own. */
  name: z.string(),
  /** Of a known kind of pedal or button; null for any other HID device. */
  profile: z.string().nullable(),
  match: deviceMatchSchema,
  /** Where the system sees it now (`/dev/hidraw3`); null while absent. */
  path: z.string().nullable(),
  state: deviceStateSchema,
  bound: z.boolean(),
  /** What whoever binds it must know; null where there is nothing. */
  caution: z.string().nullable(),
  hint: z.string().nullable(),
});

/** What "press it now" saw: nothing yet, a press still held, or a finished press with the element that changed. */
export const captureSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), devices: z.array(deviceSchema) }),
  z.object({ step: z.literal('pressed'), device: deviceSchema }),
  z.object({ step: z.literal('released'), device: deviceSchema, element: elementSchema, name: z.string() }),
]);

export type DeviceMatch = z.infer<typeof deviceMatchSchema>;
export type Element = z.infer<typeof elementSchema>;
export type KeyTrigger = z.output<typeof keyTriggerSchema>;
export type Trigger = z.output<typeof triggerSchema>;
export type Gesture = z.output<typeof gestureSchema>;
export type Purpose = z.output<typeof purposeSchema>;
export type Binding = z.output<typeof bindingSchema>;
export type Device = z.infer<typeof deviceSchema>;
export type DeviceState = z.infer<typeof deviceStateSchema>;
export type Capture = z.infer<typeof captureSchema>;
