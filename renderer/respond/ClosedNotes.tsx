import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Alarm } from '../../main/contract/index.ts';
import { alarmsToFollowUp, closedSince } from './alarmsToAnswer.ts';
import classes from './ClosedNotes.module.css';
import { FollowUps } from './FollowUps.tsx';
import { KindMark } from './KindMark.tsx';
import { useShown } from './useShown.ts';

interface Props {
  readonly alarms: readonly Alarm[];
  readonly toAnswer: readonly Alarm[];
  readonly ownStationId: string;
}

/** Asks to look in after calls that were called off. Tells whoever saw a call, and may be on the way to it, that it is over, how and by whom; and offers to write it up. */
export const ClosedNotes = ({ alarms, toAnswer, ownStationId }: Props) => {
  const { t } = useTranslation('respond');
  const [location, navigate] = useLocation();
  const shown = useShown(toAnswer);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  // On the records page itself the call stands in the list.
  const notes = location.startsWith('/records') ? [] : closedSince(shown, alarms, dismissed);
  const dismiss = (alarm: Alarm): void => setDismissed(new Set([...dismissed, alarm.id]));

  return (
    <section aria-label={t('closed.label')} aria-live="polite" className={classes.notes}>
      <FollowUps alarms={alarmsToFollowUp(alarms, ownStationId)} />
      {notes.map((alarm) => (
        <article key={alarm.id} className={classes.note}>
          <h2 className={classes.title}>
            <KindMark kind={alarm.kind} /> {t('closed.title', { station: alarm.station })}
          </h2>
          {alarm.closeReason !== null && alarm.closedBy !== null && (
            <p>{t('closed.by', { reason: t(`close.reason.${alarm.closeReason}`), who: alarm.closedBy.staff ?? alarm.closedBy.station })}</p>
          )}
          {alarm.followUp === 'done' && <p>{t('followUp.wasDone')}</p>}
          {alarm.closeNote !== '' && <p>{alarm.closeNote}</p>}
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => dismiss(alarm)}>
              {t('closed.dismiss')}
            </Button>
            {/* Nothing happened in a test. */}
            {alarm.kind !== 'test' && (
              <Button
                onClick={() => {
                  dismiss(alarm);
                  navigate(`/records/write/${alarm.id}`);
                }}
              >
                {t('closed.writeUp')}
              </Button>
            )}
          </div>
        </article>
      ))}
    </section>
  );
};
