import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './Paper.module.css';

/** The heading of a call: what it is, how bad, where and when. */
export const CallHead = ({ alarm, title }: { readonly alarm: Alarm; readonly title: string }) => {
  const { t } = useTranslation('incidents');
  const recordedTime = useRecordedTime();
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.byline}>
        <span>{t(`facts.level.${alarm.level}`)}</span>
        {alarm.kind !== 'real' && <span className={classes.stamp}>{t(`facts.kind.${alarm.kind}`)}</span>}
        {alarm.duress && <span className={classes.stamp}>{t('facts.duress')}</span>}
        <span>{t('line.called', { place: alarm.place, time: recordedTime(alarm.raisedAt) })}</span>
      </p>
    </header>
  );
};
