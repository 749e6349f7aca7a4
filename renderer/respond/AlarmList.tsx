import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { useSeen } from '../shared/useSeen.ts';
import classes from './AlarmScreen.module.css';
import { KindMark } from './KindMark.tsx';
import { LevelSign } from './LevelSign.tsx';

interface Props {
  readonly alarms: readonly Alarm[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

/** Several calls at once: one button each, the most serious first. */
export const AlarmList = ({ alarms, chosenId, onChoose }: Props) => {
  const { t } = useTranslation('respond');
  return (
    <nav aria-label={t('screen.others', { count: alarms.length })} className={classes.calls}>
      {alarms.map((alarm) => (
        <Call key={alarm.id} alarm={alarm} chosen={alarm.id === chosenId} onChoose={() => onChoose(alarm.id)} />
      ))}
    </nav>
  );
};

const Call = ({ alarm, chosen, onChoose }: { readonly alarm: Alarm; readonly chosen: boolean; readonly onChoose: () => void }) => {
  const { t } = useTranslation('respond');
  const now = useNow(1_000);
  useSeen(alarm.id);
  return (
    <button type="button" className={classes.call} data-level={alarm.level} aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
      <LevelSign level={alarm.level} className={classes.callSign} />
      <span className={classes.callName}>
        <strong>{alarm.station}</strong>
        <span>
          {t(`screen.${alarm.level}`)}
          {alarm.duress && `, ${t('screen.duressShort')}`} <KindMark kind={alarm.kind} />
        </span>
      </span>
      <span>{relativeTime(alarm.raisedAt, now)}</span>
    </button>
  );
};
