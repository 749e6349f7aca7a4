import { useEffect, useState, useSyncExternalStore } from 'react';
import { useOpenSavers } from './connection/hooks.tsx';
import type { DraftSaver, SaveState } from './createDraftSaver.ts';

/** What saves the draft of a form. Leaving the form, the field or the window saves at once; what cannot be saved then is kept, and found by whoever opens the form again in this window. */
export const useSaver = <Value>(draft: string, create: () => DraftSaver<Value>): { readonly saver: DraftSaver<Value>; readonly state: SaveState } => {
  const savers = useOpenSavers();
  const [saver] = useState(() => savers.open(draft, create));
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  useEffect(() => {
    savers.hold(draft, saver);
    const flush = (): void => void saver.flush();
    flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void savers.leave(draft, saver);
    };
  }, [savers, draft, saver]);

  return { saver, state };
};
