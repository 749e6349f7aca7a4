import { useEffect } from 'react';

/** Where nothing takes it, a file or a link that is dropped would be opened in the place of the window, from which there is no way back. Text can still be dropped into fields. */
export const useStrayDrops = (): void => {
  useEffect(() => {
    const leaving = new AbortController();
    for (const kind of ['dragover', 'drop'] as const) {
      window.addEventListener(
        kind,
        (event) => {
          const isText = event.dataTransfer?.types.includes('Files') !== true && event.target instanceof Element && event.target.matches('input, textarea');
          if (isText) return;
          event.preventDefault();
          if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
        },
        { signal: leaving.signal },
      );
    }
    return () => leaving.abort();
  }, []);
};
