import { ORPCError } from '@orpc/server';
import { ValidationError } from '@orpc/contract';
import { problemSchema, type Problem, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import { isDatabaseError } from '../ledger/openDatabase.ts';

/** Turns a result into what a contract procedure gives: its value, or the one typed error. */
export const give = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw asError(result.error);
  return result.value;
};

const asError = (problem: Problem): ORPCError<'PROBLEM', Problem> => new ORPCError('PROBLEM', { defined: true, status: 422, message: problem.message, data: problem });

/** What the caller of a contract procedure is told of what it threw. What nobody could be told of otherwise is logged. */
export const explain = (error: unknown, log: Log): unknown => {
  if (error instanceof ORPCError) return explainInput(error);
  log.error({ error: error instanceof Error ? error.stack : String(error) }, 'a call failed');
  if (!isDatabaseError(error)) return error;
  return asError({ type: 'LedgerUnwritable', message: `The ledger cannot be used at the moment (${error.code}); calls for help still go out.`, remedy: 'Check the space on the disk and the rights of the data folder, then try again.' });
};

/** Input that does not fit the contract comes from a person as often as from a bug: it is answered like any other problem. */
const explainInput = (error: ORPCError<string, unknown>): unknown => {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return error;
  const issue = error.cause.issues[0];
  const field = (issue?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return asError({ type: 'InputInvalid', message: `${field === '' ? 'The input' : field}: ${issue?.message ?? 'does not fit'}.`, remedy: 'Correct it and try again; nothing was changed.', ...(field === '' ? {} : { field }) });
};

/** For callers that want the value back: the problem inside an error of the contract, if it is one. */
export const problemOf = (error: unknown): Problem | null => {
  if (!(error instanceof ORPCError) || error.code !== 'PROBLEM') return null;
  const parsed = problemSchema.safeParse(error.data);
  return parsed.success ? parsed.data : null;
};
