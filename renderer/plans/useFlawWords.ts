import { useTranslation } from 'react-i18next';
import { flawAt } from '../settings/flaws.ts';
import type { Flaw } from '../settings/flaws.ts';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** What is wrong with one field, in words; null when nothing is. */
export const useFlawWords = (flaws: readonly Flaw[]): ((path: string) => string | null) => {
  const { t } = useTranslation('plans');
  return (path) => {
    const flaw = flawAt(flaws, path);
    if (flaw === undefined) return null;
    if (path.endsWith('.recipients')) return t('flaw.recipients');
    if (flaw.code === 'missing') return t('flaw.missing');
    if (flaw.code === 'too-small') return t('flaw.small', { limit: flaw.limit ?? '' });
    return flaw.code === 'too-big' ? t('flaw.big', { limit: flaw.limit ?? '' }) : stationWords(flaw.message);
  };
};
