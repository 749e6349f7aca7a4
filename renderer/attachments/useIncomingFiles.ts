import { useEffect, useEffectEvent, useState } from 'react';

/** Files that are pasted or dragged anywhere on the page. True while some hang over it. */
export const useIncomingFiles = (take: (files: readonly File[]) => void, enabled: boolean): boolean => {
  const [over, setOver] = useState(false);
  const onFiles = useEffectEvent(take);
  useEffect(() => {
    if (!enabled) return;
    const leaving = new AbortController();
    const options = { signal: leaving.signal };
    window.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
      options,
    );
    window.addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        // Otherwise the page would be left for the file.
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      options,
    );
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), options);
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
      options,
    );
    return () => leaving.abort();
  }, [enabled]);
  return over;
};
