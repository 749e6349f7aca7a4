import { z } from 'zod';
import { exportOrderSchema } from './exportOrder.ts';

/** What the thread is asked to make. */
export const fileOrderSchema = z.discriminatedUnion('type', [z.object({ type: z.literal('export'), order: exportOrderSchema })]);

export type FileOrder = z.infer<typeof fileOrderSchema>;
