import { Center, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Connecting.module.css';
import { useConnectionState } from './connection/hooks.tsx';

/** Before the first answer of the station: plain, since anybody may see it. */
export const Connecting = () => {
  const { t } = useTranslation('shared');
  const state = useConnectionState();
  return (
    <Center component="main" h="100vh">
      <Text c="dimmed" role="status" className={classes.later ?? ''}>
        {state === 'lost' ? t('unreachable.remedy') : t('connecting')}
      </Text>
    </Center>
  );
};
