import { useRef } from 'react';
import type { RefObject } from 'react';

/** Where the focus goes back to when a form in the middle of a page closes, so that nobody loses the place. */
export const useReturn = (): readonly [place: RefObject<HTMLDivElement | null>, goBack: () => void] => {
  const place = useRef<HTMLDivElement>(null);
  return [
    place,
    () => {
      requestAnimationFrame(() => {
        place.current?.focus({ preventScroll: true });
        place.current?.scrollIntoView({ block: 'nearest' });
      });
    },
  ];
};
