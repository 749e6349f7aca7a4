import { z } from 'zod';
import { madeFileSchema } from '../export.ts';
import { csvTableSchema, reportFilesQuerySchema, reportQuerySchema, reportSchema } from '../report.ts';
import { base } from './base.ts';

export const reportCalls = {
  /** What happened in some months, beside as many before them. `SearchUnavailable` when it cannot be read now. */
  get: base.input(reportQuerySchema).output(reportSchema),
  /** The same as files. That they were made stands in the audit list. `SearchUnavailable`, `ExportRunning`, `ExportFailed`. */
  files: base.input(reportFilesQuerySchema).output(z.array(madeFileSchema)),
  /** A table of it for a spreadsheet: RFC 4180, in UTF-8 with its mark. */
  toCsv: base.input(csvTableSchema).output(z.string()),
};
