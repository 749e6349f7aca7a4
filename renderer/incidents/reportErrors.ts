import { incidentReportSchema, type IncidentDraft } from '../../main/contract/index.ts';
import { stationWords } from '../shared/stationWords/stationWords.ts';

/** What has to be put right before a report can be filed: a sentence by dotted path (`title`, `involved.0.description`). */
export type ReportErrors = Readonly<Record<string, string>>;

export const reportErrors = (report: IncidentDraft['report']): ReportErrors => {
  const checked = incidentReportSchema.safeParse(report);
  if (checked.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of checked.error.issues) errors[issue.path.join('.')] ??= stationWords(issue.message);
  return errors;
};
