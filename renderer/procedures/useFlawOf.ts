import { useTranslation } from 'react-i18next';
import type { DocumentFlaw } from './checkDocument.ts';

/** What is wrong at one place, in words; null when nothing is. */
export const useFlawOf = (flaws: readonly DocumentFlaw[]): ((path: string) => string | null) => {
  const words = useFlawWords();
  return (path) => {
    const flaw = flaws.find((each) => each.path === path);
    return flaw === undefined ? null : words(flaw);
  };
};

export const useFlawWords = (): ((flaw: DocumentFlaw) => string) => {
  const { t } = useTranslation('procedures');
  return ({ kind, words }) => t(`flaw.${kind}`, { words });
};
