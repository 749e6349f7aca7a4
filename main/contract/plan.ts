import { z } from 'zod';
import { alarmLevelSchema } from './alarm.ts';
import { lineSchema, slugSchema, stationIdSchema } from './common.ts';

/** Who is told: every station, some by id, a group of them, or a way out of the site. */
export const recipientSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('everyone') }),
  z.strictObject({ to: z.literal('station'), station: stationIdSchema }),
  z.strictObject({ to: z.literal('group'), group: slugSchema }),
  z.strictObject({ to: z.literal('channel'), channel: slugSchema }),
]);

/** All that are given must hold. */
export const conditionSchema = z.strictObject({
  /** Only while nobody said that he is coming. */
  unacknowledged: z.boolean().default(true),
  /** Only at this level or above. */
  level: alarmLevelSchema.default('assist'),
  /** Only when the person works alone, or only when not. */
  alone: z.boolean().optional(),
  /** Only out of the hours of the site, or only within them. */
  outOfHours: z.boolean().optional(),
});

export const planStepSchema = z.strictObject({
  /** Seconds after the alarm was raised. */
  after: z.int().min(0).max(3600),
  recipients: z.array(recipientSchema).min(1).max(50),
  when: conditionSchema.default({ unacknowledged: true, level: 'assist' }),
});

export const planSchema = z.strictObject({
  id: slugSchema,
  name: lineSchema(60),
  /** `alone`: for whoever works alone. */
  use: z.enum(['always', 'alone']).default('always'),
  /** The stations it is for; empty: all of them. */
  stations: z.array(stationIdSchema).max(100).default([]),
  /** Seconds within which a second press raises `assist` to `emergency`. */
  secondPress: z.int().min(5).max(600).default(30),
  steps: z.array(planStepSchema).min(1).max(20),
});

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as HH:MM');

/** A span on a day of the week (ISO 8601: 1 is Monday), local time; one that ends before it begins goes on past midnight. */
export const weeklySpanSchema = z.strictObject({ day: z.int().min(1).max(7), from: clockTime, to: clockTime });

/** Everything that decides who hears of what, and when: one document a site. */
export const planDocumentSchema = z.strictObject({
  plans: z.array(planSchema).min(1).max(50),
  groups: z.array(z.strictObject({ id: slugSchema, name: lineSchema(60), stations: z.array(stationIdSchema).max(100) })).max(50).default([]),
  /** When the site is open; empty: always. */
  hours: z.array(weeklySpanSchema).max(50).default([]),
  faults: z
    .strictObject({
      /** Channels that are told of faults, IT by e-mail, say. */
      channels: z.array(slugSchema).max(20).default([]),
      /** Seconds that a fault must last before they are. */
      after: z.int().min(0).max(3600).default(60),
    })
    .default({ channels: [], after: 60 }),
  checkIn: z
    .strictObject({
      /** Minutes between check-ins of whoever works alone. */
      every: z.int().min(1).max(240).default(30),
      /** Seconds to answer before it counts as missed. */
      grace: z.int().min(15).max(1800).default(120),
      level: alarmLevelSchema.default('assist'),
    })
    .default({ every: 30, grace: 120, level: 'assist' }),
});

export type Recipient = z.output<typeof recipientSchema>;
export type Condition = z.output<typeof conditionSchema>;
export type PlanStep = z.output<typeof planStepSchema>;
export type Plan = z.output<typeof planSchema>;
export type WeeklySpan = z.output<typeof weeklySpanSchema>;
export type PlanDocument = z.output<typeof planDocumentSchema>;
