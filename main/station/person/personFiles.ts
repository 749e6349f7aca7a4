import type { IncidentPerson, Person, PersonCard, PersonLine } from '../../contract/person.ts';
import { compareEvents } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import type { PersonFile } from '../../core/person/foldPerson.ts';
import { groupOf, type PersonGroup } from '../../core/person/group.ts';
import { historyOf, looksIn } from '../../core/person/history.ts';
import { banStateOn, markerStands, reviewDay, reviewStateOn, shownPhoto, waitingIn, waitingPhotos } from '../../core/person/standing.ts';
import type { StationContext } from '../context.ts';

/** A list is read on the thread that also presses, and again with each change: it stays short however many files there are. Older ones are found by their words. */
export const listed = 500;
/** Beside the newest so many of the oldest are looked at: what nobody has touched for long is what is due for review. */
const lookedAt = 200;

/** Person files as they are read: merged where they were merged, with what has run out by today's calendar left aside. */
export interface PersonFiles {
  /** The day at this station. */
  readonly today: () => string;
  readonly find: (id: string) => PersonFile | undefined;
  readonly group: (id: string) => PersonGroup | undefined;
  /** With their files, newest change first: as many of the newest, and of the oldest those that are due for review; or all. */
  readonly all: (newest?: number) => readonly PersonLine[];
  /** Those alone who have an open ban or a safety marker, by name; nothing of their files. */
  readonly standing: (newest?: number) => readonly PersonLine[];
  readonly card: (id: string) => PersonCard | undefined;
  readonly view: (id: string, asker: string | null) => Person | undefined;
  readonly ofIncident: (incident: string) => readonly IncidentPerson[];
}

export const createPersonFiles = ({ ledger, clock }: Pick<StationContext, 'ledger' | 'clock'>): PersonFiles => {
  const today = (): string => dayOf(clock.now());
  const find = (id: string): PersonFile | undefined => ledger.state('person', subjectOf('person', id));
  const group = (id: string): PersonGroup | undefined => {
    const file = find(id);
    return file === undefined ? undefined : groupOf(file, find);
  };

  /** Each group once. */
  const groupsOf = (files: readonly PersonFile[]): readonly PersonGroup[] => {
    const known = new Map(files.map((file) => [file.id, file]));
    return [...new Map(files.map((file) => groupOf(file, (id) => known.get(id) ?? find(id))).map((found) => [found.head.id, found])).values()];
  };

  /** Pictures that are there: one that was removed from the file is shown to nobody. */
  const photosOf = ({ members }: PersonGroup): Person['photos'] =>
    members
      .flatMap((file) => [...[shownPhoto(file)].flatMap((attachment) => (attachment === null ? [] : [{ attachment, shown: true }])), ...waitingPhotos(file).flatMap(({ attachment }) => (attachment === null ? [] : [{ attachment, shown: false }]))])
      .filter(({ attachment }) => ledger.state('attachment', subjectOf('attachment', attachment))?.removed === null);

  const card = (id: string): PersonCard | undefined => {
    const found = group(id);
    const shown = found === undefined ? undefined : cardOf(found, today());
    return found === undefined || shown === undefined ? undefined : { ...shown, photo: photosOf(found).find((photo) => photo.shown)?.attachment ?? null };
  };

  return {
    today,
    find,
    group,
    all: (newest) => {
      const day = today();
      const due = newest === undefined ? [] : ledger.oldest('person', { sort: '', subject: '' }, lookedAt).flatMap(({ state: file }) => (file.status !== 'rejected' && reviewStateOn(day, reviewDay(file)) !== 'later' ? [file] : []));
      return groupsOf([...ledger.states('person', newest === undefined ? {} : { newest }), ...due])
        .map((found) => lineOf(found, day, true))
        .toSorted((a, b) => ((a.file?.changedAt ?? '') < (b.file?.changedAt ?? '') ? 1 : -1));
    },
    standing: (newest) => {
      const day = today();
      return groupsOf(ledger.states('person', { open: true, ...(newest === undefined ? {} : { newest }) }))
        .map((found) => lineOf(found, day, false))
        .filter(({ banned, marked }) => banned || marked)
        .toSorted((a, b) => (a.names[0] ?? a.description).localeCompare(b.names[0] ?? b.description));
    },
    card,
    view: (id, asker) => {
      const found = group(id);
      if (found === undefined) return undefined;
      const incidents = [...new Set(found.members.flatMap(({ links }) => links.map(({ incident }) => incident)))];
      const events = found.members.flatMap((file) => ledger.eventsOf(subjectOf('person', file.id))).toSorted(compareEvents);
      return { ...viewOf(found, today(), asker), photos: photosOf(found), history: historyOf(events), looks: looksIn(events), incidents: incidents.flatMap((incident) => ledger.state('incident', subjectOf('incident', incident))?.summary ?? []) };
    },
    ofIncident: (incident) =>
      groupsOf((ledger.state('incident', subjectOf('incident', incident))?.persons ?? []).flatMap((id) => find(id) ?? [])).map((found) => ({ id: found.head.id, names: [...namesOf(found)], description: found.head.description.text })),
  };
};

