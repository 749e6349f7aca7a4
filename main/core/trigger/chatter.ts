/**
 * Chattering: a worn contact that closes and opens without rest. Nobody presses that often, so it is told from presses by
 * counting. It is over when the contact has been still for a while.
 *
 * A press raises its alarm before this is known, and while it lasts a closing counts only if it is held (see `debounce.ts`).
 */
export interface Chatter {
  readonly chattering: boolean;
  /** The last closings, oldest first; those of one bounce are one. Milliseconds. */
  readonly closings: readonly number[];
}

/** More closings than this within so many milliseconds: twelve a second for two seconds, or three a second for twenty. */
const limits = [
  { closings: 24, within: 2000 },
  { closings: 60, within: 20_000 },
] as const;
const longest = 20_000;
/** Closings that follow each other faster are one. Milliseconds. */
const bounceTime = 50;
/** Milliseconds without a closing after which it is over. */
export const chatterRest = 3000;

export const noChatter: Chatter = { chattering: false, closings: [] };

export const noteClosing = (before: Chatter, at: number): Chatter => {
  const settled = settleChatter(before, at);
  // After the clock was set back, later times say nothing.
  const known = settled.closings.filter((closing) => closing <= at && at - closing < longest);
  const last = known.at(-1);
  if (last !== undefined && at - last < bounceTime) return { ...settled, closings: known };
  const closings = [...known, at];
  return { chattering: settled.chattering || limits.some((limit) => closings.filter((closing) => at - closing < limit.within).length > limit.closings), closings };
};

/** To be called when `chatterSettlesIn` has passed. */
export const settleChatter = (chatter: Chatter, at: number): Chatter => {
  const last = chatter.closings.at(-1);
  return chatter.chattering && (last === undefined || at < last || at - last >= chatterRest) ? noChatter : chatter;
};

/** Milliseconds until it is over if the contact stays still; null when it is none. */
export const chatterSettlesIn = (chatter: Chatter, at: number): number | null =>
  chatter.chattering ? Math.max(0, Math.min(chatterRest, (chatter.closings.at(-1) ?? at) + chatterRest - at)) : null;
