import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Alarm } from '../../main/contract/index.ts';
import { useSeen } from '../shared/useSeen.ts';
import classes from './AlarmMessage.module.css';
import { alarmsToFollowUp, closedSince } from './alarmsToAnswer.ts';
import { FollowUpMessage } from './FollowUpMessage.tsx';
import { PracticeMark } from './PracticeMark.tsx';
import { useAnswerKey } from './useAnswerKey.ts';
import { useAnswers } from './useAnswers.ts';
import { useShown } from './useShown.ts';

interface Props {
  readonly alarms: readonly Alarm[];
  readonly toAnswer: readonly Alarm[];
  readonly ownStationId: string;
}

/**
 * The public face of an alarm elsewhere: a slim line at the foot of the noticeboard that reads like service talk.
 * It takes no focus and moves nothing.
 */
export const AlarmMessage = ({ alarms, toAnswer, ownStationId }: Props) => {
  const { t } = useTranslation('respond');
  const [location] = useLocation();
  const shown = useShown(toAnswer);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const first = toAnswer[0];
  const toFollowUp = alarmsToFollowUp(alarms, ownStationId)[0];
  const settled = closedSince(shown, alarms, dismissed).find((alarm) => alarm.acknowledgements.some(({ stationId }) => stationId === ownStationId) && alarm.closedAt !== null);

  return (
    <section aria-label={t('message.label')} aria-live="polite" data-over={location === '/' ? 'desk' : 'page'} className={classes.place}>
      {first !== undefined && <OpenMessage key={first.id} alarm={first} ownStationId={ownStationId} more={toAnswer.length - 1} />}
      {first === undefined && toFollowUp !== undefined && <FollowUpMessage key={toFollowUp.id} alarm={toFollowUp} />}
      {first === undefined && toFollowUp === undefined && settled !== undefined && (
        <div className={classes.line}>
          <p className={classes.text}>
            <PracticeMark kind={settled.kind} />
            {t('message.settled', { station: settled.station })}
          </p>
          <UnstyledButton className={classes.quiet} onClick={() => setDismissed(new Set([...dismissed, settled.id]))}>
            {t('message.dismiss')}
          </UnstyledButton>
        </div>
      )}
    </section>
  );
};

const OpenMessage = ({ alarm, ownStationId, more }: { readonly alarm: Alarm; readonly ownStationId: string; readonly more: number }) => {
  const { t } = useTranslation('respond');
  const answers = useAnswers(alarm, ownStationId);
  useSeen(alarm.id);
  const speaking = answers.busy || answers.settling;
  useAnswerKey(['Enter'], speaking || answers.next === 'close' ? null : answers.say);
  const others = alarm.acknowledgements.filter(({ stationId }) => stationId !== ownStationId).map(({ station, staff }) => staff ?? station);

  return (
    <div className={classes.line}>
      <p className={classes.text}>
        <PracticeMark kind={alarm.kind} />
        <strong>{t(`message.${alarm.level}`, { station: alarm.station })}</strong>
        {/* What is heard from that desk may not be what is meant. */}
        {alarm.duress && <span className={classes.allTheSame}>{t('message.allTheSame')}</span>}
        <span className={classes.detail}>
          {answers.next === 'there' && t('message.onTheWay')} {answers.next === 'close' && t('message.withThem')}{' '}
          {others.length > 0 ? t('message.others', { names: others.join(', ') }) : answers.next === 'coming' && t('message.nobody')} {more > 0 && t('message.more', { count: more })}
        </span>
      </p>
      {/* A problem's own words belong to the private face. */}
      {answers.problem !== null && <p role="status">{t('message.again')}</p>}
      {answers.next === 'close' ? (
        <Button variant="default" loading={speaking} onClick={() => void answers.close(alarm.kind === 'real' ? 'resolved' : 'drill', '')}>
          {t('message.done')}
        </Button>
      ) : (
        <Button variant="default" disabled={speaking} onClick={answers.say} rightSection={<kbd className={classes.key}>{t('message.key')}</kbd>}>
          {t(`message.${answers.next}`)}
        </Button>
      )}
    </div>
  );
};
