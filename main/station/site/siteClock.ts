import type { Clock, Log } from '../../core/environment.ts';
import { closeEnough, earliestBelievable, hasVote, judgeClock, type ClockVerdict, type SeenClock } from '../../core/site/judgeClock.ts';
import type { LedgerClock } from '../../ledger/hybridClock.ts';

/** What is known of the clocks of this site. `others`: of stations that are connected; `isLone`: there are none. */
export interface SeenClocks {
  readonly lastWrote: number | null;
  readonly others: readonly SeenClock[];
  readonly isLone: boolean;
}

/**
 * The time that this station goes by: its system clock, or, where most of the others agree that this one is wrong, theirs. Links and
 * supervision look at the system clock itself, or nobody would notice.
 */
export interface SiteClock extends LedgerClock {
  readonly system: Clock;
  readonly verdict: () => ClockVerdict;
  /** Where the others' clocks are seen, from the moment there are links. */
  readonly look: (seen: () => SeenClocks) => void;
  /** Once a second: asks anew. It is asked at once, too, when the system clock jumps. */
  readonly tick: () => void;
}

export interface SiteClockDependencies {
  readonly system: Clock;
  /** Milliseconds since any moment, by a timer that never jumps. */
  readonly elapsed: () => number;
  readonly log: Log;
}

export const createSiteClock = ({ system, elapsed, log }: SiteClockDependencies): SiteClock => {
  let seen: () => SeenClocks = () => ({ lastWrote: null, others: [], isLone: false });
  let verdict: ClockVerdict = { verdict: 'alone' };
  let isLone = false;
  let isImpossible = false;
  /** System clock minus timer: it changes when the clock jumps, and only then. */
  let ahead = system.now() - elapsed();
  /** What is added to the system clock. */
  let correction = 0;

  const correct = (to: number): void => {
    if (Math.abs(to - correction) > closeEnough) log.warn({ correction: to }, 'the clock of this terminal is wrong: the time of the other stations is used, or no longer');
    // The vote trembles by the milliseconds that a heartbeat takes; the time of this station does not.
    if (to === 0 || Math.abs(to - correction) > closeEnough) correction = to;
  };

  const judge = (): void => {
    const now = system.now();
    const jumped = Math.abs(now - elapsed() - ahead) > closeEnough;
    ahead = now - elapsed();
    const { lastWrote, others, isLone: lone } = seen();
    const before = verdict;
    verdict = judgeClock({ now, lastWrote }, others);
    isLone = lone;
    isImpossible = !hasVote({ now, lastWrote });
    if (verdict.verdict === 'outvoted') correct(verdict.offset);
    // Without a majority the last word of the others holds until the clock is set.
    else if (verdict.verdict === 'agrees' || jumped) correct(0);
    if (before.verdict !== verdict.verdict) log.info({ verdict: verdict.verdict }, 'how the clock of this terminal stands to the others');
  };

  return {
    system,
    verdict: () => verdict,
    look: (from) => {
      seen = from;
      judge();
    },
    tick: judge,
    now: () => {
      if (Math.abs(system.now() - elapsed() - ahead) > closeEnough) judge();
      return system.now() + correction;
    },
    isConfirmed: () => verdict.verdict === 'agrees' || verdict.verdict === 'outvoted' || (isLone && system.now() >= earliestBelievable),
    isImpossible: () => isImpossible && verdict.verdict !== 'agrees' && verdict.verdict !== 'outvoted',
  };
};
