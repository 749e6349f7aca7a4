/** What the test and its child process (`devicesChild.ts`) say to each other. */
import { z } from 'zod';
import { bindingSchema, captureSchema, deviceSchema } from '../../../main/contract/trigger.ts';

export const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('watch'), bindings: z.array(bindingSchema) }),
  z.object({ order: z.literal('capture') }),
  z.object({ order: z.literal('stop capture') }),
  z.object({ order: z.literal('close') }),
]);

export const newsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('devices'), devices: z.array(deviceSchema) }),
  z.object({ news: z.literal('element'), binding: z.string(), pressed: z.boolean(), at: z.number() }),
  z.object({ news: z.literal('capture'), capture: captureSchema }),
  z.object({ news: z.literal('closed') }),
  z.object({ news: z.literal('logged'), level: z.string(), message: z.string() }),
]);

export type Order = z.output<typeof orderSchema>;
export type News = z.output<typeof newsSchema>;
