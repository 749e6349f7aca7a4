import { useTranslation } from 'react-i18next';
import type { SiteStation } from '../settings/siteStations.ts';
import { TickGroup } from '../settings/TickGroup.tsx';

interface Props {
  readonly stations: readonly SiteStation[];
  readonly from: readonly string[];
  readonly hint: string;
  readonly onChange: (from: readonly string[]) => void;
}

/** The desks that may use a channel, in the order of ticking. */
export const FromStations = ({ stations, from, hint, onChange }: Props) => {
  const { t } = useTranslation('channels');
  const labelOf = ({ id, name }: SiteStation): string => (from.includes(id) ? t('from.place', { number: from.indexOf(id) + 1, name }) : name);
  return <TickGroup title={t('from.title')} hint={hint} choices={stations.map((station) => ({ id: station.id, label: labelOf(station) }))} chosen={from} onChange={onChange} />;
};
