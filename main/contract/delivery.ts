import { z } from 'zod';
import { momentSchema } from './common.ts';

/** One try to get one message out by one channel, as it ended. */
export const attemptSchema = z.object({
  channel: z.string(),
  /** Why: the occasion in the life of an alarm or fault. */
  occasion: z.enum(['raised', 'raised-to-emergency', 'pressed-again', 'duress', 'closed', 'fault', 'fault-ended', 'test']),
  /** 1, 2, 3 … of one message on one channel. */
  attempt: z.int(),
  /** `received`: the program at the other end said that it has it. */
  outcome: z.enum(['received', 'failed']),
  /** What the other end answered, or what went wrong; never a secret. At most 300 characters. */
  answer: z.string(),
  startedAt: momentSchema,
  /** Milliseconds. */
  duration: z.number(),
  station: z.string(),
});
export type Attempt = z.infer<typeof attemptSchema>;
export type Occasion = Attempt['occasion'];

/** How far word of an alarm has come to one recipient. A station that has not received it is written to again and again. */
export const recipientStateSchema = z.object({
  to: z.enum(['station', 'channel']),
  id: z.string(),
  name: z.string(),
  /** `sent`: written to its socket, or under way; `received`: its program has it; `seen`: shown on a screen; `answered`: somebody is coming; `failed`: the last attempt failed, the next one follows. */
  state: z.enum(['due', 'sent', 'received', 'seen', 'answered', 'failed']),
  at: momentSchema.nullable(),
  attempts: z.int(),
  /** Of a channel: what the other end said last. */
  answer: z.string(),
});
export type RecipientState = z.infer<typeof recipientStateSchema>;
