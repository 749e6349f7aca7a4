import type { BanState, ReviewState } from '../../contract/person.ts';
import type { FiledBan, FiledMarker, FiledPhoto, PersonFile } from './foldPerson.ts';

/** Days are those of the site's calendar, `2026-11-30`; as text they sort as they follow. */

/** Nothing is written when a ban runs out: from the day after its last one it is over, on every station by itself. */
export const banStateOn = (today: string, { status }: Pick<PersonFile, 'status'>, { lifted, until, from, approved }: Pick<FiledBan, 'lifted' | 'until' | 'from' | 'approved'>): BanState => {
  if (lifted !== null) return 'lifted';
  if (until !== null && until < today) return 'over';
  if (status === 'rejected') return 'rejected';
  if (status === 'provisional' || !approved) return 'waiting';
  return from > today ? 'coming' : 'open';
};

/** What stands has been looked at by a second person: a desk acts on it. */
export const markerStands = ({ status }: Pick<PersonFile, 'status'>, { removed, approved }: Pick<FiledMarker, 'removed' | 'approved'>): boolean => removed === null && status === 'approved' && approved;

/** Of several choices those that no other one replaced, the newest last. */
const unreplaced = (photos: readonly FiledPhoto[]): readonly FiledPhoto[] => photos.filter(({ id }) => !photos.some(({ over }) => over.includes(id)));

/** The picture that desks are shown, if anything stands that they are shown. Taking one off needs no second person. */
export const shownPhoto = ({ status, photos }: Pick<PersonFile, 'status' | 'photos'>): string | null =>
  status === 'approved' ? (unreplaced(photos.filter(({ attachment, approved }) => attachment === null || approved)).at(-1)?.attachment ?? null) : null;

/** Chosen, and not yet looked at by a second person. */
export const waitingPhotos = ({ photos }: Pick<PersonFile, 'photos'>): readonly FiledPhoto[] => unreplaced(photos).filter(({ attachment, approved }) => attachment !== null && !approved);

/** Without a look at the calendar: nobody whom a desk may have to know is left out. Kept as a column, so that a desk's list is read without all the other files. */
export const mayStand = (file: PersonFile): boolean =>
  file.status === 'approved' && (file.markers.some((marker) => marker.kind === 'safety' && markerStands(file, marker)) || file.bans.some(({ lifted, approved }) => lifted === null && approved));

/**
 * From when on nothing stands against somebody: the last change of their files, or the day after the last ban. Null while something does, or is to come. What nobody approved
 * stands in nobody's way; a note for those who read files does not either.
 */
export const restsSince = (files: readonly PersonFile[], today: string): string | null => {
  const stands = files.some((file) => file.bans.some((ban) => ['coming', 'open'].includes(banStateOn(today, file, ban))) || file.markers.some((marker) => marker.kind === 'safety' && markerStands(file, marker)));
  if (stands) return null;
  const ends = files.flatMap(({ bans }) => bans.flatMap(({ until, lifted, approved }) => (until !== null && lifted === null && approved ? [`${dayAfter(until)}T00:00:00.000Z`] : [])));
  return [...files.map(({ changedAt }) => changedAt), ...ends].toSorted().at(-1) ?? null;
};

/** What a second person has not approved yet, or may still: the file itself, markers and bans that were added since. */
export const waitingIn = (file: PersonFile, today: string): readonly { readonly id: string; readonly staffId: string | null }[] =>
  file.status === 'rejected'
    ? []
    : [
        ...(file.status === 'provisional' ? [{ id: file.id, staffId: file.established.staffId }] : []),
        ...file.markers.filter(({ approved, removed }) => !approved && removed === null),
        ...waitingPhotos(file),
        ...file.bans.filter((ban) => !ban.approved && banStateOn(today, file, ban) === 'waiting'),
      ].map(({ id, staffId }) => ({ id, staffId }));

/** The day of the next review: the file's own, or that of a ban without an end where it comes before. */
export const reviewDay = (file: PersonFile): string =>
  file.bans.flatMap(({ until, lifted, reviewed, reviewOn }) => (until === null && lifted === null && !reviewed && reviewOn !== null ? [reviewOn] : [])).reduce((earliest, day) => (day < earliest ? day : earliest), file.reviewOn);

export const reviewStateOn = (today: string, day: string): ReviewState => (day < today ? 'overdue' : quarterOf(day) === quarterOf(today) ? 'this-quarter' : 'later');

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);

const quarterOf = (day: string): string => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** A review can be put off for a year at most: what nobody has to look at again is forgotten, and kept. */
export const isReviewDay = (today: string, day: string): boolean => day > today && day <= yearAfter(today);

const yearAfter = (day: string): string => `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