/** The local calendar's day, as ISO 8601 writes it. */
export const dayOf = (moment: number): string => new Date(moment).toLocaleDateString('sv-SE');

/** One name is told once, however it is written in which file. */
export const namesOf = ({ members }: PersonGroup): readonly string[] => [...new Map(members.flatMap(({ names }) => names).map(({ name }) => [name.toLowerCase(), name])).values()];

const openBansOf = ({ members }: PersonGroup, today: string) => members.flatMap((file) => file.bans.filter((ban) => banStateOn(today, file, ban) === 'open'));
const safetyMarkersOf = ({ members }: PersonGroup) => members.flatMap((file) => file.markers.filter((marker) => marker.kind === 'safety' && markerStands(file, marker)));
const reviewDayOf = ({ members }: PersonGroup): string => members.map(reviewDay).toSorted()[0] ?? '';
/** Files that were rejected stand, but nothing of them has to be looked at again. */
const waitingOf = ({ members }: PersonGroup, today: string) => members.flatMap((file) => waitingIn(file, today));

const cardOf = (group: PersonGroup, today: string): Omit<PersonCard, 'photo'> | undefined => {
  const [bans, markers] = [openBansOf(group, today), safetyMarkersOf(group)];
  if (bans.length + markers.length === 0) return undefined;
  return {
    id: group.head.id,
    names: [...namesOf(group)],
    description: group.head.description.text,
    markers: markers.map(({ text }) => text),
    bans: bans.map(({ areas, from, until }) => ({ areas: [...areas], from, until })),
  };
};

const lineOf = (group: PersonGroup, today: string, withFile: boolean): PersonLine => {
  const { head, members } = group;
  const reviewOn = reviewDayOf(group);
  return {
    id: head.id,
    names: [...namesOf(group)],
    description: head.description.text,
    banned: openBansOf(group, today).length > 0,
    marked: safetyMarkersOf(group).length > 0,
    file: withFile
      ? { status: head.status, waiting: waitingOf(group, today).length > 0, reviewOn, review: reviewStateOn(today, reviewOn), changedAt: members.map(({ changedAt }) => changedAt).toSorted().at(-1) ?? head.changedAt }
      : null,
  };
};

const viewOf = (group: PersonGroup, today: string, asker: string | null): Omit<Person, 'incidents' | 'history' | 'looks' | 'photos'> => {
  const { head, members, mergeByFile } = group;
  const reviewOn = reviewDayOf(group);
  const waiting = waitingOf(group, today);
  return {
    id: head.id,
    names: members.flatMap((file) => file.names.map((name) => ({ ...name, file: file.id }))),
    files: members.map((file) => {
      const merge = mergeByFile.get(file.id);
      return { id: file.id, status: file.status, established: byline(file.established), description: file.description, before: file.before, merge: merge === undefined ? null : { id: merge.id, ...byline(merge) } };
    }),
    markers: members.flatMap((file) => file.markers.map(({ id, kind, text, approved, removed, ...by }) => ({ id, kind, text, approved, removed, ...byline(by), file: file.id }))),
    bans: members.flatMap((file) =>
      file.bans.map((ban) => {
        const { id, areas, from, until, reviewOn: reviewBanOn, notice, decidedBy, lifted, ...by } = ban;
        return { id, areas: [...areas], from, until, reviewOn: reviewBanOn, notice, decidedBy, lifted, ...byline(by), state: banStateOn(today, file, ban), file: file.id };
      }),
    ),
    reviewOn,
    review: reviewStateOn(today, reviewOn),
    waiting: waiting.map(({ id }) => id),
    mayApprove: asker !== null && waiting.some(({ staffId }) => staffId !== asker),
  };
};

const byline = ({ at, station, staff }: { readonly at: string; readonly station: string; readonly staff: string | null }) => ({ at, station, staff });
