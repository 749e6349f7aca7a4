import { Button, Text } from '@mantine/core';
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
  const { t } = useTranslation(['readiness', 'shared']);
  const status = useStatus();
  if (status === undefined) return <Text c="dimmed">{t('shared:connecting')}</Text>;
  const desks = deskRows(status);
  return (
    <div className={classes.page}>
      <p className={classes.heard}>
        {t('heard', { count: status.heardBy })}
        {!status.armed && status.heardBy > 0 && ` ${t('notArmed')}`}
      </p>
      {status.peers.length === 0 && <Alone />}
      <DeskList rows={desks} />
      <BoundDevices devices={status.devices} />
      <CheckRecords desks={desks} />
    </div>
  );
};

/** A site of one desk: nobody can hear it until there is a second. */
const Alone = () => {
  const { t } = useTranslation('readiness');
  return (
    <div className={classes.alone}>
      <Text>{t('alone')}</Text>
      <Button component={Link} href="/settings" variant="default">
        {t('invite')}
      </Button>
    </div>
  );
};
