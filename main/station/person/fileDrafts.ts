import type { PersonDraft, ShownPersonDraft } from '../../contract/person.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { isAllowed } from '../../core/staff/permissions.ts';
import type { StationContext } from '../context.ts';
import { needsSomebody } from './personProblems.ts';
import type { PersonCaller } from './persons.ts';

/**
 * Files under the pen. They stay on this station, and are shown to nobody but whoever began them. What somebody began who has left, or may begin none any more, would lie here unseen for good:
 * it is shown to those who write files, to be finished or thrown away, and belongs to whoever writes on.
 */
export interface FileDrafts {
  readonly list: (caller: PersonCaller) => readonly ShownPersonDraft[];
  /** `SignInRequired`; `RoleInsufficient` for a draft that is somebody else's. */
  readonly save: (draft: Omit<PersonDraft, 'savedAt'>, caller: PersonCaller) => Result<PersonDraft>;
  /** Thrown away, or handed in. Nothing for a draft that is somebody else's. */
  readonly drop: (id: string, caller: PersonCaller) => void;
}

export const createFileDrafts = ({ ledger, clock }: Pick<StationContext, 'ledger' | 'clock'>): FileDrafts => {
  const { personDrafts } = ledger.local;

  /** Whoever cannot go on with what they began. Nobody is taken for gone of whom this station has not heard yet. */
  const goneName = (staff: string): string | null => {
    const file = ledger.state('staff', subjectOf('staff', staff));
    if (file === undefined) return ledger.isErased(subjectOf('staff', staff)) ? '' : null;
    return file.removedAt !== null || !isAllowed(file.staff.role, 'hand-in-files') ? file.staff.name : null;
  };

  const list: FileDrafts['list'] = ({ staff, rights }) =>
    personDrafts.list().flatMap(({ staff: owner, draft }): ShownPersonDraft[] => {
      if (owner === staff?.id) return [{ ...draft, leftBy: null }];
      const leftBy = rights.includes('write-files') ? goneName(owner) : null;
      return leftBy === null ? [] : [{ ...draft, leftBy }];
    });

  const isOthers = (id: string, caller: PersonCaller): boolean => personDrafts.list().some(({ draft }) => draft.id === id) && !list(caller).some((draft) => draft.id === id);

  return {
    list,
    save: (draft, caller) => {
      const { staff } = caller;
      if (staff === null) return needsSomebody();
      if (isOthers(draft.id, caller)) return failed('RoleInsufficient', 'Somebody else began this file.', 'Begin one of your own.');
      const saved: PersonDraft = { ...draft, savedAt: new Date(clock.now()).toISOString() };
      personDrafts.save({ draft: saved, staff: staff.id });
      return done(saved);
    },
    drop: (id, caller) => {
      if (!isOthers(id, caller)) personDrafts.drop(id);
    },
  };
};
