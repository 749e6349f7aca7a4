import { z } from 'zod';
import { windowLanguageSchema } from '../contract/language.ts';
import { noticeLetterSchema, subjectAccessSchema } from '../contract/person.ts';
import { reportSchema } from '../contract/report.ts';
import { exportOrderSchema } from './exportOrder.ts';

const language = windowLanguageSchema;

/** What the thread is asked to make, each but the first a PDF: a file of records; all that is held on a person; a letter; a report. */
export const fileOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('export'), order: exportOrderSchema }),
  z.object({ type: z.literal('access'), language, station: z.string(), access: subjectAccessSchema }),
  z.object({ type: z.literal('letter'), language, letter: noticeLetterSchema }),
  z.object({ type: z.literal('report'), language, made: z.object({ site: z.string(), station: z.string(), staff: z.string().nullable(), at: z.string() }), report: reportSchema, categories: z.record(z.string(), z.string()) }),
]);

export type FileOrder = z.infer<typeof fileOrderSchema>;
