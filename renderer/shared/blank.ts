import { useEffect, useEffectEvent } from 'react';

const blanking = new EventTarget();

/** Back to the plain noticeboard: everything private closes at once. */
export const blank = (): void => {
  blanking.dispatchEvent(new Event('blank'));
};

/** Runs when the blanking key or gesture was used; for whoever shows something private. */
export const useBlank = (close: () => void): void => {
  const onBlank = useEffectEvent(close);
  useEffect(() => {
    const listener = (): void => onBlank();
    blanking.addEventListener('blank', listener);
    return () => blanking.removeEventListener('blank', listener);
  }, []);
};
