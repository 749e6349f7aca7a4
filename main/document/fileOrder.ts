import { z } from 'zod';
import { exportOrderSchema } from './exportOrder.ts';

const partSchema = z.union([z.object({ heading: z.string(), text: z.string() }), z.object({ heading: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) })]);

/** What the thread is asked to make: a file of records, or a plain sheet as a PDF (a report, a register, a letter). */
export const fileOrderSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('export'), order: exportOrderSchema }),
  z.object({
    type: z.literal('sheet'),
    made: z.object({ site: z.string(), station: z.string(), staff: z.string().nullable(), at: z.string() }),
    sheet: z.object({ title: z.string(), under: z.string(), parts: z.array(partSchema) }),
  }),
]);

export type FileOrder = z.infer<typeof fileOrderSchema>;
