import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { deskSchema } from '../desk.ts';
import { base, nothing } from './base.ts';

export const deskCalls = {
  watch: base.output(eventIterator(deskSchema)),
  /** One touch, no sign-in. */
  setAlone: base.input(z.strictObject({ alone: z.boolean() })).output(nothing),
  /** `NotAlone` when nobody is asked. */
  checkIn: base.output(nothing),
  /** Somebody touched the screen or a key: to be told at most every half minute. */
  noteActivity: base.output(nothing),
};
