import { Text } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { TakeAlong } from '../exports/TakeAlong.tsx';
import { LinkedPeople } from '../people/LinkedPeople.tsx';
import { FollowUps } from '../paperwork/FollowUps.tsx';
import { ReviewSection } from '../paperwork/ReviewSection.tsx';
import { ChecklistSoFar } from '../shared/ChecklistSoFar.tsx';
import { useStation } from '../shared/connection/hooks.tsx';
import { isLost, NotRead } from '../shared/connection/NotRead.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import { useMay } from '../shared/useSession.ts';
import { Amendments } from './Amendments.tsx';
import { CallTimeline } from './CallTimeline.tsx';
import { EraseRecord } from './EraseRecord.tsx';
import classes from './Paper.module.css';
import { ReportText } from './ReportText.tsx';
import { useWho } from './useWho.ts';

interface Props {
  readonly id: string;
  /** How many the list knows of: one more means that it has to be read again. Undefined while the list does not have the record. */
  readonly entries: number | undefined;
}

/** A record as it was filed, with where it came from and what was added since. */
export const FiledRecord = ({ id, entries }: Props) => {
  const { t } = useTranslation('incidents');
  const client = useStation();
  const incident = useQuery({ queryKey: ['incident', id, entries], queryFn: ({ signal }) => client.incident.get({ id }, { signal }), placeholderData: keepPreviousData });
  if (isLost(incident)) return <NotRead error={incident.error} gone={<Gone />} />;
  return incident.data === undefined ? <Text c="dimmed">{t('loading')}</Text> : <Record incident={incident.data} />;
};

const Gone = () => {
  const { t } = useTranslation('incidents');
  return (
    <div>
      <Text fw={600}>{t('filed.gone')}</Text>
      <Text c="dimmed">{t('filed.goneHint')}</Text>
    </div>
  );
};

const Record = ({ incident }: { readonly incident: Incident }) => {
  const { t } = useTranslation(['incidents', 'paperwork']);
  const mayWrite = useMay('write-records');
  const recordedTime = useRecordedTime();
  const who = useWho();
  const { alarm, runs } = incident.origin;
  return (
    <article className={classes.paper}>
      <header className={classes.head}>
        <h2 className={classes.title}>{incident.title}</h2>
        <p className={classes.byline}>
          <span className={classes.stamp}>
            <IconFileCheck size={16} aria-hidden />
            {t('filed.stamp')}
          </span>
          {alarm !== null && alarm.kind !== 'real' && <span className={classes.stamp}>{t(`facts.kind.${alarm.kind}`)}</span>}
          {incident.review.state !== 'open' && <span className={classes.stamp}>{t(`paperwork:review.short.${incident.review.state}`)}</span>}
          {incident.amendedSinceReview && <span className={classes.stamp}>{t('paperwork:review.amendedSince')}</span>}
          <span>{t('filed.by', { who: who(incident), time: recordedTime(incident.filedAt) })}</span>
        </p>
      </header>
      <TakeAlong incident={incident} />
      <ReportText report={incident.report} />
      <LinkedPeople incident={incident.id} />
      <Attachments owner={`incident/${incident.id}`} filedAt={incident.filedAt} mayAdd={mayWrite} />
      <FollowUps incident={incident.id} followUps={incident.followUps} />
      <Amendments id={incident.id} amendments={incident.amendments} unseen={incident.review.unseen} />
      <ReviewSection incident={incident} />
      {alarm !== null && <CallTimeline alarm={alarm} />}
      {runs.map((run) => (
        <section key={run.id} className={classes.section}>
          <h3>{t('facts.checklist', { station: run.station })}</h3>
          {run.ticks.length + run.answers.length === 0 ? <Text c="dimmed">{t('facts.noSteps')}</Text> : <ChecklistSoFar runs={[run]} time={recordedTime} />}
        </section>
      ))}
      <EraseRecord incident={incident} />
    </article>
  );
};
