import { z } from 'zod';
import { alarmLevelSchema } from './alarm.ts';
import { languageSchema, lineSchema, momentSchema, slugSchema, stationIdSchema, subjectIdSchema, textSchema } from './common.ts';

/** A wording in two faces: what may be read over a shoulder, and what it means. */
export interface Faces {
  readonly discreet: string;
  readonly full: string;
}

/** The faces in the procedure's own language, and in others by language; where one is missing the own language is shown. */
export interface Wording extends Faces {
  readonly translations?: Readonly<Record<string, Faces>> | undefined;
}

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

/** How many characters the two faces may have. */
export const longestFaces = { discreet: 160, full: 600 } as const;

/** `line`: what a line of text has to be; `least`: how many entries a list has to have. A draft is laxer than what is published. */
const shapeOf = (line: (longest: number) => z.ZodString, least: 0 | 1) => {
  const faces = { discreet: line(longestFaces.discreet), full: line(longestFaces.full) };
  const wording = z.strictObject({ ...faces, translations: z.record(languageSchema, z.strictObject(faces)).optional() });
  const step: z.ZodType<Step> = z.lazy(() => z.strictObject({ id: slugSchema, wording, action: stepActionSchema.optional(), steps: z.array(step).min(least).max(30).optional() }));
  const steps = z.array(step).min(least).max(50);

  /** A list of steps to tick; `alone` sections are for whoever works alone. */
  const stepsSection = z.strictObject({ type: z.literal('steps'), id: slugSchema, title: wording, alone: z.boolean().default(false), steps });
  /** A question whose answer opens one branch. The answer guides; it never decides about the alarm. */
  const questionSection = z.strictObject({ type: z.literal('question'), id: slugSchema, title: wording, answers: z.array(z.strictObject({ id: slugSchema, wording, steps })).min(least === 0 ? 0 : 2).max(6) });
  /** What can be seen or heard, to be ticked when it was. Nothing is counted, and nothing about the alarm follows from it. */
  const cuesSection = z.strictObject({ type: z.literal('cues'), id: slugSchema, title: wording, cues: z.array(z.strictObject({ id: slugSchema, wording })).min(least).max(30) });

  return z.strictObject({
    id: slugSchema,
    /** Counts up with every publication of the site. */
    version: z.int().min(1),
    /** The language of the wordings themselves. */
    language: languageSchema.default('en'),
    /** Its place among the service notes. The first one is the one that opens by itself. */
    position: z.int().min(1).max(99).default(50),
    title: wording,
    /** Pre-coded numbers: `dial` is what is dialled, on an inside or outside line. */
    numbers: z.array(z.strictObject({ id: slugSchema, label: wording, dial: line(40) })).max(30),
    /** What is said aloud to a colleague that a customer hears as service talk. */
    codePhrase: wording,
    /** The telephone code that alerts by dialling, `#00` in the seed procedure. */
    alarmCode: z.strictObject({ dial: line(12), wording }),
    safeRoom: z.strictObject({ place: line(120), wording }),
    sections: z.array(z.discriminatedUnion('type', [stepsSection, questionSection, cuesSection])).min(least).max(30),
  });
};

export const procedureSchema = shapeOf(lineSchema, 1);

/** Names one wording of a procedure for good: a hash of the whole document. */
export const editionSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** A procedure as the service notes show it. */
export const shownProcedureSchema = z.object({ edition: editionSchema, document: procedureSchema });

/** One publication. It is never changed; a later one stands above it. */
export const procedureVersionSchema = z.object({
  edition: editionSchema,
  version: z.int(),
  at: momentSchema,
  station: z.string(),
  staff: z.string().nullable(),
  /** What was changed, in the words of whoever published it. */
  note: z.string(),
  /** The edition that stood then and that whoever published this one had not seen: two stations published at the same time. */
  unseen: editionSchema.nullable(),
});

/** How it stands with one procedure of the site, for whoever looks after it. */
export const procedureStandingSchema = z.object({
  id: slugSchema,
  edition: editionSchema,
  document: procedureSchema,
  /** `file`: from the data folder of this station; nobody else shows it until it is published. */
  source: z.enum(['published', 'file', 'shipped']),
  /** The service notes do not show it. */
  withdrawn: z.boolean(),
  /** Newest last. */
  versions: z.array(procedureVersionSchema),
  /** A file in this station's data folder that says something else and was never published. */
  offer: z.object({ file: z.string(), document: procedureSchema }).nullable(),
});

/** What somebody is writing at one station; it holds anything that was typed so far. */
export const procedureDraftSchema = z.object({ basedOn: editionSchema.nullable(), document: shapeOf(textSchema, 0), savedAt: momentSchema });

/** `basedOn`: the edition that was changed; null for a new procedure. */
export const publishProcedureSchema = z.strictObject({ document: procedureSchema, note: textSchema(200).default(''), basedOn: editionSchema.nullable() });

export const runSchema = z.object({
  id: subjectIdSchema,
  procedure: slugSchema,
  version: z.int(),
  /** What exactly was walked through; null for a run of a program that did not note it. */
  edition: editionSchema.nullable().default(null),
  alarm: subjectIdSchema.nullable(),
  station: z.string(),
  stationId: stationIdSchema,
  startedAt: momentSchema,
  /** Ticked steps and cues with the time of the tick; one that was unticked again is not among them. */
  ticks: z.array(z.object({ step: z.string(), at: momentSchema })),
  /** The latest answer to each question. */
  answers: z.array(z.object({ question: z.string(), answer: z.string(), at: momentSchema })),
  endedAt: momentSchema.nullable(),
});

export type StepAction = z.infer<typeof stepActionSchema>;
export type Procedure = z.output<typeof procedureSchema>;
export type Section = Procedure['sections'][number];
export type Cue = Extract<Section, { type: 'cues' }>['cues'][number];
export type ShownProcedure = z.output<typeof shownProcedureSchema>;
export type ProcedureVersion = z.output<typeof procedureVersionSchema>;
export type ProcedureStanding = z.output<typeof procedureStandingSchema>;
export type ProcedureDraft = z.output<typeof procedureDraftSchema>;
export type PublishProcedure = z.output<typeof publishProcedureSchema>;
export type Run = z.infer<typeof runSchema>;

/** Every step of a procedure, sub-steps and all branches included, in reading order. */
export const stepsOf = (procedure: Procedure): readonly Step[] => procedure.sections.flatMap(stepsOfSection).flatMap(withSubSteps);

/** Every observable cue of a procedure. */
export const cuesOf = (procedure: Procedure): readonly Cue[] => procedure.sections.flatMap((section) => (section.type === 'cues' ? section.cues : []));

const stepsOfSection = (section: Section): readonly Step[] => (section.type === 'steps' ? section.steps : section.type === 'question' ? section.answers.flatMap((answer) => answer.steps) : []);

const withSubSteps = (step: Step): readonly Step[] => [step, ...(step.steps ?? []).flatMap(withSubSteps)];
