import type { StaffReference } from '../../contract/alarm.ts';
import type { ErasureReason } from '../../contract/erasure.ts';
import { done, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { Attachments } from '../attachment/attachments.ts';
import type { StationContext } from '../context.ts';

export interface DiscardDependencies {
  readonly context: Pick<StationContext, 'ledger' | 'changes'>;
  readonly attachments: Pick<Attachments, 'eraseOf'>;
}

/** Throws the draft of a record away, with what was attached to it. What was filed meanwhile keeps its files. */
export const discardDraft = async ({ context: { ledger, changes }, attachments }: DiscardDependencies, id: string, reason: ErasureReason, staff: StaffReference | null): Promise<Result<void>> => {
  const subject = subjectOf('incident', id);
  const erased = ledger.state('incident', subject) === undefined ? await attachments.eraseOf(subject, reason, staff) : done(undefined);
  if (!erased.ok) return erased;
  ledger.local.drafts.drop(id);
  changes.announce('drafts');
  return erased;
};
