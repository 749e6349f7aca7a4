import { appendFileSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Says by name that a suite did not run here, and why, in one JSON line `{name, reason}` of the file that `QUIETBELL_NOT_RUN`
 * names; the test runner prints them at the end. A suite that is silently absent would look like one that passed.
 */
export const reportNotRun = (name: string, reason: string): void => {
  const file = process.env['QUIETBELL_NOT_RUN'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, reason })}\n`);
};

const notRunSchema = z.object({ name: z.string(), reason: z.string() });
export type NotRun = z.infer<typeof notRunSchema>;

/** What was reported into a file. */
export const notRunIn = (file: string): readonly NotRun[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => notRunSchema.parse(JSON.parse(line)));

/** The last word of a run: a suite is there once, however many say that it is not. */
export const sayNotRun = (all: readonly NotRun[]): void => {
  const unique = [...new Map(all.map((each) => [each.name, each])).values()];
  console.log(unique.length === 0 ? '\nEverything ran here.' : '\nNot run on this machine:');
  for (const { name, reason } of unique) console.log(`  ${name}: ${reason}`);
};
