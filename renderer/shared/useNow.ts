import { useEffect, useState } from 'react';

/** The present time, renewed on every full period of so many milliseconds. */
export const useNow = (period: number): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(new Date());
          wait();
        },
        period - (Date.now() % period),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [period]);
  return now;
};
