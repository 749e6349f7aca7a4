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

export const bindingSchema = z.strictObject({ id: subjectIdSchema, trigger: triggerSchema, level: alarmLevelSchema });

/** `absent`: bound, but not plugged in. `unreadable`: there, but it could not be opened; `hint` says why and what to do. */
export const deviceStateSchema = z.enum(['ok', 'absent', 'unreadable']);

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
export type Binding = z.output<typeof bindingSchema>;
export type Device = z.infer<typeof deviceSchema>;
export type DeviceState = z.infer<typeof deviceStateSchema>;
export type Capture = z.infer<typeof captureSchema>;
