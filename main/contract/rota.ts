import { z } from 'zod';
import { stationIdSchema, subjectIdSchema } from './common.ts';
import { weeklySpanSchema } from './plan.ts';

const { day, from, to } = weeklySpanSchema.shape;

/** A day of the calendar, by the clock on the wall: `2026-12-24`. */
export const dateSchema = z.iso.date();

/** Somebody at a desk for some hours; past midnight where it ends before it begins. */
export const shiftSchema = z.strictObject({
  from,
  to,
  staff: subjectIdSchema,
  station: stationIdSchema,
  /** Nobody else is near: working alone is switched on at that desk by itself. */
  alone: z.boolean(),
});
export const weeklyShiftSchema = shiftSchema.extend({ day });

const mostShifts = 300;
export const rotaWeekSchema = z.array(weeklyShiftSchema).max(mostShifts);
/** A day that is unlike its weekday: its shifts take the place of the week's. None: nobody works. */
export const rotaDaySchema = z.strictObject({ date: dateSchema, shifts: z.array(shiftSchema).max(100) });

export const rotaSchema = z.object({ week: z.array(weeklyShiftSchema), days: z.array(rotaDaySchema) });

/** A line of today's rota, as the noticeboard shows it to everybody. That somebody is alone is not among it. */
export const rotaLineSchema = z.object({ desk: z.string(), who: z.string(), from, to });

export type Shift = z.infer<typeof shiftSchema>;
export type WeeklyShift = z.infer<typeof weeklyShiftSchema>;
export type RotaDay = z.infer<typeof rotaDaySchema>;
export type Rota = z.infer<typeof rotaSchema>;
export type RotaLine = z.infer<typeof rotaLineSchema>;
