import { subjectAccessSchema, type Person, type SubjectAccess } from '../../contract/person.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { PersonGroup } from '../../core/person/group.ts';
import { othersInvolved } from '../../core/person/othersInvolved.ts';
import { mapTexts, withheld, withholding } from '../../core/person/withhold.ts';
import type { StationContext } from '../context.ts';
import { namesOf } from './personFiles.ts';

interface Wanted {
  readonly site: string;
  readonly group: PersonGroup;
  readonly view: Person;
  readonly withhold: boolean;
}

/**
 * All that the ledger holds on a person, as it is and as it reads. With `withhold` every name that the site knows of somebody else is left out, wherever it stands: of staff, of others on file, and
 * of those who were involved in a record, who are not described either. Names that stand nowhere but in a text stay: it is read before it is handed out.
 */
export const composeSubjectAccess = ({ ledger, clock }: Pick<StationContext, 'ledger' | 'clock'>, { site, group, view, withhold }: Wanted): SubjectAccess => {
  const incidents = view.incidents.flatMap(({ id }) => {
    const filed = ledger.state('incident', subjectOf('incident', id));
    return filed === undefined ? [] : [{ ...filed.summary, report: filed.report, amendments: filed.amendments }];
  });
  const events = group.members
    .flatMap(({ id }) => ledger.eventsOf(subjectOf('person', id)))
    .map(({ wall, kind, subject, body }) => ({ at: new Date(wall).toISOString(), kind, subject, body: { ...body } }));
  const files = group.members
    .flatMap(({ id }) => ledger.states('attachment', { link: subjectOf('person', id) }))
    .filter(({ removed }) => removed === null)
    .map(({ name, type, size, addedAt }) => ({ name, type, size, at: addedAt }));
  const whole = { site, madeAt: new Date(clock.now()).toISOString(), withheld: withhold, person: view, incidents, files, events };
  if (!withhold) return subjectAccessSchema.parse(whole);

  const staff = ledger.states('staff').map((file) => file.staff.name);
  const acting = [...view.history, ...view.looks.newest, ...incidents, ...incidents.flatMap(({ amendments }) => amendments)].flatMap((entry) => entry.staff ?? []);
  const deciding = view.bans.map(({ decidedBy }) => decidedBy);
  const own = namesOf(group);
  const members = new Set(group.members.map(({ id }) => id));
  const onFile = ledger.states('person').filter(({ id }) => !members.has(id)).flatMap(({ names }) => names.map(({ name }) => name));
  const others = incidents.map(({ report }) => othersInvolved(report.involved, own));
  const mentioned = [...others.flat().flatMap(({ name, contact }) => [name, contact]), ...incidents.flatMap(({ report }) => report.followUps.map(({ owner }) => owner.name))].filter((text) => text !== '');
  const hide = withholding([...staff, ...acting, ...onFile], own, [...deciding, ...mentioned]);
  const describedOnly = incidents.map((incident, index) => ({
    ...incident,
    report: { ...incident.report, involved: incident.report.involved.map((person) => (others[index]?.includes(person) === true ? { ...person, name: '', contact: '', description: withheld } : person)) },
  }));
  return subjectAccessSchema.parse({ ...Object(mapTexts({ ...whole, incidents: describedOnly }, hide)), site });
};
