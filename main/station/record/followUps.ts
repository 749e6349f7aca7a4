import type { StaffReference } from '../../contract/alarm.ts';
import type { FollowUp, FollowUpInput, OpenFollowUp } from '../../contract/followUp.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { byDue } from '../../core/incident/foldFollowUps.ts';
import { byWhom, type StationContext } from '../context.ts';

/** So many records with something to do are looked through; no site lets more lie. */
const listed = 500;

/** What is to be done after incidents, and by whom. */
export interface FollowUps {
  /** Of all records; what is due first comes first. */
  readonly open: () => readonly OpenFollowUp[];
  readonly add: (input: FollowUpInput<'add'>, staff: StaffReference | null) => Result<void>;
  readonly finish: (input: FollowUpInput<'finish'>, staff: StaffReference | null) => Result<void>;
  readonly reopen: (input: FollowUpInput<'reopen'>, staff: StaffReference | null) => Result<void>;
  readonly reassign: (input: FollowUpInput<'reassign'>, staff: StaffReference | null) => Result<void>;
}

export const createFollowUps = (context: StationContext, nameOf: (staff: string) => string | undefined): FollowUps => {
  const { ledger } = context;
  const append = (draft: Draft): Result<void> => {
    const appended = ledger.append([draft]);
    return appended.ok ? done(undefined) : appended;
  };
  const named = ({ staff, name }: FollowUp['owner']): FollowUp['owner'] => ({ staff, name: staff === null ? name : (nameOf(staff) ?? name) });

  /** @param wanted done, not done, or either */
  const find = (incident: string, id: string, wanted: boolean | null): Result<FollowUp> => {
    const filed = ledger.state('incident', subjectOf('incident', incident));
    if (filed === undefined) return failed('IncidentUnknown', `This site has no record ${incident}.`, 'The list of records shows those that it has.', 'incident');
    const found = filed.followUps.find((followUp) => followUp.id === id);
    if (found === undefined) return failed('FollowUpUnknown', `That record has nothing to follow up that is called ${id}.`, 'Open the record to see what it has.', 'followUp');
    if (wanted !== null && found.done !== wanted) return failed('InputInvalid', found.done ? 'This is done already.' : 'This is not done yet.', 'Look at the record again: somebody may have been there first.', 'followUp');
    return done(found);
  };

  return {
    open: () =>
      ledger
        .states('incident', { open: true, newest: listed })
        .toReversed()
        .flatMap(({ summary, followUps }) => followUps.filter((followUp) => !followUp.done).map((followUp) => ({ ...followUp, incident: summary.id, title: summary.title })))
        .toSorted(byDue),
    add: ({ incident, owner, ...what }, staff) => {
      if (ledger.state('incident', subjectOf('incident', incident)) === undefined) return failed('IncidentUnknown', `This site has no record ${incident}.`, 'The list of records shows those that it has.', 'incident');
      return append({ kind: 'FollowUpAdded', subject: subjectOf('incident', incident), body: { ...what, owner: named(owner), ...byWhom(context, staff) } });
    },
    finish: ({ incident, followUp, note }, staff) => {
      const found = find(incident, followUp, false);
      return found.ok ? append({ kind: 'FollowUpDone', subject: subjectOf('incident', incident), body: { followUp, note, ...byWhom(context, staff) } }) : found;
    },
    reopen: ({ incident, followUp, note }, staff) => {
      const found = find(incident, followUp, true);
      return found.ok ? append({ kind: 'FollowUpReopened', subject: subjectOf('incident', incident), body: { followUp, note, ...byWhom(context, staff) } }) : found;
    },
    reassign: ({ incident, followUp, owner, due }, staff) => {
      const found = find(incident, followUp, null);
      return found.ok ? append({ kind: 'FollowUpReassigned', subject: subjectOf('incident', incident), body: { followUp, owner: named(owner), due, ...byWhom(context, staff) } }) : found;
    },
  };
};
