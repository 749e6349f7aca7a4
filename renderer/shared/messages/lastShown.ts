import type { WindowLanguage } from '../../../main/contract/index.ts';
import { windowLanguageSchema } from '../../../main/contract/index.ts';

const key = 'quietbell.language';

/** In which this window stood when nobody was signed in: what it begins with, until the station has said which one to take. */
export const lastShown = (): WindowLanguage | null => {
  try {
    return windowLanguageSchema.safeParse(localStorage.getItem(key)).data ?? null;
  } catch {
    // A browser that keeps nothing.
    return null;
  }
};

export const rememberShown = (language: WindowLanguage): void => {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Then it begins in the language of the machine.
  }
};
