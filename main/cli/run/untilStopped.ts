const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Milliseconds within which repeated requests are one: Ctrl-C under npm arrives from the terminal and again from npm. */
const oneGesture = 1000;

/**
 * Resolves when the process is asked to end, with what asked: a signal, or the end of the process that started it (the demo)
 * and keeps a channel to it. Asked again, it ends at once.
 */
export const untilStopped = (): Promise<string> =>
  new Promise((resolve) => {
    const stop = onceAsked((reason) => {
      process.off('disconnect', lostParent);
      resolve(reason);
    });
    const lostParent = (): void => stop('disconnect');
    for (const signal of signals) process.on(signal, stop);
    if (process.connected) process.on('disconnect', lostParent);
  });

/** The same for signals alone: the process that started this one may end without it. */
export const untilSignal = (): Promise<string> =>
  new Promise((resolve) => {
    const stop = onceAsked(resolve);
    for (const signal of signals) process.on(signal, stop);
  });

const onceAsked = (resolve: (reason: string) => void): ((reason: string) => void) => {
  let askedAt: number | null = null;
  return (reason) => {
    if (askedAt !== null && performance.now() - askedAt > oneGesture) process.exit(1);
    askedAt ??= performance.now();
    resolve(reason);
  };
};
