import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../main/contract/index.ts';
import classes from './BindTrigger.module.css';

/** Pedals and buttons of known kinds, with what there is to know and do about them; the others only counted. */
export const FoundDevices = ({ devices }: { readonly devices: readonly Device[] }) => {
  const { t } = useTranslation('binding');
  const worthNaming = devices.filter(({ profile, bound }) => profile !== null || bound);
  const others = devices.length - worthNaming.length;
  if (devices.length === 0) return <Text mt="sm">{t('noDevices')}</Text>;
  return (
    <>
      {worthNaming.length > 0 && (
        <ul className={classes.devices} aria-label={t('devices')}>
          {worthNaming.map((device) => (
            <li key={`${device.path}:${device.name}`}>
              {device.name}, {t(`deviceState.${device.state}`)}
              {[device.hint, device.caution].map(
                (said) =>
                  said !== null && (
                    <Text key={said} size="sm" c="dimmed">
                      {said}
                    </Text>
                  ),
              )}
            </li>
          ))}
        </ul>
      )}
      {others > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('otherDevices', { count: others })}
        </Text>
      )}
    </>
  );
};
