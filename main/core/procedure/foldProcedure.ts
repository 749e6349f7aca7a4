import type { Procedure, ProcedureVersion, ShownProcedure } from '../../contract/procedure.ts';
import type { Event } from '../event/catalogue.ts';
import { subjectId } from '../event/subject.ts';

/** What the site says of one procedure. The documents of older editions stay in their events: see `documentOf`. */
export interface ProcedureFile {
  readonly id: string;
  /** What was published last; null while the site has published nothing, and the one that came with the program holds. */
  readonly published: ShownProcedure | null;
  readonly withdrawn: boolean;
  /** Newest last. */
  readonly versions: readonly ProcedureVersion[];
  /** Editions that runs refer to and that nobody published. */
  readonly kept: readonly string[];
}

/**
 * Of two that were published at the same time both stay, and the later one in the total order holds; it notes the other as not seen. A withdrawal
 * takes away only what whoever withdrew it knew: words that somebody has just published are not lost to it.
 */
export const foldProcedure = (events: readonly Event[]): ProcedureFile | null => {
  const [first] = events;
  if (first === undefined) return null;
  let file: ProcedureFile = { id: subjectId(first.subject), published: null, withdrawn: false, versions: [], kept: [] };
  for (const event of events) {
    if (event.kind === 'ProcedurePublished') file = published(file, event);
    if (event.kind === 'ProcedureKept' && !file.kept.includes(event.body.edition)) file = { ...file, kept: [...file.kept, event.body.edition] };
    if (event.kind === 'ProcedureWithdrawn' && (file.published === null || file.published.edition === event.body.basedOn)) file = { ...file, withdrawn: true };
  }
  return file;
};

const published = (file: ProcedureFile, { body, wall }: Extract<Event, { kind: 'ProcedurePublished' }>): ProcedureFile => {
  const { edition, document, note, basedOn, station, staff } = body;
  const before = file.published?.edition ?? null;
  if (before === edition && !file.withdrawn) return file;
  const unseen = before !== null && before !== basedOn ? before : null;
  const version = { edition, version: document.version, at: new Date(wall).toISOString(), station, staff: staff === null ? null : staff.name || staff.id, note, unseen };
  return { ...file, published: { edition, document }, withdrawn: false, versions: [...file.versions, version] };
};

/** One edition as it was published or kept; undefined when the site has none of that name. */
export const documentOf = (events: readonly Event[], edition: string): Procedure | undefined => {
  for (const event of events) if ((event.kind === 'ProcedurePublished' || event.kind === 'ProcedureKept') && event.body.edition === edition) return event.body.document;
  return undefined;
};
