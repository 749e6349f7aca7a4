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
    const note = createActivity(() => client.desk.noteActivity(), () => performance.now());
    for (const sign of signsOfLife) window.addEventListener(sign, note, { capture: true, passive: true, signal: leaving.signal });
    return () => leaving.abort();
  }, [client]);
};

type Sign = Pick<Event, 'isTrusted'> & Partial<Pick<KeyboardEvent, 'repeat'>>;

/**
 * Passes on the first sign of life and then at most one in half a minute; one that did not get through is made up for by the next. A key
 * that is held down, by a pedal that hangs say, and what a program does are no signs of anybody.
 */
export const createActivity = (tell: () => Promise<unknown>, now: () => number): ((sign: Sign) => void) => {
  let toldAt = Number.NEGATIVE_INFINITY;
  return ({ isTrusted, repeat }) => {
    if (!isTrusted || repeat === true || now() - toldAt < atMostEvery) return;
    toldAt = now();
    tell().catch(() => {
      toldAt = Number.NEGATIVE_INFINITY;
    });
  };
};
