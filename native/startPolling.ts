import type { Poll } from '../main/core/trigger/profiles.ts';

/** Asks one open device for its state again and again. */
export interface Polling {
  /** It said something. */
  readonly noteReport: () => void;
  readonly stop: () => void;
}

/** `ask` may fail: a device that is gone is found out otherwise, and one that takes no question falls silent. */
export const startPolling = (poll: Poll, ask: () => Promise<unknown>, onSilent: (silent: boolean) => void): Polling => {
  let answeredAt = performance.now();
  let asking = false;
  let silent = false;

  const judge = (): void => {
    const now = poll.silentAfter !== null && performance.now() - answeredAt > poll.silentAfter;
    if (now === silent) return;
    silent = now;
    onSilent(silent);
  };
  const turn = (): void => {
    judge();
    if (asking) return;
    asking = true;
    void ask()
      .catch(() => undefined)
      .then(() => (asking = false));
  };
  const timer = setInterval(turn, poll.every);
  turn();

  return {
    noteReport: () => {
      answeredAt = performance.now();
      judge();
    },
    stop: () => clearInterval(timer),
  };
};
