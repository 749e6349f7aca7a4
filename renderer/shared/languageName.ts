import { readersLocale } from './locale.ts';

/** "German" for `de`; the code itself where nobody has a name for it. */
export const languageName = (code: string, locale = readersLocale()): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** Languages that are offered besides any that is typed. */
export const commonLanguages = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'tr', 'uk', 'ar'] as const;
