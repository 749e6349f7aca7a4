import { appendFileSync } from 'node:fs';

/**
 * Says by name that a suite did not run here, and why, in one JSON line `{name, reason}` of the file that `QUIETBELL_NOT_RUN`
 * names; the test runner prints them at the end. A suite that is silently absent would look like one that passed.
 */
export const reportNotRun = (name: string, reason: string): void => {
  const file = process.env['QUIETBELL_NOT_RUN'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, reason })}\n`);
};
