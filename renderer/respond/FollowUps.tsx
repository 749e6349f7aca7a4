import { Button } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import classes from './ClosedNotes.module.css';
import { KindMark } from './KindMark.tsx';

/** Calls that were called off where they were made: they stay here until somebody looked in. None can be put away. */
export const FollowUps = ({ alarms }: { readonly alarms: readonly Alarm[] }) => alarms.map((alarm) => <FollowUp key={alarm.id} alarm={alarm} />);

const FollowUp = ({ alarm }: { readonly alarm: Alarm }) => {
  const { t } = useTranslation('respond');
  const now = useNow(5_000);
  const lookedIn = useCommand((client) => client.alarm.followUp({ alarm: alarm.id }));
  return (
    <article className={classes.note} data-follow-up>
      <h2 className={classes.title}>
        <IconUserQuestion aria-hidden stroke={1.75} />
        {t('followUp.title', { station: alarm.station })}
      </h2>
      <p>
        <KindMark kind={alarm.kind} /> {t('followUp.place', { place: alarm.place, time: relativeTime(alarm.closedAt ?? alarm.raisedAt, now) })}
      </p>
      <p>{t('followUp.why')}</p>
      <ProblemNote problem={lookedIn.problem} />
      <div className={classes.buttons}>
        <Button loading={lookedIn.busy} onClick={() => void lookedIn.run()}>
          {t('followUp.done')}
        </Button>
      </div>
    </article>
  );
};
