import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Alarm } from '../../main/contract/index.ts';
import { ChecklistSoFar } from '../shared/ChecklistSoFar.tsx';
import { useWatch } from '../shared/connection/hooks.tsx';
import { ProblemNote } from '../shared/connection/ProblemNote.tsx';
import { relativeTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { useSeen } from '../shared/useSeen.ts';
import classes from './AlarmView.module.css';
import { CloseAlarm } from './CloseAlarm.tsx';
import { Deliveries } from './Deliveries.tsx';
import { KindMark } from './KindMark.tsx';
import { LevelSign } from './LevelSign.tsx';
import { placeSize } from './placeSize.ts';
import { Responders } from './Responders.tsx';
import { useAnswerKey } from './useAnswerKey.ts';
import { useAnswers } from './useAnswers.ts';
import { Warnings } from './Warnings.tsx';

interface Props {
  readonly alarm: Alarm;
  readonly ownStationId: string;
  /** Somebody answered, or the plan asked others: then it may stand aside. */
  readonly canPutAside: boolean;
  readonly onAnswered: () => void;
  readonly onAside: () => void;
}

/** One call: where in letters for four metres, how bad, since when, who, who is coming, what is known; and the one key. */
export const AlarmView = ({ alarm, ownStationId, canPutAside, onAnswered, onAside }: Props) => {
  const { t } = useTranslation('respond');
  const now = useNow(1_000);
  useSeen(alarm.id);
  const since = (moment: string): string => relativeTime(moment, now);
  const runs = useWatch(`runs of ${alarm.id}`, (client, signal) => client.procedure.watchAlarmRuns({ alarm: alarm.id }, { signal })) ?? [];
  const known = runs.some(({ ticks, answers }) => ticks.length + answers.length > 0);

  return (
    <div className={classes.view} data-level={alarm.level}>
      <header className={classes.head}>
        <LevelSign level={alarm.level} className={classes.sign} />
        <p className={classes.level}>{t(`screen.${alarm.level}`)}</p>
        <KindMark kind={alarm.kind} className={classes.kind} />
        <p className={classes.since}>{t('screen.since', { time: since(alarm.raisedAt) })}</p>
      </header>
      <div className={classes.where}>
        <h1 className={classes.place} style={{ fontSize: `min(${placeSize(alarm.place)} * var(--place-unit), 20vh)` }}>
          {alarm.place}
        </h1>
        <p className={classes.caller}>{alarm.staff === null ? t('screen.called', { station: alarm.station }) : t('screen.calledBy', { staff: alarm.staff.name, station: alarm.station })}</p>
        {alarm.kind !== 'real' && <p className={classes.meaning}>{t(`screen.${alarm.kind}Meaning`)}</p>}
        <Warnings alarm={alarm} />
      </div>
      <div className={classes.facts} tabIndex={0} role="group" aria-label={t('screen.known')}>
        <Responders alarm={alarm} since={since} />
        <Deliveries alarm={alarm} ownStationId={ownStationId} />
        <section aria-labelledby="known">
          <h2 id="known">{t('screen.known')}</h2>
          {known ? <ChecklistSoFar runs={runs} time={since} /> : <p className={classes.none}>{t('screen.nothingKnown')}</p>}
        </section>
      </div>
      <Answering alarm={alarm} ownStationId={ownStationId} canPutAside={canPutAside} onAnswered={onAnswered} onAside={onAside} />
    </div>
  );
};

const Answering = ({ alarm, ownStationId, canPutAside, onAnswered, onAside }: Props) => {
  const { t } = useTranslation('respond');
  const [, navigate] = useLocation();
  const answers = useAnswers(alarm, ownStationId);
  const [closing, setClosing] = useState(false);
  const quiet = answers.busy || answers.settling;
  const answer = (): void => {
    onAnswered();
    if (answers.next === 'close') setClosing(true);
    else answers.say();
  };
  useAnswerKey(['Space', 'Enter'], quiet || closing ? null : answer);

  if (closing) {
    return (
      <CloseAlarm
        kind={alarm.kind}
        busy={answers.busy}
        problem={answers.problem}
        onBack={() => setClosing(false)}
        onClose={async (reason, note) => {
          const closed = await answers.close(reason, note);
          // What happened is written up while it is fresh; after a drill or a test it is only offered.
          if (closed.ok && alarm.kind === 'real') navigate(`/records/write/${alarm.id}`);
        }}
      />
    );
  }
  return (
    <footer className={classes.foot}>
      <ProblemNote problem={answers.problem} />
      <button type="button" className={classes.answer} aria-disabled={quiet} onClick={quiet ? undefined : answer}>
        {answers.settling && answers.next !== 'coming' ? (
          t(`screen.said.${answers.next === 'there' ? 'coming' : 'there'}`)
        ) : (
          <>
            {t(`screen.answer.${answers.next}`)}
            <kbd className={classes.keys}>{t('screen.keys')}</kbd>
          </>
        )}
      </button>
      <div className={classes.lesser}>
        {answers.next !== 'close' && (
          <Button variant="subtle" color="gray" onClick={() => setClosing(true)}>
            {t('screen.closeWithoutGoing')}
          </Button>
        )}
        {canPutAside && (
          <Button variant="subtle" color="gray" onClick={onAside}>
            {t('screen.smaller')}
          </Button>
        )}
      </div>
    </footer>
  );
};
