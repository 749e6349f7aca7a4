import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Aborted when whoever sits here goes away: what is under way for this part of the page alone stops with it. */
export const useLeaving = (): RefObject<AbortController> => {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const stop = new AbortController();
    leaving.current = stop;
    return () => stop.abort();
  }, []);
  return leaving;
};
