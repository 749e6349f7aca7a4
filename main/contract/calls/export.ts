import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { partSchema } from '../attachment.ts';
import { subjectIdSchema } from '../common.ts';
import { exportProgressSchema, makeExportSchema } from '../export.ts';
import { base } from './base.ts';

export const exportCalls = {
  /** Makes a file of records, in a thread of its own: how far it is, and at the end the file. `IncidentUnknown`, `ExportRunning`, `ExportFailed`. Each time is an event. */
  make: base.input(makeExportSchema).output(eventIterator(exportProgressSchema)),
  /** Part after part, counted from 1. `ExportUnknown`: it is kept for some minutes, for whoever had it made. */
  read: base.input(z.strictObject({ id: subjectIdSchema, number: z.int().min(1) })).output(partSchema),
};
