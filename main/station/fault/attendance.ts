import type { Clock, Stop } from '../../core/environment.ts';
import type { Changes } from '../changes.ts';

/** Whoever touched the screen this long ago may have gone. Milliseconds. */
const longestAway = 15 * 60_000;

/** Who is there to see an alarm: the windows of this station, and whether somebody sits at one. */
export interface Attendance {
  /** A window is connected until what this returns is called. */
  readonly openWindow: () => Stop;
  readonly windows: () => number;
  /** Milliseconds for which no window has been connected; null while one is. */
  readonly withoutWindowFor: () => number | null;
  /** Somebody touched the screen or a key. */
  readonly noteActivity: () => void;
  /** A window is connected, and somebody touched it within the last quarter of an hour. */
  readonly touchedLately: () => boolean;
}

export const createAttendance = (clock: Clock, changes: Changes): Attendance => {
  const windows = new Set<symbol>();
  let touchedAt: number | null = null;
  let lastSeenAt = clock.now();
  return {
    openWindow: () => {
      const window = Symbol('window');
      windows.add(window);
      changes.announce('status');
      return () => {
        if (!windows.delete(window)) return;
        lastSeenAt = clock.now();
        changes.announce('status');
      };
    },
    windows: () => windows.size,
    withoutWindowFor: () => (windows.size > 0 ? null : Math.max(0, clock.now() - lastSeenAt)),
    noteActivity: () => {
      touchedAt = clock.now();
    },
    // A clock that was set back by more than that says nothing about how long it has been.
    touchedLately: () => windows.size > 0 && touchedAt !== null && Math.abs(clock.now() - touchedAt) <= longestAway,
  };
};
