import type { StaffReference } from '../../contract/alarm.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { PersonGroup } from '../../core/person/group.ts';
import { byWhom, type StationContext } from '../context.ts';

/** What is erased with a person: all files that are one, and the links of records to them. The records stay, and what they say. */
export interface PersonErasure {
  readonly subjects: readonly string[];
  readonly along: readonly Draft[];
}

export const erasureOfPerson = (context: StationContext, { members }: PersonGroup, staff: StaffReference | null): PersonErasure => {
  const by = byWhom(context, staff);
  const unlinked = members.flatMap(({ links }) => links.map(({ id, incident }): Draft => ({ kind: 'PersonUnlinkedFromIncident', subject: subjectOf('incident', incident), body: { links: [id], ...by } })));
  return { subjects: members.map(({ id }) => subjectOf('person', id)), along: unlinked.filter(({ subject }) => !context.ledger.isErased(subject)) };
};
