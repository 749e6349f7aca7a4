import type { Locator, Page } from 'playwright-core';
import type { Effort } from './effort.ts';

/**
 * Somebody who works a window with one thing alone: the keys, or a finger. A story that is told with a hand is told once and done by both; it
 * fails where one of them cannot reach, hit or see what the other one can.
 */
export interface Hand {
  readonly page: Page;
  readonly name: HandName;
  /** A button, a link, a box to tick, one of several to choose from. */
  readonly press: (target: Locator) => Promise<void>;
  /** Instead of what stands in the field. */
  readonly fill: (field: Locator, text: string) => Promise<void>;
  /** From a drop-down list, by what it reads. */
  readonly choose: (list: Locator, option: string | RegExp) => Promise<void>;
  /** What a key does wherever one is, and a button as well. */
  readonly shortcut: (key: string, button: Locator) => Promise<void>;
  /** What this has cost since the last `afresh`. */
  readonly effort: () => Effort;
  readonly afresh: () => void;
}

export type HandName = 'keys' | 'finger';

/** For `describe.each`: the first one keeps the screens of the story, which look the same to both. */
export const bothHands = [{ hand: 'keys' }, { hand: 'finger' }] as const satisfies readonly { readonly hand: HandName }[];

export type HandMoves = Pick<Hand, 'press' | 'fill' | 'choose' | 'shortcut'>;
