import { z } from 'zod';
import { retentionPreviewSchema, retentionSchema, retentionStateSchema } from '../retention.ts';
import { base, nothing } from './base.ts';

export const retentionCalls = {
  /** How long the site keeps what, and what the last night forgot. */
  get: base.output(retentionStateSchema),
  save: base.input(retentionSchema).output(nothing),
  /** What these settings would forget now. Nothing is changed. */
  preview: base.input(retentionSchema).output(retentionPreviewSchema),
  /** Forgets now what has been kept long enough, however much that is. */
  carryOut: base.output(z.object({ erased: z.int() })),
};
