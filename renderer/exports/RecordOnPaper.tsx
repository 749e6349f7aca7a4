import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Incident } from '../../main/contract/index.ts';
import { CallTimeline } from '../incidents/CallTimeline.tsx';
import { ReportText } from '../incidents/ReportText.tsx';
import { useWho } from '../incidents/useWho.ts';
import printed from '../people/Printed.module.css';
import { ChecklistSoFar } from '../shared/ChecklistSoFar.tsx';
import { absoluteTime } from '../shared/time.ts';
import { useRecordedTime } from '../shared/useRecordedTime.ts';
import { useStatus } from '../shared/useStatus.ts';
import { FollowUpsOnPaper, ReviewOnPaper } from './AfterwardsOnPaper.tsx';
import { FilesOnPaper } from './FilesOnPaper.tsx';
import type { PrintedPhoto } from './printedPhotos.ts';

/** A record as it comes out of the printer, in place of the window around it. Stands outside of the window's frame, so nothing in it may have an id. */
export const RecordOnPaper = ({ incident, at, photos }: { readonly incident: Incident; readonly at: string; readonly photos: readonly PrintedPhoto[] }) => {
  const { t } = useTranslation(['exports', 'incidents']);
  const recordedTime = useRecordedTime();
  const who = useWho();
  const site = useStatus()?.site ?? '';
  const { id, title, report, amendments, followUps, origin, review } = incident;
  return createPortal(
    <div className={printed.copy} aria-hidden>
      <p>{t('printed', { site, time: absoluteTime(at) })}</p>
      <h2>{title}</h2>
      <p>{t('incidents:filed.by', { who: who(incident), time: recordedTime(incident.filedAt) })}</p>
      <ReportText report={report} />
      <FilesOnPaper incident={id} photos={photos} />
      <FollowUpsOnPaper followUps={followUps} />
      {amendments.map((amendment, index) => (
        <section key={index}>
          <h3>{t('incidents:filed.amendment')}</h3>
          <p>{`${who(amendment)}, ${recordedTime(amendment.at)}\n${amendment.text}`}</p>
        </section>
      ))}
      <ReviewOnPaper review={review} />
      {origin.alarm !== null && <CallTimeline alarm={origin.alarm} />}
      {origin.runs.map((run) => (
        <section key={run.id}>
          <h3>{t('incidents:facts.checklist', { station: run.station })}</h3>
          <ChecklistSoFar runs={[run]} time={recordedTime} />
        </section>
      ))}
    </div>,
    document.body,
  );
};
