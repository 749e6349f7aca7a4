import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tick } from '../settings/Tick.tsx';
import type { SiteStation } from '../settings/siteStations.ts';
import classes from './Channels.module.css';

interface Props {
  readonly stations: readonly SiteStation[];
  readonly from: readonly string[];
  readonly hint: string;
  readonly onChange: (from: readonly string[]) => void;
}

/** The desks that may use a channel, in the order of ticking. */
export const FromStations = ({ stations, from, hint, onChange }: Props) => {
  const { t } = useTranslation('channels');
  return (
    <fieldset className={classes.group}>
      <legend>{t('from.title')}</legend>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <div className={classes.ticks}>
        {stations.map(({ id, name }) => (
          <Tick
            key={id}
            label={from.includes(id) ? t('from.place', { number: from.indexOf(id) + 1, name }) : name}
            ticked={from.includes(id)}
            onTick={(ticked) => onChange(ticked ? [...from, id] : from.filter((each) => each !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
};
