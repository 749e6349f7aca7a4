import { useTranslation } from 'react-i18next';
import type { KeptKind } from '../../main/contract/index.ts';
import { readersLocale } from '../shared/locale.ts';
import { inUnits } from './periods.ts';

/** "2 years", "3 months"; null: for good. */
export const usePeriod = (): ((months: number | null) => string) => {
  const { t } = useTranslation('protection');
  return (months) => {
    if (months === null) return t('keep.forever');
    const { unit, count } = inUnits(months);
    return t(`keep.${unit}`, { count });
  };
};

/** "3 records and 1 call". */
export const useCounts = (): ((counts: readonly { readonly what: KeptKind; readonly count: number }[]) => string) => {
  const { t } = useTranslation('protection');
  return (counts) => new Intl.ListFormat(readersLocale(), { type: 'conjunction' }).format(counts.filter(({ count }) => count > 0).map(({ what, count }) => t(`last.count.${what}`, { count })));
};
