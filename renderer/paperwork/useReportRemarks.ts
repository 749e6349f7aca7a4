import { useTranslation } from 'react-i18next';
import { doubtsOfMoments, flawsOfMoments, flawsOfReport, type IncidentDraft, type RecordForm } from '../../main/contract/index.ts';
import { useNow } from '../shared/useNow.ts';

type Report = IncidentDraft['report'];
type WordsByPath = Readonly<Record<string, string>>;

export interface ReportRemarks {
  /** What has to be put right before it can be filed. */
  readonly flaws: WordsByPath;
  /** What is to be looked at once more; it can be filed all the same. */
  readonly doubts: WordsByPath;
}

/** What the site's form and the clock have to say of a report, a sentence by path: `fields.<id>`, `category`, `rules.0`, `occurredAt`. */
export const useReportRemarks = (form: RecordForm | undefined): ((report: Report) => ReportRemarks) => {
  const { t } = useTranslation('paperwork');
  const now = useNow(60_000).getTime();
  return (report) => ({
    flaws: Object.fromEntries([...flawsOfMoments(report, now), ...(form === undefined ? [] : flawsOfReport(report, form))].map(({ kind, path }) => [path, t(`fieldFlaw.${kind}`)])),
    doubts: Object.fromEntries(doubtsOfMoments(report, now).map(({ kind, path }) => [path, t(`doubt.${kind}`)])),
  });
};
