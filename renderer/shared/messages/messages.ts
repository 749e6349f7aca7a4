import i18next from 'i18next';
import type { FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { WindowLanguage } from '../../../main/contract/index.ts';
import { windowLanguageSchema, windowLanguages } from '../../../main/contract/index.ts';
import { formatNumber, localeOf } from '../locale.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { withEveryPlural } from './plurals.ts';
import { spanish } from './spanish.ts';

/** Every number that stands in a sentence is written as its reader writes it. No catalogue names a format. */
const numbers: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value, _, language) => (typeof value === 'number' ? formatNumber(value, {}, localeOf(windowLanguageSchema.catch('en').parse(language))) : value),
};

/** Loads the catalogues. They are part of the bundle, so this is done before the first paint. */
export const startMessages = async (language: WindowLanguage): Promise<void> => {
  await i18next.use(initReactI18next).use(numbers).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: windowLanguages,
    defaultNS: 'shared',
    resources: { en: english, de: german, es: withEveryPlural('es', spanish) },
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
};

/** Turns the whole window to another language, at once. */
export const showLanguage = (language: WindowLanguage): void => {
  if (i18next.language !== language) void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t('windowTitle');
};
