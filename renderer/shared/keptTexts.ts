/**
 * What was typed and not sent yet, outside of drafts: the page may close at any moment, since one key blanks it. Kept in this window's memory alone, for whoever typed it: never on a disk in
 * plain, and gone with the window.
 */
export interface KeptTexts {
  /** Null where nothing was typed. */
  readonly read: (reader: string, place: string) => string | null;
  readonly keep: (reader: string, place: string, text: string) => void;
  readonly forget: (reader: string, place: string) => void;
}

export const createKeptTexts = (): KeptTexts => {
  const textsByPlace = new Map<string, string>();
  const keyOf = (reader: string, place: string): string => JSON.stringify([reader, place]);
  const forget: KeptTexts['forget'] = (reader, place) => void textsByPlace.delete(keyOf(reader, place));
  return {
    read: (reader, place) => textsByPlace.get(keyOf(reader, place)) ?? null,
    keep: (reader, place, text) => {
      if (text.trim() === '') forget(reader, place);
      else textsByPlace.set(keyOf(reader, place), text);
    },
    forget,
  };
};
