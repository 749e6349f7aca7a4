import { done, type Result } from '../../contract/problem.ts';
import type { Retention } from '../../contract/retention.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { dueMoment } from '../../core/retention/retention.ts';
import type { Attachments } from '../attachment/attachments.ts';
import type { StationContext } from '../context.ts';
import { discardDraft } from '../record/discardDraft.ts';
import type { Due } from './dueForErasure.ts';

/** A draft of this desk that nobody has written on for long. */
export interface LyingDraft extends Pick<Due, 'what' | 'title' | 'at' | 'due'> {
  readonly erase: () => Promise<Result<void>>;
}

/** What of this desk's drafts is due by a moment, under these settings. */
export type FindLyingDrafts = (settings: Retention, by: number) => readonly LyingDraft[];

/**
 * Drafts of records and of files on people lie on the desk where they were begun and nowhere else, so each desk looks after its own. Drafts of procedures are no personal data and stay.
 */
export const createLyingDrafts = (context: Pick<StationContext, 'ledger' | 'changes'>, attachments: Pick<Attachments, 'list' | 'eraseOf'>): FindLyingDrafts => {
  const { drafts, personDrafts } = context.ledger.local;

  const eraseFile = async (id: string): Promise<Result<void>> => {
    personDrafts.drop(id);
    context.changes.announce('drafts');
    return done(undefined);
  };

  return ({ drafts: months }, by) => {
    if (months === null) return [];
    const end = new Date(by).toISOString();
    const ofRecords = drafts.list().map(({ id, report, savedAt }) => {
      // A photo that was added is work on the draft as well.
      const at = [savedAt, ...attachments.list(subjectOf('incident', id)).map((file) => file.at)].toSorted().at(-1) ?? savedAt;
      return { title: report.title, at, erase: () => discardDraft({ context, attachments }, id, 'retention', null) };
    });
    const ofFiles = personDrafts.list().map(({ draft: { id, savedAt } }) => ({ title: '', at: savedAt, erase: () => eraseFile(id) }));
    return [...ofRecords, ...ofFiles].map((draft): LyingDraft => ({ ...draft, what: 'drafts', due: dueMoment(months, draft.at) })).filter(({ due }) => due <= end);
  };
};
