import type { Clock } from '../../core/environment.ts';
import type { Changes } from '../changes.ts';

/** Whoever has not looked for this long begins a new sitting. Milliseconds. */
export const longestSitting = 15 * 60_000;

/**
 * Which looks into person files are told of: one a sitting, not one a repaint. A sitting is one person in one file at this terminal; it ends with their sign-out, or
 * when they have not looked for a quarter of an hour.
 */
export interface PersonLooks {
  /** `keep` writes it down; while it cannot be, the look is no less a look and is told of the next time. */
  readonly look: (person: string, staff: string | null, what: 'card' | 'file', keep: () => boolean) => void;
  readonly stop: () => void;
}

export const createPersonLooks = (clock: Clock, changes: Changes): PersonLooks => {
  const lookedAt = new Map<string, number>();
  return {
    look: (person, staff, what, keep) => {
      const key = [person, staff, what].join('/');
      const before = lookedAt.get(key);
      const isNew = before === undefined || Math.abs(clock.now() - before) > longestSitting;
      if (!isNew || keep()) lookedAt.set(key, clock.now());
    },
    stop: changes.on(['session'], () => lookedAt.clear()),
  };
};
