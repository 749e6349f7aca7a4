/** At most `most` times within any `milliseconds`; measured without the system clock, which may jump. */
export const createRateLimit = (most: number, milliseconds: number): (() => boolean) => {
  let times: readonly number[] = [];
  return () => {
    const now = performance.now();
    times = times.filter((time) => time > now - milliseconds);
    if (times.length >= most) return false;
    times = [...times, now];
    return true;
  };
};
