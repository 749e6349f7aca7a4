import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { channelAttemptSchema, channelInputSchema, channelSchema } from '../channel.ts';
import { slugSchema } from '../common.ts';
import { attemptSchema } from '../delivery.ts';
import { base, nothing } from './base.ts';

export const channelCalls = {
  list: base.output(z.array(channelSchema)),
  watch: base.output(eventIterator(z.array(channelSchema))),
  /** Adds one, or replaces the one with that id. */
  save: base.input(channelInputSchema).output(channelSchema),
  remove: base.input(z.strictObject({ id: slugSchema })).output(nothing),
  /** Sends a message that says it is a test, from this station, and waits for how it ended. */
  test: base.input(z.strictObject({ id: slugSchema })).output(attemptSchema),
  /** The newest attempts of all alarms and tests on one channel. */
  attempts: base.input(z.strictObject({ id: slugSchema })).output(z.array(channelAttemptSchema)),
};
