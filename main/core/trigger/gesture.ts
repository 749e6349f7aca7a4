import type { Gesture } from '../../contract/trigger.ts';

/** The element that a binding names, or the second one of "two together". */
export type Part = 'first' | 'second';

/** One part closed or opened, freed from bounce. `at` is milliseconds of any clock. */
export interface PartEdge {
  readonly part: Part;
  readonly pressed: boolean;
  readonly at: number;
}

/**
 * What a recogniser knows of one binding. It never waits: a press counts when it closes, whatever else the same element may become.
 *
 * - press: each closing.
 * - double press: a closing within a second of the one before. A third closing begins anew.
 * - hold: when it was held so long, once; or at the release, where nobody had looked at the time in between.
 * - two together: the closing after which both are closed, in either order.
 *
 * A closing that comes while the part is closed already is a new one: its opening was lost on the way from a window.
 */
export interface GestureState {
  readonly closed: Readonly<Record<Part, boolean>>;
  /** Double press: the closing that waits for a second one. Hold: the closing under way that has not counted yet. Else null. */
  readonly since: number | null;
}

export interface Recognised {
  readonly state: GestureState;
  /** The gesture was completed by this. */
  readonly done: boolean;
}

/** Milliseconds between the two closings of a double press. */
export const doublePressWithin = 1000;

export const atRest: GestureState = { closed: { first: false, second: false }, since: null };

export const noteEdge = (gesture: Gesture, before: GestureState, { part, pressed, at }: PartEdge): Recognised => {
  const state = { ...before, closed: { ...before.closed, [part]: pressed } };
  switch (gesture.type) {
    case 'press':
      return { state, done: pressed };
    case 'double-press': {
      if (!pressed) return { state, done: false };
      // A clock that was set back a little between the two must not part them.
      const second = before.since !== null && Math.abs(at - before.since) <= doublePressWithin;
      return { state: { ...state, since: second ? null : at }, done: second };
    }
    case 'hold':
      return { state: { ...state, since: pressed ? at : null }, done: !pressed && isReached(gesture.seconds, before.since, at) };
    case 'together':
      return { state, done: pressed && state.closed.first && state.closed.second };
  }
};

/** To be called when `holdEndsAt` has come. */
export const noteTime = (gesture: Gesture, state: GestureState, at: number): Recognised =>
  gesture.type === 'hold' && isReached(gesture.seconds, state.since, at) ? { state: { ...state, since: null }, done: true } : { state, done: false };

/** When a hold that is under way counts; null when none is. */
export const holdEndsAt = (gesture: Gesture, { since }: GestureState): number | null => (gesture.type === 'hold' && since !== null ? since + 1000 * gesture.seconds : null);

const isReached = (seconds: number, since: number | null, at: number): boolean => since !== null && at - since >= 1000 * seconds;
