import { thumbnailPart } from '../../contract/attachment.ts';
import type { StaffReference } from '../../contract/alarm.ts';
import type { Event } from '../event/catalogue.ts';
import type { PartName } from './parts.ts';
import { subjectId } from '../event/subject.ts';

interface Done {
  readonly at: string;
  readonly station: string;
  readonly staff: StaffReference | null;
}

/** A file of a record, without its bytes. */
export interface AttachmentFile {
  readonly id: string;
  /** The subject that it belongs to. */
  readonly owner: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Of its parts, hex. */
  readonly key: string;
  /** SHA-256 of each sealed part, hex, in their order. */
  readonly parts: readonly string[];
  readonly thumbnail: { readonly type: string; readonly address: string } | null;
  readonly restricted: boolean;
  readonly addedAt: string;
  readonly station: string;
  readonly staff: StaffReference | null;
  /** Station id of whoever added it. */
  readonly origin: string;
  readonly removed: (Done & { readonly reason: string }) | null;
  readonly looks: readonly Done[];
}

/** Null while it has not arrived. The first removal counts. */
export const foldAttachment = (events: readonly Event[]): AttachmentFile | null => {
  const added = events.find((event) => event.kind === 'AttachmentAdded');
  if (added === undefined) return null;
  const removed = events.find((event) => event.kind === 'AttachmentRemoved');
  const { owner, name, type, size, key, parts, thumbnail, restricted, station, staff } = added.body;
  return {
    id: subjectId(added.subject),
    owner,
    name,
    type,
    size,
    key,
    parts,
    thumbnail,
    restricted,
    addedAt: momentOf(added),
    station,
    staff,
    origin: added.origin,
    removed: removed === undefined ? null : { at: momentOf(removed), station: removed.body.station, staff: removed.body.staff, reason: removed.body.reason },
    looks: events.flatMap((event) => (event.kind === 'AttachmentOpened' ? [{ at: momentOf(event), station: event.body.station, staff: event.body.staff }] : [])),
  };
};

/** Every part that belongs to a file, its thumbnail first. */
export const partNames = ({ id, parts, thumbnail }: Pick<AttachmentFile, 'id' | 'parts' | 'thumbnail'>): readonly PartName[] => [
  ...(thumbnail === null ? [] : [{ attachment: id, number: thumbnailPart, address: thumbnail.address }]),
  ...parts.map((address, index) => ({ attachment: id, number: index + 1, address })),
];

const momentOf = (event: Event): string => new Date(event.wall).toISOString();
