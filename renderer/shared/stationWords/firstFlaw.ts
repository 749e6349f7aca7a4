import type { z } from 'zod';
import { stationWords } from './stationWords.ts';

/** What is wrong with a value, in one sentence; null when nothing is. */
export const firstFlaw = (schema: z.ZodType, value: unknown): string | null => {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue === undefined ? null : stationWords(issue.message);
};
