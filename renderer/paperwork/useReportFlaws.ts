import { useTranslation } from 'react-i18next';
import { flawsOfReport, type IncidentDraft, type RecordForm } from '../../main/contract/index.ts';

/** Where a report does not fit the site's form, a sentence by path: `fields.<id>`, `category`, `rules.0`. */
export const useReportFlaws = (form: RecordForm | undefined): ((report: IncidentDraft['report']) => Readonly<Record<string, string>>) => {
  const { t } = useTranslation('paperwork');
  return (report) => (form === undefined ? {} : Object.fromEntries(flawsOfReport(report, form).map(({ kind, path }) => [path, t(`fieldFlaw.${kind}`)])));
};
