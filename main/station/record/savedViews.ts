import type { StaffReference } from '../../contract/alarm.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { SavedView, ShownView } from '../../contract/recordList.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { ViewFile } from '../../core/view/foldView.ts';
import { byWhom, type StationContext } from '../context.ts';

/** Whoever looks at the list of records. */
export interface ViewCaller {
  readonly staff: StaffReference | null;
  readonly mayShare: boolean;
}

/** Ways of looking at the list of records that somebody gave a name. One's own are shown to nobody else; they follow one to every desk. */
export interface SavedViews {
  /** One's own and those of the whole site, by name. */
  readonly list: (caller: ViewCaller) => readonly ShownView[];
  /** A new one, or another content under the same id. `InputInvalid`, `RoleInsufficient`, `ViewUnknown`. */
  readonly save: (view: SavedView, caller: ViewCaller) => Result<void>;
  readonly drop: (id: string, caller: ViewCaller) => Result<void>;
}

/** One person's, or the site's: a menu of more is no help. */
const most = 40;

export const createSavedViews = (context: StationContext): SavedViews => {
  const { ledger } = context;
  const all = (): readonly ViewFile[] => ledger.states('view', { open: true });
  const isShown = ({ owner }: ViewFile, { staff }: ViewCaller): boolean => owner === null || owner === staff?.id;
  const mayChange = ({ owner }: Pick<ViewFile, 'owner'>, { staff, mayShare }: ViewCaller): boolean => (owner === null ? mayShare : owner === staff?.id);

  const append = (...drafts: Parameters<typeof ledger.append>[0]): Result<void> => {
    const appended = ledger.append(drafts);
    return appended.ok ? done(undefined) : appended;
  };

  return {
    list: (caller) =>
      all()
        .filter((view) => isShown(view, caller))
        .map(({ owner, dropped: _dropped, ...view }) => ({ ...view, mayChange: mayChange({ owner }, caller) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    save: ({ id, name, shared, filters, order }, caller) => {
      const { staff } = caller;
      if (!shared && staff === null) return failed('SignInRequired', 'A view of one’s own needs somebody whose it is.', 'Sign in first.');
      if (shared && !caller.mayShare) return sharingRefused();
      // Whom a file is about is for those who may read it.
      if (shared && filters.person !== null) return failed('InputInvalid', 'A view for everybody cannot name a person.', 'Take the person out of it, or keep the view for yourself.', 'filters.person');
      const owner = shared ? null : (staff?.id ?? null);
      const known = all().find((view) => view.id === id);
      if (known !== undefined && !mayChange(known, caller)) return viewUnknown();
      if (known === undefined && all().filter((view) => view.owner === owner).length >= most) return failed('InputInvalid', `There are ${most} of them already.`, 'Remove one that is not used any more.', 'name');
      return append({ kind: 'ViewSaved', subject: subjectOf('view', id), body: { name, owner, filters, order, ...byWhom(context, staff) } });
    },
    drop: (id, caller) => {
      const known = all().find((view) => view.id === id && isShown(view, caller));
      if (known === undefined) return viewUnknown();
      if (!mayChange(known, caller)) return sharingRefused();
      return append({ kind: 'ViewDropped', subject: subjectOf('view', id), body: byWhom(context, caller.staff) });
    },
  };
};

const viewUnknown = () => failed('ViewUnknown', 'That view is not there any more.', 'Choose another one from the list.');
const sharingRefused = () => failed('RoleInsufficient', 'Views for everybody are kept by supervisors and administrators.', 'Keep it for yourself, or ask one of them.');
