import { Button, NativeSelect } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordOrderSchema, recordPeriodSchema } from '../../main/contract/index.ts';
import { FilterForm } from './FilterForm.tsx';
import { activeFilters, withoutFilter, withoutFilters, type Listing } from './listing.ts';
import classes from './RecordTools.module.css';
import { useChipWords } from './useChipWords.ts';
import { useCategoryNames } from './useCategoryNames.ts';
import { Views } from './Views.tsx';

interface Props {
  readonly listing: Listing;
  readonly onChange: (listing: Listing) => void;
  /** How many records fit; undefined until that is known. */
  readonly total: number | undefined;
}

/** What the list is narrowed down by and ordered by, with a chip for each filter that is set. */
export const FilterBar = ({ listing, onChange, total }: Props) => {
  const { t } = useTranslation('recordList');
  const [filtering, setFiltering] = useState(false);
  const { filters, order } = listing;
  const active = activeFilters(filters);
  const wordsOf = useChipWords(filters, useCategoryNames());
  const orders = recordOrderSchema.options.filter((each) => each !== 'best' || filters.words.trim() !== '');
  // From one day to another has fields of its own, among the other filters.
  const periods = recordPeriodSchema.options.filter((each) => each !== 'days' || filters.period === 'days');
  return (
    <div className={classes.bar}>
      <div className={classes.buttons}>
        <NativeSelect
          aria-label={t('period')}
          value={filters.period}
          data={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          onChange={(event) => onChange({ ...listing, filters: { ...filters, period: recordPeriodSchema.catch('any').parse(event.currentTarget.value) } })}
        />
        <NativeSelect
          aria-label={t('order')}
          value={order}
          data={orders.map((value) => ({ value, label: t(`orders.${value}`) }))}
          onChange={(event) => onChange({ ...listing, order: recordOrderSchema.catch('filed').parse(event.currentTarget.value) })}
        />
        <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />} onClick={() => setFiltering(true)}>
          {active.length === 0 ? t('filter') : t('filterCount', { count: active.length })}
        </Button>
        <Views listing={listing} onChoose={onChange} />
      </div>
      {active.length > 0 && (
        <ul className={classes.chips} aria-label={t('active')}>
          {active.map((name) => (
            <li key={name}>
              <button type="button" className={classes.chip} aria-label={t('remove', { chip: wordsOf(name) })} onClick={() => onChange({ ...listing, filters: withoutFilter(filters, name) })}>
                {wordsOf(name)}
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
          {active.length > 1 && (
            <li>
              <button type="button" className={classes.clear} onClick={() => onChange({ ...listing, filters: withoutFilters(filters) })}>
                {t('clear')}
              </button>
            </li>
          )}
        </ul>
      )}
      <FilterForm opened={filtering} onClose={() => setFiltering(false)} filters={filters} onChange={(changed) => onChange({ ...listing, filters: changed })} total={total} />
    </div>
  );
};
