import { createContext, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Procedure, WindowLanguage } from '../../main/contract/index.ts';
import { firstLanguageOf, inLanguage } from '../../main/contract/index.ts';
import { languageOfMachine } from './locale.ts';
import { rememberShown } from './messages/lastShown.ts';
import { showLanguage } from './messages/messages.ts';
import { useSession } from './useSession.ts';
import { useSettings } from './useSettings.ts';

interface Wish {
  /** What somebody chose who is not signed in yet; null while nobody did. */
  readonly wished: WindowLanguage | null;
  readonly wish: (language: WindowLanguage | null) => void;
  readonly shown: WindowLanguage;
}
const WishContext = createContext<Wish | null>(null);

/** Holds the window to the language of whoever is signed in or about to, else to the desk's, else to the machine's. */
export const Language = ({ children }: { readonly children: ReactNode }) => {
  const [wished, wish] = useState<WindowLanguage | null>(null);
  const settings = useSettings();
  const own = useSession()?.language ?? null;
  const ofDesk = settings === undefined ? null : (settings.language ?? languageOfMachine());
  const shown = wished ?? own ?? ofDesk;

  // Before the browser paints: nobody sees the one language and then the other.
  useLayoutEffect(() => {
    if (shown !== null) showLanguage(shown);
  }, [shown]);
  useLayoutEffect(() => {
    if (ofDesk !== null) rememberShown(ofDesk);
  }, [ofDesk]);
  const value = useMemo(() => ({ wished, wish, shown: shown ?? languageOfMachine() }), [wished, shown]);
  return <WishContext value={value}>{children}</WishContext>;
};

export const useLanguageWish = (): Wish => {
  const wish = useContext(WishContext);
  if (wish === null) throw new Error('Language is missing');
  return wish;
};

/** A procedure as whoever sits here reads it: in the first of the person's, the notes' and the desk's language that it has, else as it was written. */
export const useInReadersLanguage = (): ((procedure: Procedure) => Procedure) => {
  const settings = useSettings();
  const own = useSession()?.language;
  const wanted = [own, settings?.notesLanguage, settings?.language].filter((language) => language !== null && language !== undefined);
  return (procedure) => inLanguage(procedure, firstLanguageOf(procedure, wanted));
};
