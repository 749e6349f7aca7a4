import { Autocomplete } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappedPlace } from '../../main/contract/index.ts';

interface Props {
  readonly places: readonly MappedPlace[];
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (place: string) => void;
}

/** A place of the site's map, floor by floor, or any other in one's own words. */
export const PlaceField = ({ places, value, error, onChange }: Props) => {
  const { t } = useTranslation('paperwork');
  const areas = [...Map.groupBy(places, ({ area }) => area.trim())];
  const data = areas.length === 1 && areas[0]?.[0] === '' ? places.map(({ name }) => name) : areas.map(([area, within]) => ({ group: area === '' ? t('otherPlaces') : area, items: within.map(({ name }) => name) }));
  return <Autocomplete label={t('place')} {...(places.length === 0 ? {} : { description: t('placeHint') })} value={value} maxLength={80} error={error} data={data} limit={400} maxDropdownHeight={320} comboboxProps={{ keepMounted: false, transitionProps: { duration: 0 } }} onChange={onChange} />;
};
