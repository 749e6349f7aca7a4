import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { useWho } from '../incidents/useWho.ts';
import { dayInWords } from '../people/days.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import classes from './RecordOnPaper.module.css';

/** What is to be done after a record, and what became of it. */
export const FollowUpsOnPaper = ({ followUps }: Pick<Incident, 'followUps'>) => {
  const { t } = useTranslation('paperwork');
  const recordedTime = useRecordedTime();
  const who = useWho();
  if (followUps.length === 0) return null;
  return (
    <section>
      <h3>{t('followUps.title')}</h3>
      <ul>
        {followUps.map(({ id, what, owner, due, done, history }) => (
          <li key={id} className={classes.entry}>
            {what}
            <span className={classes.small}>{[owner.name.trim() === '' ? t('followUps.nobody') : owner.name, due === null ? t('followUps.noDay') : t('followUps.by', { day: dayInWords(due) }), ...(done ? [t('followUps.done')] : [])].join(', ')}</span>
            {history.map((change, index) => (
              <span key={index} className={classes.small}>
                {t(`followUps.history.${change.what}`, { who: who(change), time: recordedTime(change.at) })}
                {change.note !== '' && `: ${change.note}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What a supervisor said about it, and what was answered. */
export const ReviewOnPaper = ({ review: { state, thread } }: Pick<Incident, 'review'>) => {
  const { t } = useTranslation('paperwork');
  const recordedTime = useRecordedTime();
  const who = useWho();
  return (
    <section>
      <h3>{t('review.title')}</h3>
      <p>{t(`review.state.${state}`)}</p>
      {thread.map((entry) => (
        <p key={entry.id} className={classes.entry}>
          <span className={classes.small}>{t(`review.entry.${entry.what}`, { who: who(entry), time: recordedTime(entry.at) })}</span>
          {entry.text}
        </p>
      ))}
    </section>
  );
};
