import { useTranslation } from 'react-i18next';
import type { RecordFilters } from '../../main/contract/index.ts';
import { dayInWords } from '../people/days.ts';
import type { FilterName } from './listing.ts';
import { usePersonName } from './usePersonName.ts';

/** What a filter says in a few words. */
export const useChipWords = (filters: RecordFilters, categories: ReadonlyMap<string, string>): ((name: FilterName) => string) => {
  const { t } = useTranslation('recordList');
  const person = usePersonName(filters.person);
  const days = (): string => {
    const { period, from, to } = filters;
    if (period !== 'days') return t(`periods.${period}`);
    if (from !== null && to !== null) return t('chips.days', { from: dayInWords(from), to: dayInWords(to) });
    return from === null ? t('chips.until', { to: dayInWords(to ?? '') }) : t('chips.since', { from: dayInWords(from) });
  };
  return (name) => {
    switch (name) {
      case 'period':
        return filters.time === 'filed' ? t('chips.filed', { value: days() }) : days();
      case 'place':
      case 'station':
      case 'staff':
        return t(`chips.${name}`, { value: filters[name] ?? '' });
      case 'category':
        return categories.get(filters.category ?? '') ?? filters.category ?? '';
      case 'review':
        return t(`reviews.${filters.review ?? 'open'}`);
      case 'openFollowUps':
        return t('followUps');
      case 'person':
        return t('chips.person', { value: person });
    }
  };
};
