import { useTranslation } from 'react-i18next';
import { readersLocale } from '../locale.ts';
import type { Unread } from './readTyped.ts';
import { useToday } from './useToday.ts';
import { inFigures, patternOf } from './writtenDay.ts';

/** How days and times are written here: "dd/mm/yyyy", and what is said beside something that cannot be read. */
export const useFieldWords = (): { readonly pattern: string; readonly flawWords: (flaw: Unread) => string } => {
  const { t } = useTranslation('shared');
  const locale = readersLocale();
  const pattern = patternOf(locale, { day: t('fields.letters.day'), month: t('fields.letters.month'), year: t('fields.letters.year') });
  // The last day of a year cannot be taken for another one.
  const example = inFigures(`${useToday().slice(0, 4)}-12-31`, locale);
  return { pattern, flawWords: (flaw) => t(`fields.flaw.${flaw}`, { pattern, example }) };
};
