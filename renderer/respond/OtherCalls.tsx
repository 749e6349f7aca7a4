import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { KindMark } from './KindMark.tsx';
import { LevelSign } from './LevelSign.tsx';
import classes from './OtherCalls.module.css';

interface Props {
  readonly alarms: readonly Alarm[];
  readonly onChoose: (id: string) => void;
}

/** Calls for which the plan asked others so far. They take nothing from the screen but a line each, and open on touch. */
export const OtherCalls = ({ alarms, onChoose }: Props) => {
  const { t } = useTranslation('respond');
  const now = useNow(1_000);
  if (alarms.length === 0) return null;
  return (
    <section aria-label={t('others.label')} className={classes.calls}>
      {alarms.map((alarm) => (
        <button key={alarm.id} type="button" className={classes.call} onClick={() => onChoose(alarm.id)}>
          <LevelSign level={alarm.level} className={classes.sign} />
          <span>
            <KindMark kind={alarm.kind} /> {t(`others.${alarm.level}`, { station: alarm.station })}{' '}
            <span className={classes.detail}>
              {t('screen.since', { time: relativeTime(alarm.raisedAt, now) })}. {alarm.acknowledgedBy.length === 0 ? t('others.asked') : t('others.coming', { names: alarm.acknowledgedBy.join(', ') })}
            </span>
          </span>
        </button>
      ))}
    </section>
  );
};
