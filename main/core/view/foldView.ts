import type { SavedView } from '../../contract/recordList.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** A view of the list of records, as it was saved last. */
export interface ViewFile extends SavedView {
  /** The member of staff whom it belongs to; null for one of the whole site. */
  readonly owner: string | null;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly dropped: boolean;
}

export const foldView = (events: readonly Event[]): ViewFile | null => {
  const saved = events.findLast((event) => event.kind === 'ViewSaved');
  if (saved === undefined) return null;
  const { name, owner, filters, order } = saved.body;
  return { id: subjectId(saved.subject), name, shared: owner === null, owner, filters, order, savedAt: new Date(saved.wall).toISOString(), dropped: events.some((event) => event.kind === 'ViewDropped') };
};
