import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { PrivatePage } from '../shared/PrivatePage.tsx';
import { useChannels } from '../shared/useChannels.ts';
import { useFaults } from '../shared/useFaults.ts';
import { useStatus } from '../shared/useStatus.ts';
import { BackupStanding } from './BackupStanding.tsx';
import { BoundDevices } from './BoundDevices.tsx';
import { ChannelList } from './ChannelList.tsx';
import { CheckRecords } from './CheckRecords.tsx';
import { DeskList } from './DeskList.tsx';
import { deskRows } from './deskRows.ts';
import { FaultHistory } from './FaultHistory.tsx';
import { HeardNow } from './HeardNow.tsx';
import { OpenFaults } from './OpenFaults.tsx';
import { Practise } from './Practise.tsx';
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
  const faults = useFaults();
  const channels = useChannels();
  if (status === undefined) return <Text c="dimmed">{t('shared:connecting')}</Text>;
  const desks = deskRows(status, faults ?? []);
  return (
    <div className={classes.page}>
      <HeardNow status={status} />
      {status.peers.length === 0 && <Alone />}
      {faults !== undefined && <OpenFaults faults={faults} />}
      <DeskList rows={desks} />
      {channels !== undefined && <ChannelList channels={channels} faults={faults ?? []} />}
      <BackupStanding backup={status.backup} />
      <Practise />
      <BoundDevices devices={status.devices} />
      {faults !== undefined && <FaultHistory faults={faults} />}
      <CheckRecords desks={desks} rebuilding={status.rebuilding} />
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
