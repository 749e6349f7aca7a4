import { z } from 'zod';
import { csvTableSchema, reportQuerySchema, reportSchema } from '../report.ts';
import { base } from './base.ts';

export const reportCalls = {
  /** What happened in some months, beside as many before them. `SearchUnavailable` when it cannot be read now. */
  get: base.input(reportQuerySchema).output(reportSchema),
  /** A table of it for a spreadsheet: RFC 4180, in UTF-8 with its mark. */
  toCsv: base.input(csvTableSchema).output(z.string()),
};
