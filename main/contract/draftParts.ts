import { incidentReportSchema, type IncidentDraft } from './incident.ts';

type Report = IncidentDraft['report'];

/** One field of a report, or all rows of one kind. */
export type DraftPart = keyof Report;

/** A report with these parts of another state of it. */
export const withParts = (report: Report, other: Report, parts: Iterable<DraftPart>): Report => {
  const merged = { ...report };
  for (const part of parts) takePart(merged, other, part);
  return merged;
};

const takePart = <Part extends DraftPart>(report: Report, other: Report, part: Part): void => {
  report[part] = other[part];
};

/** The parts that are written differently in two states of a report. */
export const partsThatDiffer = (one: Report, other: Report): readonly DraftPart[] => incidentReportSchema.keyof().options.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
