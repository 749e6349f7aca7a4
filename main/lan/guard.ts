import type { Log } from '../core/environment.ts';

/**
 * Runs what may throw because the disk or the ledger is in trouble, logs it and goes on. Links must outlive both:
 * they are what an alarm leaves by when nothing else works.
 *
 * @returns undefined when it threw
 */
export const guard = <Value>(log: Log, what: string, run: () => Value): Value | undefined => {
  try {
    return run();
  } catch (error) {
    log.error({ error: String(error) }, what);
    return undefined;
  }
};
