export interface Repetition {
  /** Runs the task at once, or once more right after the run that is under way. */
  readonly soon: () => void;
  /** Resolves when the run under way has ended; no other follows. */
  readonly stop: () => Promise<void>;
}

/** Runs a task again and again, `pause` milliseconds after it ended, never twice at a time. The task must not reject. */
export const repeat = (task: () => Promise<void>, pause: number): Repetition => {
  let stopped = false;
  let asked = false;
  let wake = (): void => undefined;

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      asked = false;
      await task();
      // `asked` and `stopped` may have changed while the task ran.
      if (!asked && !stopped) await rest();
    }
  };
  // Begins after the caller has got hold of this object.
  const running = Promise.resolve().then(run);

  const soon = (): void => {
    asked = true;
    wake();
  };
  return {
    soon,
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
};
