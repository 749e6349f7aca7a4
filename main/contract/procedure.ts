import { z } from 'zod';
import { alarmLevelSchema } from './alarm.ts';
import { lineSchema, momentSchema, slugSchema, stationIdSchema, subjectIdSchema, wordingSchema, type Wording } from './common.ts';

/** What a step offers to do: dial a pre-coded number, raise an alarm, or show the way to the safe room or the code phrase. */
export const stepActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('dial'), number: slugSchema }),
  z.strictObject({ do: z.literal('raise'), level: alarmLevelSchema }),
  z.strictObject({ do: z.literal('code-phrase') }),
  z.strictObject({ do: z.literal('alarm-code') }),
  z.strictObject({ do: z.literal('safe-room') }),
  z.strictObject({ do: z.literal('record') }),
]);

export interface Step {
  readonly id: string;
  readonly wording: Wording;
  readonly action?: z.infer<typeof stepActionSchema> | undefined;
  readonly steps?: readonly Step[] | undefined;
}

export const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.strictObject({ id: slugSchema, wording: wordingSchema, action: stepActionSchema.optional(), steps: z.array(stepSchema).min(1).optional() }),
);

/** A list of steps to tick; `alone` sections are for whoever works alone. */
export const stepsSectionSchema = z.strictObject({
  type: z.literal('steps'),
  id: slugSchema,
  title: wordingSchema,
  alone: z.boolean().default(false),
  steps: z.array(stepSchema).min(1),
});

/** A question whose answer opens one branch. The answer guides; it never decides about the alarm. */
export const questionSectionSchema = z.strictObject({
  type: z.literal('question'),
  id: slugSchema,
  title: wordingSchema,
  answers: z.array(z.strictObject({ id: slugSchema, wording: wordingSchema, steps: z.array(stepSchema).min(1) })).min(2),
});

export const procedureSchema = z.strictObject({
  id: slugSchema,
  version: z.int().min(1),
  title: wordingSchema,
  /** Pre-coded numbers: `dial` is what is dialled, on an inside or outside line. */
  numbers: z.array(z.strictObject({ id: slugSchema, label: wordingSchema, dial: lineSchema(40) })),
  /** What is said aloud to a colleague that a customer hears as service talk. */
  codePhrase: wordingSchema,
  /** The telephone code that alerts by dialling, `#00` in the seed procedure. */
  alarmCode: z.strictObject({ dial: lineSchema(12), wording: wordingSchema }),
  safeRoom: z.strictObject({ place: lineSchema(120), wording: wordingSchema }),
  sections: z.array(z.discriminatedUnion('type', [stepsSectionSchema, questionSectionSchema])).min(1),
});

export const runSchema = z.object({
  id: subjectIdSchema,
  procedure: slugSchema,
  version: z.int(),
  alarm: subjectIdSchema.nullable(),
  station: z.string(),
  stationId: stationIdSchema,
  startedAt: momentSchema,
  /** Ticked steps with the time of the tick; a step that was unticked again is not among them. */
  ticks: z.array(z.object({ step: z.string(), at: momentSchema })),
  /** The latest answer to each question. */
  answers: z.array(z.object({ question: z.string(), answer: z.string(), at: momentSchema })),
  endedAt: momentSchema.nullable(),
});

export type StepAction = z.infer<typeof stepActionSchema>;
export type Section = z.output<typeof procedureSchema>['sections'][number];
export type Procedure = z.output<typeof procedureSchema>;
export type Run = z.infer<typeof runSchema>;

/** Every step of a procedure, sub-steps and both branches included, in reading order. */
export const stepsOf = (procedure: Procedure): readonly Step[] =>
  procedure.sections.flatMap((section) => (section.type === 'steps' ? section.steps : section.answers.flatMap((answer) => answer.steps))).flatMap(withSubSteps);

const withSubSteps = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(withSubSteps)];
