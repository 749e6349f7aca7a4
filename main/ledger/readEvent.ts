import { eventBodies, isEventKind, type Event } from '../core/event/catalogue.ts';
import { upcast } from '../core/event/upcast.ts';
import type { EncodedEvent } from './encoding.ts';
import type { Keyring } from './keyring.ts';

/** Reads an event's body by the catalogue, whichever release wrote it. Null for a kind or body that this program does not know, and for one that it cannot open: it is kept and handed on, and takes part in no projection. */
export const readEvent = (event: EncodedEvent, open: Keyring['open']): Event | null => {
  const { origin, seq, wall, counter, kind, subject } = event;
  const body = isEventKind(kind) ? open(event) : null;
  if (body === null || !isEventKind(kind)) return null;
  const parsed = eventBodies[kind].safeParse(upcast(kind, parseJson(body)));
  if (!parsed.success) return null;
  // The pair of kind and body was just checked against the catalogue; TypeScript cannot correlate the two unions.
  return { origin, seq, wall, counter, kind, subject, body: parsed.data } as Event;
};

export type ReadEncoded = (event: EncodedEvent) => Event | null;

/** The same, each event opened once for as long as whoever has it in hand keeps it: it is folded, published and acted upon in one turn. */
export const createEventReader = ({ open, isErased }: Pick<Keyring, 'open' | 'isErased'>): ReadEncoded => {
  const read = new WeakMap<EncodedEvent, Event>();
  return (encoded) => {
    if (encoded.kind !== 'SubjectErased' && isErased(encoded.subject)) return null;
    const known = read.get(encoded);
    if (known !== undefined) return known;
    const event = readEvent(encoded, open);
    if (event !== null) read.set(encoded, event);
    return event;
  };
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    return undefined;
  }
};
