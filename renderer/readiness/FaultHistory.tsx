import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaultRecord } from '../../main/contract/index.ts';
import { absoluteTime } from '../shared/time.ts';
import { endedFaults } from './faultGroups.ts';
import classes from './Readiness.module.css';
import { stationWords } from '../shared/stationWords/stationWords.ts';

const page = 20;

/** What was wrong before and is over, behind a touch. */
export const FaultHistory = ({ faults }: { readonly faults: readonly FaultRecord[] }) => {
  const { t } = useTranslation('readiness');
  const [shown, setShown] = useState(0);
  const ended = endedFaults(faults);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={classes.heading}>
        {t('history.title')}
      </h2>
      {ended.length === 0 && <Text c="dimmed">{t('history.none')}</Text>}
      {shown > 0 && (
        <ol className={classes.history}>
          {ended.slice(0, shown).map((fault) => (
            <li key={`${fault.stationId} ${fault.id}`}>
              <span>{stationWords(fault.message)}</span>
              <span className={classes.place}>{t('history.when', { station: fault.station, since: absoluteTime(fault.since), until: absoluteTime(fault.endedAt) })}</span>
            </li>
          ))}
        </ol>
      )}
      {shown < ended.length && (
        <Button variant="default" onClick={() => setShown(shown + page)}>
          {shown === 0 ? t('history.show', { count: ended.length }) : t('history.more')}
        </Button>
      )}
    </section>
  );
};
