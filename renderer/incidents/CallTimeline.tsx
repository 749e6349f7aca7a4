import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './Paper.module.css';
import { useWho } from './useWho.ts';

/** How a call went, each step with its time. */
export const CallTimeline = ({ alarm }: { readonly alarm: Alarm }) => {
  const { t } = useTranslation('incidents');
  const recordedTime = useRecordedTime();
  const who = useWho();
  return (
    <section className={classes.section}>
      <h3>{t('facts.timeline')}</h3>
      <ol className={classes.list}>
        {alarm.timeline.map(({ at, what, station, staff, detail }, index) => (
          <li key={`${at} ${index}`} className={classes.moment}>
            <span>
              {t(`facts.what.${what}`, { who: who({ station, staff }) })}
              {detail !== '' && `: ${detail}`}
            </span>
            <time dateTime={at}>{recordedTime(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
};
