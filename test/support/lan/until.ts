/** Waits for a condition, looking again every few milliseconds; fails with its text when the time is over. */
export const until = async (what: string, holds: () => boolean, milliseconds = 8_000): Promise<void> => {
  const deadline = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It did not come true within ${milliseconds} ms that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
