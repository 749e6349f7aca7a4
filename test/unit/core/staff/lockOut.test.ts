import { describe, expect, it } from 'vitest';
import { afterFailure, noFailures, personPolicy, takenBack, waitOf, type Failures } from '../../../../main/core/staff/lockOut.ts';

const now = Date.UTC(2026, 10, 30, 9);
const failed = (times: number, from: Failures = noFailures): Failures => Array.from({ length: times }).reduce<Failures>((failures) => afterFailure(failures, now, personPolicy), from);

describe('a lock after wrong PINs', () => {
  it('comes with the fifth, ends by itself, and doubles with each further one up to its longest', () => {
    expect(waitOf(failed(4), now, personPolicy)).toBe(0);
    expect(waitOf(failed(5), now, personPolicy)).toBe(30_000);
    expect(waitOf(failed(5), now + 30_000, personPolicy)).toBe(0);
    expect(waitOf(failed(6), now, personPolicy)).toBe(60_000);
    expect(waitOf(failed(40), now, personPolicy)).toBe(personPolicy.longestLock);
  });

  it('is forgotten after an hour without a failure', () => {
    expect(afterFailure(failed(8), now + personPolicy.forgottenAfter + 1, personPolicy)).toMatchObject({ count: 1, lockedUntil: 0 });
  });

  it('is never longer than its longest, also when the clock is set back', () => {
    expect(waitOf(failed(5), now - 86_400_000, personPolicy)).toBe(personPolicy.longestLock);
  });

  it('a right one takes back what was counted for it', () => {
    expect(takenBack(failed(5))).toMatchObject({ count: 4, lockedUntil: 0 });
  });
});
