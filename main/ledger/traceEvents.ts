import { z } from 'zod';
import type { TracedEvent } from '../contract/evidence.ts';
import { toHex } from '../platform/primitives.ts';
import type { Connection } from './connection.ts';
import { decodeEvent } from './encoding.ts';
import type { Keyring } from './keyring.ts';
import { readEvent } from './readEvent.ts';

const bytes = z.instanceof(Uint8Array);
const row = z.object({ arrival: z.number(), learned: z.number().nullable(), bytes, hash: bytes, signed: z.number().nullable() });
/** Most kinds say who did it; the others were written by a station on its own. */
const byStaff = z.object({ staff: z.object({ id: z.string(), name: z.string() }).nullable() });

/** So many at once. */
export const traced = 200;

/** Events in the order in which this station learned of them, behind a place in it: of these subjects with what was written, or of all without. */
export const createTracing = (connection: Connection, keyring: Pick<Keyring, 'open' | 'isErased'>, nameOf: (staff: string) => string | undefined) => {
  // Whoever was erased is known by the id alone.
  const namedIn = (body: unknown): string | null => {
    const by = byStaff.safeParse(body).data?.staff;
    return by === undefined || by === null ? null : by.name || (nameOf(by.id) ?? by.id);
  };

  const select = (condition: string) =>
    connection.prepare(`
      SELECT arrival, learned, bytes, hash, (SELECT min(seq) FROM event AS later WHERE later.origin = event.origin AND later.seq >= event.seq AND later.signature IS NOT NULL) AS signed
      FROM event WHERE arrival > ? ${condition} ORDER BY arrival LIMIT ${traced}`);
  const selectAll = select('');
  const selectOf = select('AND subject IN (SELECT value FROM json_each(?))');

  return (subjects: readonly string[] | null, after: number): readonly TracedEvent[] =>
    row
      .array()
      .parse(subjects === null ? selectAll.all(after) : selectOf.all(after, JSON.stringify(subjects)))
      .flatMap(({ arrival, learned, bytes: encoded, hash, signed }): TracedEvent[] => {
        const decoded = decodeEvent(encoded);
        if (decoded === null) return [];
        const { origin, seq, wall, kind, subject } = decoded;
        const event = readEvent(decoded, keyring.open);
        return [
          {
            arrival,
            learnedAt: learned === null ? null : momentOf(learned),
            origin,
            seq,
            writtenAt: momentOf(wall),
            kind,
            subject,
            hash: toHex(hash),
            signedBy: signed,
            state: event !== null ? 'read' : keyring.isErased(subject) ? 'erased' : 'unread',
            staff: namedIn(event?.body),
            body: subjects === null || event === null ? null : event.body,
          },
        ];
      });
};

const momentOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
