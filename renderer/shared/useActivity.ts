import { useEffect } from 'react';
import { useStation } from './connection/hooks.tsx';

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** Milliseconds between two tellings. */
const atMostEvery = 30_000;

/** Tells the station that somebody is at this screen, so that colleagues know who would see their call. */
export const useActivity = (): void => {
  const client = useStation();
  useEffect(() => {
    const leaving = new AbortController();
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (event: Event): void => {
      const now = performance.now();
      // A key that is held down, by a pedal that hangs say, is nobody's sign of life.
      if (!event.isTrusted || (event instanceof KeyboardEvent && event.repeat) || now - toldAt < atMostEvery) return;
      toldAt = now;
      client.desk.noteActivity().catch(() => {
        toldAt = Number.NEGATIVE_INFINITY;
      });
    };
    for (const sign of signsOfLife) window.addEventListener(sign, tell, { capture: true, passive: true, signal: leaving.signal });
    return () => leaving.abort();
  }, [client]);
};
