import { ORPCError } from '@orpc/client';
import { problemSchema } from '../../../main/contract/index.ts';
import type { Problem } from '../../../main/contract/index.ts';

/** What a failed call says to a person; null where it is not an expected failure but a lost or broken station. */
export const problemOf = (error: unknown): Problem | null => {
  if (!(error instanceof ORPCError) || error.code !== 'PROBLEM') return null;
  return problemSchema.safeParse(error.data).data ?? null;
};
