/**
 * Passes the first call on at once, and of those that follow within the pause only one, at its end: while thousands of records come in, a list is
 * not read anew for every few of them. Milliseconds.
 */
export const gently = (announce: () => void, pause = 500): (() => void) => {
  let resting = false;
  let again = false;
  const run = (): void => {
    again = false;
    resting = true;
    setTimeout(() => {
      resting = false;
      if (again) run();
    }, pause).unref();
    announce();
  };
  return () => {
    if (resting) again = true;
    else run();
  };
};
