import type { Ban, PersonStatus, Written } from '../../contract/person.ts';
import type { Event, EventKind } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** Who did something, and as whom they are known on the staff list: a name alone says nothing about whether two are one. */
export interface DoneBy {
  readonly at: string;
  readonly station: string;
  readonly staff: string | null;
}
interface Made extends DoneBy {
  readonly id: string;
  readonly staffId: string | null;
  readonly approved: boolean;
}

export interface FiledMarker extends Made {
  readonly kind: 'safety' | 'note';
  readonly text: string;
  readonly removed: ({ readonly reason: string } & DoneBy) | null;
}

export interface FiledBan extends Made, Ban {
  readonly lifted: ({ readonly reason: string } & DoneBy) | null;
  /** A review after it was imposed set another day for the whole file. */
  readonly reviewed: boolean;
}

/** Which picture the desks are to be shown; null: none any more. */
export interface FiledPhoto extends Made {
  readonly attachment: string | null;
  readonly over: readonly string[];
}

export interface FiledMerge extends DoneBy {
  readonly id: string;
  readonly from: string;
  readonly into: string;
  readonly undone: boolean;
}

/**
 * One file, by its own events alone. What a clock has to say (expiry, reviews that are due) and what merges bring together is worked out by whoever reads it; its history
 * and the looks into it are read from the events (`history.ts`), so that a list of many files stays quick.
 */
export interface PersonFile {
  readonly id: string;
  readonly established: DoneBy & { readonly staffId: string | null };
  readonly status: PersonStatus;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly description: Written;
  readonly before: Written;
  readonly markers: readonly FiledMarker[];
  readonly bans: readonly FiledBan[];
  readonly photos: readonly FiledPhoto[];
  readonly links: readonly { readonly id: string; readonly incident: string }[];
  readonly merges: readonly FiledMerge[];
  readonly reviewOn: string;
  readonly changedAt: string;
}

/**
 * Null while the establishing event has not arrived. A station whose clock is far off can write something about a file that sorts before the
 * file itself, so nothing here leans on what comes first: what answers something names it (a ban that is lifted, a text that is replaced).
 */
export const foldPerson = (events: readonly Event[]): PersonFile | null => {
  const established = events.find((event) => event.kind === 'PersonFileEstablished');
  if (established === undefined) return null;
  const id = subjectId(established.subject);
  const establishedBy = established.body.staff?.id ?? null;
  // Nobody is their own second person.
  const approvals = of(events, 'PersonFileApproved').filter(({ body }) => body.staff !== null);
  const isApproved = (item: string, maker: string | null): boolean => approvals.some(({ body }) => body.staff?.id !== maker && body.covers.includes(item));
  const made = (event: Event & { readonly body: Doing }, item: string): Made => ({ id: item, ...doneBy(event), staffId: event.body.staff?.id ?? null, approved: isApproved(item, event.body.staff?.id ?? null) });
  const removedNames = new Set(of(events, 'PersonFileAmended').flatMap(({ body }) => body.namesRemoved));
  const unlinked = new Set(of(events, 'PersonUnlinkedFromIncident').flatMap(({ body }) => body.links));
  const reviews = of(events, 'ReviewDone');
  const decisions = events.filter((event) => event.kind === 'PersonFileRejected' || (event.kind === 'PersonFileApproved' && event.body.staff !== null && event.body.staff.id !== establishedBy && event.body.covers.includes(id)));
  const changes = events.filter(({ kind }) => kind !== 'PersonFileViewed' && kind !== 'PersonFileExported');
  return {
    id,
    established: { ...doneBy(established), staffId: establishedBy },
    status: statusAfter(decisions.at(-1)?.kind),
    names: [...established.body.names, ...of(events, 'PersonFileAmended').flatMap(({ body }) => body.namesAdded)].filter((name) => !removedNames.has(name.id)),
    description: writtenIn('description', established, events),
    before: writtenIn('before', established, events),
    markers: of(events, 'MarkerAdded').map((event) => ({ ...made(event, event.body.marker), kind: event.body.kind, text: event.body.text, removed: ended(of(events, 'MarkerRemoved').find(({ body }) => body.marker === event.body.marker)) })),
    bans: of(events, 'BanImposed').map((event) => {
      const { ban, areas, from, until, reviewOn, notice, decidedBy } = event.body;
      return { ...made(event, ban), areas, from, until, reviewOn, notice, decidedBy, lifted: ended(of(events, 'BanLifted').find(({ body }) => body.ban === ban)), reviewed: reviews.some(({ body }) => body.covers.includes(ban)) };
    }),
    photos: of(events, 'PersonPhotoChosen').map((event) => ({ ...made(event, event.body.choice), attachment: event.body.attachment, over: event.body.over })),
    links: of(events, 'PersonLinkedToIncident').flatMap(({ body }) => (unlinked.has(body.link) ? [] : [{ id: body.link, incident: body.incident }])),
    merges: of(events, 'PersonFilesMerged').map((event) => ({ id: event.body.merge, from: event.body.from, into: event.body.into, ...doneBy(event), undone: of(events, 'MergeUndone').some(({ body }) => body.merge === event.body.merge) })),
    reviewOn: reviews.at(-1)?.body.next ?? established.body.reviewOn,
    changedAt: momentOf(changes.at(-1) ?? established),
  };
};

type Of<Kind extends EventKind> = Extract<Event, { readonly kind: Kind }>;
interface Doing {
  readonly station: string;
  readonly staff: { readonly id: string; readonly name: string } | null;
}

const of = <Kind extends EventKind>(events: readonly Event[], kind: Kind): readonly Of<Kind>[] => events.filter((event): event is Of<Kind> => event.kind === kind);

const momentOf = ({ wall }: Pick<Event, 'wall'>): string => new Date(wall).toISOString();

const doneBy = ({ wall, body }: { readonly wall: number; readonly body: Doing }): DoneBy => ({ at: momentOf({ wall }), station: body.station, staff: body.staff?.name ?? null });

const ended = (event: { readonly wall: number; readonly body: Doing & { readonly reason: string } } | undefined) => (event === undefined ? null : { reason: event.body.reason, ...doneBy(event) });

const statusAfter = (decision: EventKind | undefined): PersonStatus => (decision === undefined ? 'provisional' : decision === 'PersonFileApproved' ? 'approved' : 'rejected');

/**
 * A text of which every change names those that its writer saw. What no other change replaced still stands: of two that were written at the same time
 * the later one leads, and the other stays beside it until somebody who sees both writes it anew.
 */
const writtenIn = (field: 'description' | 'before', established: Of<'PersonFileEstablished'>, events: readonly Event[]): Written => {
  const first = { change: subjectId(established.subject), text: established.body[field], ...doneBy(established), over: [] as readonly string[] };
  const later = of(events, 'PersonFileAmended').flatMap((event) => {
    const rewritten = event.body[field];
    return rewritten === undefined ? [] : [{ change: event.body.change, text: rewritten.text, ...doneBy(event), over: rewritten.over.filter((change) => change !== event.body.change) }];
  });
  const all = [first, ...later];
  const replaced = new Set(all.flatMap(({ over }) => over));
  const standing = all.filter(({ change }) => !replaced.has(change)).map(({ over: _over, ...writing }) => writing);
  const { over: _over, ...newest } = all.at(-1) ?? first;
  const leading = standing.at(-1) ?? newest;
  return { ...leading, besides: standing.filter(({ change, text }) => change !== leading.change && text !== leading.text) };
};
