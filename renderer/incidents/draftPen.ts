import { partsThatDiffer, withParts, type DraftPart, type IncidentDraft } from '../../main/contract/index.ts';

export type Report = IncidentDraft['report'];

/** A report under the pen. `own`: what was written here and the station has not shown yet. */
export interface DraftPen {
  readonly report: Report;
  readonly own: readonly DraftPart[];
}

export const takeUp = (report: Report): DraftPen => ({ report, own: [] });

export const write = ({ report, own }: DraftPen, part: Partial<Report>): DraftPen => {
  const next = { ...report, ...part };
  return { report: next, own: [...new Set([...own, ...partsThatDiffer(report, next)])] };
};

/** What is written here leads until the station has it; the rest follows what is written in another window of this desk. */
export const hear = ({ report, own }: DraftPen, shown: Report): DraftPen => {
  const differing = new Set(partsThatDiffer(report, shown));
  const ahead = own.filter((part) => differing.has(part));
  return { report: withParts(shown, report, ahead), own: ahead };
};
