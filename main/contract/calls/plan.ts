import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { planDocumentSchema } from '../plan.ts';
import { base, nothing } from './base.ts';

export const planCalls = {
  get: base.output(planDocumentSchema),
  watch: base.output(eventIterator(planDocumentSchema)),
  /** `PlanInvalid` names what does not fit: a group, station or channel that is not there, nobody who would hear. */
  save: base.input(planDocumentSchema).output(nothing),
  /** The document as YAML, with the names of stations. */
  toYaml: base.output(z.string()),
  /** Replaces the document. Errors name the line. */
  fromYaml: base.input(z.strictObject({ text: z.string().max(200_000) })).output(nothing),
};
