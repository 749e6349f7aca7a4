import type { Person, PersonHappening } from '../../contract/person.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** So many looks are told of; the ledger has them all. */
const looksTold = 100;

/** What happened to a file, oldest first, one entry a change: nothing in it was ever overwritten silently. Takes its events in the total order. */
export const historyOf = (events: readonly Event[]): Person['history'] =>
  events.filter(isSigned).flatMap((event) => happeningsIn(event).map(([what, text]) => ({ what, text, file: subjectId(event.subject), ...doneBy(event) })));

/** Who looked into it, the newest first. */
export const looksIn = (events: readonly Event[]): Person['looks'] => {
  const looks = events.filter((event) => event.kind === 'PersonFileViewed');
  return { count: looks.length, newest: looks.slice(-looksTold).map((look) => ({ what: look.body.what, ...doneBy(look) })).toReversed() };
};

interface Signed {
  readonly wall: number;
  readonly body: { readonly station: string; readonly staff: { readonly name: string } | null };
}

const isSigned = (event: Event): event is Extract<Event, Signed> => 'staff' in event.body && 'station' in event.body;

const doneBy = ({ wall, body }: Signed) => ({ at: new Date(wall).toISOString(), station: body.station, staff: body.staff?.name ?? null });

type Happening = readonly [what: PersonHappening, text: string];

const happeningsIn = (event: Event): readonly Happening[] => {
  switch (event.kind) {
    case 'PersonFileEstablished':
      return [['established', event.body.names.map(({ name }) => name).join(', ')]];
    case 'PersonFileAmended': {
      const { description, before, namesAdded, namesRemoved } = event.body;
      return [
        ...(description === undefined ? [] : [['description', description.text] as const]),
        ...(before === undefined ? [] : [['before', before.text] as const]),
        ...namesAdded.map(({ name }) => ['name-added', name] as const),
        ...namesRemoved.map(() => ['name-removed', ''] as const),
      ];
    }
    case 'PersonFileApproved':
      return [['approved', '']];
    case 'PersonFileRejected':
      return [['rejected', event.body.reason]];
    case 'MarkerAdded':
      return [['marker-added', event.body.text]];
    case 'MarkerRemoved':
      return [['marker-removed', event.body.reason]];
    case 'BanImposed':
      return [['ban-imposed', event.body.notice]];
    case 'BanLifted':
      return [['ban-lifted', event.body.reason]];
    case 'PersonPhotoChosen':
      return [[event.body.attachment === null ? 'photo-taken-off' : 'photo-chosen', '']];
    case 'PersonFilesMerged':
      return [['merged', '']];
    case 'MergeUndone':
      return [['merge-undone', '']];
    case 'PersonLinkedToIncident':
      return [['linked', '']];
    case 'PersonUnlinkedFromIncident':
      return [['unlinked', '']];
    case 'ReviewDone':
      return [['reviewed', event.body.note]];
    case 'PersonFileExported':
      return [['exported', '']];
    default:
      return [];
  }
};
