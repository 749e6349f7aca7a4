import { IconMapPinCheck, IconWalk } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import classes from './AlarmView.module.css';

interface Props {
  readonly alarm: Alarm;
  readonly since: (moment: string) => string;
}

/** Who is coming and who is there. */
export const Responders = ({ alarm, since }: Props) => {
  const { t } = useTranslation('respond');
  return (
    <section aria-labelledby="responders" aria-live="polite">
      <h2 id="responders">{t('screen.coming')}</h2>
      {alarm.acknowledgements.length === 0 ? (
        <p className={classes.nobody}>{t('screen.nobodyComing')}</p>
      ) : (
        <ul className={classes.responders}>
          {alarm.acknowledgements.map(({ stationId, station, staff, at, arrivedAt }) => (
            <li key={stationId}>
              {arrivedAt === null ? <IconWalk aria-hidden /> : <IconMapPinCheck aria-hidden />}
              <strong>{staff === null ? station : t('screen.staffAt', { staff, station })}</strong>
              <span>{arrivedAt === null ? t('screen.onTheWay', { time: since(at) }) : t('screen.there', { time: since(arrivedAt) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
