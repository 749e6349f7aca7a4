import { useEffect, useEffectEvent, useState } from 'react';

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** So many seconds before the end are counted. */
const counted = 20;

/** Runs once nobody touched anything for so many milliseconds. Returns the seconds that are left, while they are few; null before. */
export const useIdle = (milliseconds: number, run: () => void): number | null => {
  const [left, setLeft] = useState<number | null>(null);
  const onIdle = useEffectEvent(run);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const count = (seconds: number): void => {
      if (seconds > 0) {
        setLeft(seconds);
        timer = setTimeout(() => count(seconds - 1), 1_000);
        return;
      }
      setLeft(null);
      onIdle();
    };
    const restart = (): void => {
      clearTimeout(timer);
      setLeft(null);
      timer = setTimeout(() => count(counted), milliseconds - counted * 1_000);
    };
    restart();
    for (const sign of signsOfLife) window.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, restart);
    };
  }, [milliseconds]);
  return left;
};
