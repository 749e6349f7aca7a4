import { eventBodies, isEventKind, type Event } from '../core/event/catalogue.ts';
import type { EncodedEvent } from './encoding.ts';

/** Reads an event's body by the catalogue. Null for a kind, seal or body that this program does not know: it is kept and handed on, and takes part in no projection. */
export const readEvent = ({ origin, seq, wall, counter, kind, subject, seal, body }: EncodedEvent): Event | null => {
  if (seal !== 0 || !isEventKind(kind)) return null;
  const parsed = eventBodies[kind].safeParse(parseJson(body));
  if (!parsed.success) return null;
  // The pair of kind and body was just checked against the catalogue; TypeScript cannot correlate the two unions.
  return { origin, seq, wall, counter, kind, subject, body: parsed.data } as Event;
};

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
