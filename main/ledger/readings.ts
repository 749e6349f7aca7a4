import { z } from 'zod';
import { recordChoicesSchema, recordPageSchema } from '../contract/recordList.ts';
import { reportQuerySchema, reportSchema } from '../contract/report.ts';
import { selectionSchema } from './recordPages.ts';

/** What the thread that reads is asked, by name: the shape of the question and of the answer. */
export const readings = {
  page: { question: selectionSchema, answer: recordPageSchema },
  choices: { question: z.null(), answer: recordChoicesSchema },
  report: { question: reportQuerySchema, answer: reportSchema },
} as const;

export type ReadingName = keyof typeof readings;
export type Question<Name extends ReadingName> = z.output<(typeof readings)[Name]['question']>;
export type Answer<Name extends ReadingName> = z.output<(typeof readings)[Name]['answer']>;

export const askedSchema = z.object({ id: z.number(), what: z.enum(['page', 'choices', 'report']), question: z.unknown() });
