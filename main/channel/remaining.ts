/** Whom one message has not reached yet: a try that reached some of several is gone on with for the others alone. */
export interface Remaining {
  readonly of: <To extends string>(message: string, all: readonly To[]) => readonly To[];
  readonly reached: (message: string, to: readonly string[]) => void;
}

/** So many messages are remembered; older ones are not tried any more. */
const remembered = 200;

export const createRemaining = (): Remaining => {
  const reachedByMessage = new Map<string, Set<string>>();
  return {
    of: (message, all) => all.filter((to) => reachedByMessage.get(message)?.has(to) !== true),
    reached: (message, to) => {
      const before = reachedByMessage.get(message) ?? new Set();
      reachedByMessage.delete(message);
      reachedByMessage.set(message, new Set([...before, ...to]));
      for (const oldest of reachedByMessage.keys()) {
        if (reachedByMessage.size <= remembered) break;
        reachedByMessage.delete(oldest);
      }
    },
  };
};
