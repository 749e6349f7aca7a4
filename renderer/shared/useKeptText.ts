import { useState } from 'react';
import { useKeptTexts } from './connection/hooks.tsx';
import { useSession } from './useSession.ts';

export interface KeptText {
  /** Null: nothing is being written here. */
  readonly text: string | null;
  /** It stood here already when the page was opened. */
  readonly found: boolean;
  readonly write: (text: string) => void;
  /** It was sent, or is not wanted. */
  readonly end: () => void;
}

/** A text under the pen that is still there after the page was blanked, for whoever typed it. `place` says what it belongs to. */
export const useKeptText = (place: string): KeptText => {
  const texts = useKeptTexts();
  const reader = useSession()?.staff?.id ?? '';
  const [kept] = useState(() => texts.read(reader, place));
  const [text, setText] = useState(kept);
  return {
    text,
    found: kept !== null && text === kept,
    write: (words) => {
      texts.keep(reader, place, words);
      setText(words);
    },
    end: () => {
      texts.forget(reader, place);
      setText(null);
    },
  };
};
