import type { Clock, Log } from '../core/environment.ts';
import type { LocalStore } from './localStore.ts';

/** How long one write that went well vouches for the next. Milliseconds. */
const believedFor = 10_000;

/**
 * Whether the ledger takes writes, found out by writing: a full disk or lost rights show only then, and shall not show first when
 * somebody presses. A write that failed is tried again at every call.
 */
export const createWriteProbe = (local: Pick<LocalStore, 'keepSecret'>, clock: Clock, log: Log): (() => boolean) => {
  let wroteAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = clock.now();
    if (Math.abs(now - wroteAt) < believedFor) return true;
    try {
      local.keepSecret('write probe', Buffer.from(String(now)));
      wroteAt = now;
      return true;
    } catch (error) {
      wroteAt = Number.NEGATIVE_INFINITY;
      log.error({ error: String(error) }, 'the ledger takes no writes');
      return false;
    }
  };
};
