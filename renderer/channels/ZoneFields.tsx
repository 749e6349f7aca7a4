import { useTranslation } from 'react-i18next';
import type { SiteStation } from '../settings/siteStations.ts';
import { FieldGroup } from '../settings/FieldGroup.tsx';
import { NumberField } from '../settings/NumberField.tsx';
import type { Values } from './channelFields.ts';
import classes from './Channels.module.css';

interface Props {
  readonly stations: readonly SiteStation[];
  readonly values: Values;
  readonly error: (path: string) => string | null;
  readonly onChange: (key: string, zone: string) => void;
}

/** The zone under which the centre knows each desk. */
export const ZoneFields = ({ stations, values, error, onChange }: Props) => {
  const { t } = useTranslation('channels');
  return (
    <FieldGroup title={t('field.zones')} hint={t('hint.zones')}>
      <div className={classes.fields}>
        {stations.map(({ id, name }) => {
          const key = `zones.${id}`;
          const value = values[key];
          return <NumberField key={id} label={name} value={typeof value === 'string' ? value : ''} error={error(`settings.${key}`)} onChange={(zone) => onChange(key, zone)} />;
        })}
      </div>
    </FieldGroup>
  );
};
