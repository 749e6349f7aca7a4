import { Button, Modal, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordFiltersSchema, recordPeriodSchema, recordReviewStateSchema } from '../../main/contract/index.ts';
import type { RecordFilters } from '../../main/contract/index.ts';
import { ChoosePerson } from '../people/ChoosePerson.tsx';
import { Tick } from '../settings/Tick.tsx';
import { useStation } from '../shared/connection/hooks.tsx';
import { DayField } from '../shared/fields/DayField.tsx';
import { compareNames } from '../shared/locale.ts';
import { useMay } from '../shared/useSession.ts';
import { withoutFilters } from './listing.ts';
import classes from './RecordTools.module.css';
import { useCategoryNames } from './useCategoryNames.ts';
import { usePersonName } from './usePersonName.ts';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly filters: RecordFilters;
  readonly onChange: (filters: RecordFilters) => void;
  readonly total: number | undefined;
}

/** Everything that the list can be narrowed down by. It takes hold at once, and says how many fit. */
export const FilterForm = ({ opened, onClose, filters, onChange, total }: Props) => {
  const { t } = useTranslation('recordList');
  return (
    <Modal opened={opened} onClose={onClose} title={t('filterTitle')} withCloseButton={false} size="lg">
      <div className={classes.form}>
        <Times filters={filters} onChange={onChange} />
        <Choices filters={filters} onChange={onChange} />
        <Person filters={filters} onChange={onChange} />
      </div>
      <div className={classes.end}>
        <Text role="status">{total === undefined ? '' : t('fits', { count: total })}</Text>
        <Button variant="subtle" onClick={() => onChange(withoutFilters(filters))}>
          {t('clear')}
        </Button>
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </Modal>
  );
};

type PartProps = Pick<Props, 'filters' | 'onChange'>;

const Times = ({ filters, onChange }: PartProps) => {
  const { t } = useTranslation('recordList');
  const { period, time, from, to } = filters;
  const day = (value: string): string | null => (value === '' ? null : value);
  return (
    <>
      <NativeSelect
        label={t('period')}
        value={period}
        data={recordPeriodSchema.options.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={(event) => onChange({ ...filters, period: recordPeriodSchema.catch('any').parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('time')}
        value={time}
        data={(['happened', 'filed'] as const).map((value) => ({ value, label: t(`times.${value}`) }))}
        onChange={(event) => onChange({ ...filters, time: recordFiltersSchema.shape.time.catch('happened').parse(event.currentTarget.value) })}
      />
      {period === 'days' && (
        <>
          <DayField side="past" label={t('from')} max={to ?? undefined} value={from ?? ''} onChange={(chosen) => onChange({ ...filters, from: day(chosen) })} />
          <DayField side="past" label={t('to')} min={from ?? undefined} value={to ?? ''} onChange={(chosen) => onChange({ ...filters, to: day(chosen) })} />
        </>
      )}
    </>
  );
};

const Choices = ({ filters, onChange }: PartProps) => {
  const { t } = useTranslation('recordList');
  const client = useStation();
  const categories = useCategoryNames();
  const choices = useQuery({ queryKey: ['records', 'choices'], queryFn: ({ signal }) => client.records.choices(undefined, { signal }), staleTime: 0 });
  /** What is chosen stays to be seen, also where no record has it any more. */
  const options = (all: string, chosen: string | null, known: readonly { readonly value: string; readonly label: string }[]) => [
    { value: '', label: all },
    ...known,
    ...(chosen === null || known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }]),
  ];
  const counted = (found: readonly { readonly value: string; readonly count: number }[] = [], named: (value: string) => string = (value) => value) => found.map(({ value, count }) => ({ value, label: t('counted', { value: named(value), count }) }));
  const chosen = (value: string): string | null => (value === '' ? null : value);
  const { place, station, staff, category, review, openFollowUps } = filters;
  return (
    <>
      <NativeSelect label={t('place')} value={place ?? ''} data={options(t('anywhere'), place, counted(choices.data?.places))} onChange={(event) => onChange({ ...filters, place: chosen(event.currentTarget.value) })} />
      <NativeSelect
        label={t('category')}
        value={category ?? ''}
        data={options(t('any'), category, counted(choices.data?.categories, (id) => categories.get(id) ?? id))}
        onChange={(event) => onChange({ ...filters, category: chosen(event.currentTarget.value) })}
      />
      <NativeSelect label={t('station')} value={station ?? ''} data={options(t('anyDesk'), station, counted(choices.data?.stations))} onChange={(event) => onChange({ ...filters, station: chosen(event.currentTarget.value) })} />
      <NativeSelect
        label={t('staff')}
        value={staff ?? ''}
        data={options(t('anybody'), staff, (choices.data?.staff ?? []).toSorted((one, other) => compareNames(one, other)).map((value) => ({ value, label: value })))}
        onChange={(event) => onChange({ ...filters, staff: chosen(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('review')}
        value={review ?? ''}
        data={[{ value: '', label: t('any') }, ...recordReviewStateSchema.options.map((value) => ({ value, label: t(`reviews.${value}`) }))]}
        onChange={(event) => onChange({ ...filters, review: recordReviewStateSchema.nullable().catch(null).parse(event.currentTarget.value) })}
      />
      <div className={classes.tick}>
        <Tick label={t('followUps')} ticked={openFollowUps} onTick={(ticked) => onChange({ ...filters, openFollowUps: ticked })} />
      </div>
    </>
  );
};

/** For those who may read files on people. */
const Person = ({ filters, onChange }: PartProps) => {
  const { t } = useTranslation('recordList');
  const mayRead = useMay('read-files');
  const name = usePersonName(filters.person);
  const [choosing, setChoosing] = useState(false);
  if (!mayRead) return null;
  return (
    <div className={classes.person} role="group" aria-label={t('person')}>
      <Text fw={500}>{t('person')}</Text>
      {choosing ? (
        <ChoosePerson
          without={[]}
          onChoose={(person) => {
            setChoosing(false);
            onChange({ ...filters, person });
          }}
        />
      ) : (
        <div className={classes.buttons}>
          <Text>{filters.person === null ? t('noPerson') : name}</Text>
          <Button variant="default" onClick={() => setChoosing(true)}>
            {filters.person === null ? t('choosePerson') : t('anotherPerson')}
          </Button>
        </div>
      )}
    </div>
  );
};
