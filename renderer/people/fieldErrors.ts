import type { z } from 'zod';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** What has to be put right: a sentence by dotted path (`reviewOn`, `names.0`). */
export type FieldErrors = Readonly<Record<string, string>>;

export const fieldErrors = (schema: z.ZodType, value: unknown): FieldErrors => {
  const checked = schema.safeParse(value);
  const errors: Record<string, string> = {};
  for (const issue of checked.error?.issues ?? []) errors[issue.path.join('.')] ??= stationWords(issue.message);
  return errors;
};
