import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './english.ts';

/** Loads the catalogues. They are part of the bundle, so this is done before the first paint. */
export const startMessages = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'shared',
    resources: { en: english },
    interpolation: { escapeValue: false },
  });
};
