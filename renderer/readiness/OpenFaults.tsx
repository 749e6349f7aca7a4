import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FaultRecord } from '../../main/contract/index.ts';
import { absoluteTime } from '../shared/time.ts';
import { openFaults } from './faultGroups.ts';
import classes from './Readiness.module.css';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** What is wrong anywhere on the site now: what, where, since when, and what to do. */
export const OpenFaults = ({ faults }: { readonly faults: readonly FaultRecord[] }) => {
  const { t } = useTranslation('readiness');
  const open = openFaults(faults);
  return (
    <section aria-labelledby="faults">
      <h2 id="faults" className={classes.heading}>
        {t('faults.title')}
      </h2>
      {open.length === 0 ? (
        <p className={classes.allWell}>
          <IconCircleCheck size={24} stroke={1.8} aria-hidden />
          {t('faults.none')}
        </p>
      ) : (
        <ul className={classes.rows}>
          {open.map(({ key, message, remedy, since, stations }) => (
            <li key={key} className={classes.fault}>
              <IconAlertTriangle size={28} stroke={1.8} aria-hidden className={classes.sign} />
              <div>
                <strong>{stationWords(message)}</strong> {stationWords(remedy)}
                <div className={classes.place}>{t('faults.where', { stations: stations.join(', '), time: absoluteTime(since) })}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
