import type { StaffReference } from '../../contract/alarm.ts';
import { done, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { StationParts } from '../enrolledStation.ts';

/** Throws a draft away, with what was attached to it. What was filed meanwhile keeps its files. */
export const discardDraft = async ({ incidents, attachments }: Pick<StationParts, 'incidents' | 'attachments'>, id: string, staff: StaffReference | null): Promise<Result<void>> => {
  const erased = incidents.get(id).ok ? done(undefined) : await attachments.eraseOf(subjectOf('incident', id), 'mistake', staff);
  if (erased.ok) incidents.discardDraft(id);
  return erased;
};
