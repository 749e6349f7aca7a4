import { useEffect, useEffectEvent } from 'react';

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Runs once nobody touched anything for so many milliseconds. */
export const useIdle = (milliseconds: number, run: () => void): void => {
  const onIdle = useEffectEvent(run);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const restart = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => onIdle(), milliseconds);
    };
    restart();
    for (const sign of signsOfLife) window.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signsOfLife) window.removeEventListener(sign, restart);
    };
  }, [milliseconds]);
};
