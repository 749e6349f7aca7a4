/** What the test and its child process (`devicesChild.ts`) say to each other. */
import { z } from 'zod';
import { bindingSchema, captureSchema, deviceMatchSchema, deviceSchema } from '../../../main/contract/trigger.ts';

export const orderSchema = z.discriminatedUnion('order', [
  z.object({ order: z.literal('watch'), bindings: z.array(bindingSchema) }),
  z.object({ order: z.literal('stuck after'), seconds: z.number() }),
  z.object({ order: z.literal('capture') }),
  z.object({ order: z.literal('stop capture') }),
  z.object({ order: z.literal('relay boards'), job: z.int() }),
  z.object({ order: z.literal('switch'), job: z.int(), board: deviceMatchSchema, contact: z.int(), closed: z.boolean() }),
  z.object({ order: z.literal('read relays'), job: z.int(), board: deviceMatchSchema }),
  z.object({ order: z.literal('close') }),
]);

export const newsSchema = z.discriminatedUnion('news', [
  z.object({ news: z.literal('devices'), devices: z.array(deviceSchema) }),
  z.object({ news: z.literal('element'), binding: z.string(), part: z.enum(['first', 'second']), pressed: z.boolean(), at: z.number() }),
  z.object({ news: z.literal('capture'), capture: captureSchema }),
  /** How one job with a relay board ended; `answer` is what `Relays` gave. */
  z.object({ news: z.literal('relay'), job: z.int(), answer: z.unknown() }),
  z.object({ news: z.literal('closed') }),
  z.object({ news: z.literal('logged'), level: z.string(), message: z.string() }),
]);

export type Order = z.output<typeof orderSchema>;
export type News = z.output<typeof newsSchema>;
