import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../main/contract/index.ts';
import classes from './BindTrigger.module.css';
import { isKeyboard } from './isKeyboard.ts';

/**
 * Pedals that report as keyboards: why the system lets no program read them, and what to do instead. It is laid open where one was found
 * that cannot be read; else it waits folded, since such a pedal may also be among the devices that nobody knows by name.
 */
export const KeyboardPedals = ({ devices }: { readonly devices: readonly Device[] }) => {
  const { t } = useTranslation('binding');
  const unreadable = devices.some((device) => isKeyboard(device) && device.state === 'unreadable' && device.profile !== null);
  return (
    <details className={classes.more} open={unreadable || undefined}>
      <summary>{t('keyboard.title')}</summary>
      <Text>{t('keyboard.why')}</Text>
      <ol className={classes.howTo}>
        <li>{t('keyboard.program')}</li>
        <li>{t('keyboard.press')}</li>
      </ol>
    </details>
  );
};
