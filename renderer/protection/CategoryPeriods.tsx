import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Retention } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';
import { choicesOf } from './periods.ts';
import classes from './Protection.module.css';
import { usePeriod } from './useWords.ts';

interface Props {
  readonly settings: Retention;
  readonly onChange: (byCategory: Retention['byCategory']) => void;
}

/** Records of some categories are kept otherwise than all. Nothing where the site has no categories. */
export const CategoryPeriods = ({ settings: { incidents, byCategory }, onChange }: Props) => {
  const { t } = useTranslation('protection');
  const period = usePeriod();
  const form = useWatch('record form', (client, signal) => client.recordForm.watch(undefined, { signal }));
  const categories = (form?.categories ?? []).filter(({ id, retired }) => !retired || Object.hasOwn(byCategory, id));
  if (categories.length === 0) return null;
  const others = categories.filter(({ id }) => Object.hasOwn(byCategory, id)).length;
  const set = (category: string, typed: string): void => {
    const { [category]: _before, ...rest } = byCategory;
    onChange(typed === 'same' ? rest : { ...rest, [category]: typed === '' ? null : Number(typed) });
  };
  return (
    <details className={classes.more}>
      <summary>{others === 0 ? t('keep.byCategory') : t('keep.byCategoryCount', { count: others })}</summary>
      <Text mb="md">{t('keep.byCategoryHint')}</Text>
      <div className={classes.periods}>
        {categories.map(({ id, name }) => {
          const isOwn = Object.hasOwn(byCategory, id);
          const months = byCategory[id] ?? null;
          return (
            <NativeSelect
              key={id}
              label={name}
              value={isOwn ? (months ?? '') : 'same'}
              data={[{ value: 'same', label: t('keep.same', { period: period(incidents) }) }, { value: '', label: period(null) }, ...choicesOf(months).map((each) => ({ value: String(each), label: period(each) }))]}
              onChange={(event) => set(id, event.currentTarget.value)}
            />
          );
        })}
      </div>
    </details>
  );
};
