import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../main/contract/index.ts';
import classes from './Readiness.module.css';

/** The pedals and buttons that are bound on this desk, each with its state. */
export const BoundDevices = ({ devices }: { readonly devices: Status['devices'] }) => {
  const { t } = useTranslation('readiness');
  return (
    <section aria-labelledby="devices">
      <h2 id="devices" className={classes.heading}>
        {t('devices')}
      </h2>
      {devices.length === 0 ? (
        <Text c="dimmed">{t('noDevices')}</Text>
      ) : (
        <dl className={classes.devices}>
          {devices.map(({ name, state }, index) => (
            <div key={`${name} ${index}`}>
              <dt>{name}</dt>
              <dd>{t(`device.${state}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};
