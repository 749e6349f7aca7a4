import { createSiteClock, type SiteClock } from '../../../main/station/site/siteClock.ts';
import { silentLog } from './testLedger.ts';

/** A terminal's clock, which somebody sets or whose battery is empty: it shows so many milliseconds more than the true time. */
export interface Terminal {
  readonly id: string;
  readonly clock: SiteClock;
  readonly set: (ahead: number) => void;
  readonly shows: () => number;
  /** Its network cable is in. */
  connected: boolean;
  /** What is in the ledger of this one: the time of each station's last event. */
  lastWrote: () => ReadonlyMap<string, number>;
}

/** Real site clocks of several terminals; the true time and the wires are the test's. */
export const createClockSite = (ids: readonly string[], began = Date.UTC(2026, 10, 24, 9)) => {
  let passed = 0;
  const now = (): number => began + passed;
  const terminals: Terminal[] = ids.map((id) => {
    let ahead = 0;
    const shows = (): number => now() + ahead;
    return { id, shows, connected: true, lastWrote: () => new Map(), set: (to) => (ahead = to), clock: createSiteClock({ system: { now: shows }, elapsed: () => passed, log: silentLog }) };
  });
  for (const terminal of terminals) {
    terminal.clock.look(() => ({
      lastWrote: terminal.lastWrote().get(terminal.id) ?? null,
      others: terminals.filter((other) => other !== terminal && other.connected && terminal.connected).map((other) => ({ now: other.shows(), lastWrote: terminal.lastWrote().get(other.id) ?? null })),
      isLone: ids.length === 1,
    }));
  }
  return {
    terminals,
    /** The true time. */
    now,
    pass: (milliseconds: number): void => {
      passed += milliseconds;
      for (const { clock } of terminals) clock.tick();
    },
  };
};

export const years = (count: number): number => count * 365.25 * 24 * 3_600_000;
