import { z } from 'zod';
import { type Wording } from './common.ts';
/** What a step offers to do: dial a pre-coded number, raise an alarm, or show the way to the safe room or the code phrase. */
export declare const stepActionSchema: z.ZodDiscriminatedUnion<[z.ZodObject<{
    do: z.ZodLiteral<"dial">;
    number: z.ZodString;
}, z.core.$strict>, z.ZodObject<{
    do: z.ZodLiteral<"raise">;
    level: z.ZodEnum<{
        assist: "assist";
        emergency: "emergency";
    }>;
}, z.core.$strict>, z.ZodObject<{
    do: z.ZodLiteral<"code-phrase">;
}, z.core.$strict>, z.ZodObject<{
    do: z.ZodLiteral<"alarm-code">;
}, z.core.$strict>, z.ZodObject<{
    do: z.ZodLiteral<"safe-room">;
}, z.core.$strict>, z.ZodObject<{
    do: z.ZodLiteral<"record">;
}, z.core.$strict>], "do">;
export interface Step {
    readonly id: string;
    readonly wording: Wording;
    readonly action?: z.infer<typeof stepActionSchema> | undefined;
    readonly steps?: readonly Step[] | undefined;
}
export declare const stepSchema: z.ZodType<Step>;
/** A list of steps to tick; `alone` sections are for whoever works alone. */
export declare const stepsSectionSchema: z.ZodObject<{
    type: z.ZodLiteral<"steps">;
    id: z.ZodString;
    title: z.ZodObject<{
        discreet: z.ZodString;
        full: z.ZodString;
    }, z.core.$strict>;
    alone: z.ZodDefault<z.ZodBoolean>;
    steps: z.ZodArray<z.ZodType<Step, unknown, z.core.$ZodTypeInternals<Step, unknown>>>;
}, z.core.$strict>;
/** A question whose answer opens one branch. The answer guides; it never decides about the alarm. */
export declare const questionSectionSchema: z.ZodObject<{
    type: z.ZodLiteral<"question">;
    id: z.ZodString;
    title: z.ZodObject<{
        discreet: z.ZodString;
        full: z.ZodString;
    }, z.core.$strict>;
    answers: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        wording: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
        steps: z.ZodArray<z.ZodType<Step, unknown, z.core.$ZodTypeInternals<Step, unknown>>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
export declare const procedureSchema: z.ZodObject<{
    id: z.ZodString;
    version: z.ZodInt;
    title: z.ZodObject<{
        discreet: z.ZodString;
        full: z.ZodString;
    }, z.core.$strict>;
    numbers: z.ZodArray<z.ZodObject<{
        id: z.ZodString;
        label: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
        dial: z.ZodString;
    }, z.core.$strict>>;
    codePhrase: z.ZodObject<{
        discreet: z.ZodString;
        full: z.ZodString;
    }, z.core.$strict>;
    alarmCode: z.ZodObject<{
        dial: z.ZodString;
        wording: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
    }, z.core.$strict>;
    safeRoom: z.ZodObject<{
        place: z.ZodString;
        wording: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
    }, z.core.$strict>;
    sections: z.ZodArray<z.ZodDiscriminatedUnion<[z.ZodObject<{
        type: z.ZodLiteral<"steps">;
        id: z.ZodString;
        title: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
        alone: z.ZodDefault<z.ZodBoolean>;
        steps: z.ZodArray<z.ZodType<Step, unknown, z.core.$ZodTypeInternals<Step, unknown>>>;
    }, z.core.$strict>, z.ZodObject<{
        type: z.ZodLiteral<"question">;
        id: z.ZodString;
        title: z.ZodObject<{
            discreet: z.ZodString;
            full: z.ZodString;
        }, z.core.$strict>;
        answers: z.ZodArray<z.ZodObject<{
            id: z.ZodString;
            wording: z.ZodObject<{
                discreet: z.ZodString;
                full: z.ZodString;
            }, z.core.$strict>;
            steps: z.ZodArray<z.ZodType<Step, unknown, z.core.$ZodTypeInternals<Step, unknown>>>;
        }, z.core.$strict>>;
    }, z.core.$strict>], "type">>;
}, z.core.$strict>;
export declare const runSchema: z.ZodObject<{
    id: z.ZodUUID;
    procedure: z.ZodString;
    version: z.ZodInt;
    alarm: z.ZodNullable<z.ZodUUID>;
    station: z.ZodString;
    startedAt: z.ZodISODateTime;
    ticks: z.ZodArray<z.ZodObject<{
        step: z.ZodString;
        at: z.ZodISODateTime;
    }, z.core.$strip>>;
    answers: z.ZodArray<z.ZodObject<{
        question: z.ZodString;
        answer: z.ZodString;
        at: z.ZodISODateTime;
    }, z.core.$strip>>;
    endedAt: z.ZodNullable<z.ZodISODateTime>;
}, z.core.$strip>;
export type StepAction = z.infer<typeof stepActionSchema>;
export type Section = z.output<typeof procedureSchema>['sections'][number];
export type Procedure = z.output<typeof procedureSchema>;
export type Run = z.infer<typeof runSchema>;
