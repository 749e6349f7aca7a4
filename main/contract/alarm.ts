import { z } from 'zod';
import { momentSchema, placeSchema, stationIdSchema, stationNameSchema, subjectIdSchema, textSchema } from './common.ts';
import { attemptSchema, recipientStateSchema } from './delivery.ts';

/** `assist`: come and help me. `emergency`: I am in danger. */
export const alarmLevelSchema = z.enum(['assist', 'emergency']);
export const alarmKindSchema = z.enum(['real', 'drill', 'test']);
export const alarmStateSchema = z.enum(['raised', 'received', 'acknowledged', 'on-scene', 'closed']);
export const closeReasonSchema = z.enum(['resolved', 'false-alarm', 'drill']);
/** What the person did: a HID device, a keyboard key, the on-screen spot, the command line, a missed check-in, a sign-in with the duress code. */
export const triggerSourceSchema = z.enum(['device', 'key', 'spot', 'command', 'check-in', 'duress']);

export const staffReferenceSchema = z.strictObject({ id: subjectIdSchema, name: z.string() });

/** A step in the life of an alarm, for timelines. Oldest first. */
export const alarmMomentSchema = z.object({
  at: momentSchema,
  what: z.enum(['raised', 'raised-to-emergency', 'pressed-again', 'received', 'seen', 'unheard', 'step', 'delivered', 'delivery-failed', 'acknowledged', 'arrived', 'closed', 'called-off', 'duress', 'followed-up']),
  station: z.string(),
  staff: z.string().nullable(),
  /** The channel or the recipients it is about; empty where there are none. */
  detail: z.string().default(''),
});

export const alarmSchema = z.object({
  id: subjectIdSchema,
  level: alarmLevelSchema,
  kind: alarmKindSchema,
  state: alarmStateSchema,
  /** The name of the station that called, as it was then. */
  station: stationNameSchema,
  stationId: stationIdSchema,
  place: placeSchema,
  staff: staffReferenceSchema.nullable(),
  source: triggerSourceSchema,
  raisedAt: momentSchema,
  /** Names of the stations whose program has it and shows it; in order of receipt. */
  receivedBy: z.array(z.string()),
  /** Names of the stations where somebody said "I am coming"; in order. */
  acknowledgedBy: z.array(z.string()),
  /** The same with who and when. */
  acknowledgements: z.array(z.object({ station: z.string(), stationId: stationIdSchema, staff: z.string().nullable(), at: momentSchema, arrivedAt: momentSchema.nullable() })),
  closedAt: momentSchema.nullable(),
  closedBy: z.object({ station: z.string(), staff: z.string().nullable() }).nullable(),
  closeReason: closeReasonSchema.nullable(),
  closeNote: z.string(),
  timeline: z.array(alarmMomentSchema),
  /** The person works alone. */
  alone: z.boolean(),
  /** The duress code was typed, to close it or to sign in: whoever raised it may be forced. An emergency, and open until a colleague closes it. */
  duress: z.boolean(),
  /** For 8 s nobody's program had received it. */
  unheard: z.boolean(),
  /** Called off where it was raised: `asked` until somebody looked in on the person all the same. */
  followUp: z.enum(['none', 'asked', 'done']),
  recipients: z.array(recipientStateSchema),
  attempts: z.array(attemptSchema),
  /** When the next step of the plan is due while nobody acknowledges; null at the station that raised it, always, and where none is left. */
  nextStepAt: momentSchema.nullable(),
  /** By the plan, this station is to show it now. */
  addressed: z.boolean(),
});

export type AlarmLevel = z.infer<typeof alarmLevelSchema>;
export type AlarmKind = z.infer<typeof alarmKindSchema>;
export type AlarmState = z.infer<typeof alarmStateSchema>;
export type CloseReason = z.infer<typeof closeReasonSchema>;
export type StaffReference = z.infer<typeof staffReferenceSchema>;
export type AlarmMoment = z.infer<typeof alarmMomentSchema>;
export type Alarm = z.infer<typeof alarmSchema>;

/** A press as it comes in at the edge. The same `id` twice is one press. */
export const pressSchema = z.strictObject({
  id: subjectIdSchema,
  level: alarmLevelSchema,
  kind: alarmKindSchema.default('real'),
  source: triggerSourceSchema,
});
export type Press = z.output<typeof pressSchema>;

export const closeAlarmSchema = z.strictObject({
  alarm: subjectIdSchema,
  reason: closeReasonSchema.default('resolved'),
  note: textSchema(2000).default(''),
  /** Needed only at the station that raised it: the PIN of the person signed in there, or that person's duress code. */
  pin: z.string().optional(),
});
