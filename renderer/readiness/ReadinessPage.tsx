import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { useStatus } from '../shared/useStatus.ts';
import { BoundDevices } from './BoundDevices.tsx';
import { CheckRecords } from './CheckRecords.tsx';
import { DeskList } from './DeskList.tsx';
import { deskRows } from './deskRows.ts';
import classes from './Readiness.module.css';

/** What works and what does not, to be read standing up. */
export const ReadinessPage = () => {
  const { t } = useTranslation('readiness');
  return (
    <PrivatePage title={t('title')}>
      <Readiness />
    </PrivatePage>
  );
};

const Readiness = () => {
  const { t } = useTranslation('readiness');
  const status = useStatus();
  if (status === undefined) return null;
  return (
    <div className={classes.page}>
      <p className={classes.heard}>{t('heard', { count: status.heardBy })}</p>
      {status.peers.length === 0 && (
        <Text>
          {t('alone')}{' '}
          <Anchor component={Link} href="/settings" underline="always">
            {t('invite')}
          </Anchor>
        </Text>
      )}
      <DeskList rows={deskRows(status)} />
      <BoundDevices devices={status.devices} />
      <CheckRecords />
    </div>
  );
};
