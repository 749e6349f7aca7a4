import type { Log } from './environment.ts';

/**
 * Runs what may throw because the disk, the ledger or one part of the station is in trouble, logs it with `facts` and goes on: what stands beside
 * it, an alarm above all, must outlive that.
 *
 * @returns undefined when it threw
 */
export const guard = <Value>(log: Log, what: string, run: () => Value, facts: object = {}): Value | undefined => {
  try {
    return run();
  } catch (error) {
    log.error({ ...facts, error: String(error) }, what);
    return undefined;
  }
};
