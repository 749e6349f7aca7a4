import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../main/contract/index.ts';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './Readiness.module.css';

/** Whether this desk could be brought back. What went wrong stands among the faults. */
export const BackupStanding = ({ backup: { scheduled, last } }: Pick<Status, 'backup'>) => {
  const { t } = useTranslation('readiness');
  const now = useNow(60_000);
  const time = last === null ? '' : relativeTime(last.at, now);
  return (
    <section aria-labelledby="backup">
      <h2 id="backup" className={classes.heading}>
        {t('backup.title')}
      </h2>
      <Text>{last === null ? t(scheduled ? 'backup.first' : 'backup.none') : t(scheduled ? 'backup.last' : 'backup.lastByHand', { time })}</Text>
    </section>
  );
};
