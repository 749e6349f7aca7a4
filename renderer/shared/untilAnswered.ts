const answerWithin = 2_000;
const againAfter = 250;

/**
 * Makes a call again and again until the station has answered it: when the connection broke, when the answer is late, when the station
 * failed. For what must get through and carries an id that makes a repetition harmless. `refused`: an answer that no repetition would change.
 */
export const untilAnswered = async (call: (signal: AbortSignal) => Promise<unknown>, refused: (error: unknown) => boolean = () => false): Promise<void> => {
  while (true) {
    try {
      await call(AbortSignal.timeout(answerWithin));
      return;
    } catch (error) {
      if (refused(error)) return;
      await new Promise((resolve) => setTimeout(resolve, againAfter));
    }
  }
};
