import { z } from 'zod';
import type { ProvenEvent } from '../core/event/provenEvent.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import { equalBytes, openVerifyingKey, sha256, toHex, verifyBytes } from '../platform/primitives.ts';
import type { Connection } from './connection.ts';
import { decodeEvent } from './encoding.ts';
import type { Keyring } from './keyring.ts';
import { sealedSeal } from './sealedBody.ts';

const bytes = z.instanceof(Uint8Array);
const placeRow = z.object({ origin: z.string(), seq: z.number(), signed: z.number().nullable() });
const eventRow = z.object({ seq: z.number(), bytes, hash: bytes, signature: bytes.nullable() });

/** Everything of these subjects, by station and number, and what lies between each event and the signature that vouches for it. */
export const createProofs = (connection: Connection, keyring: Pick<Keyring, 'open' | 'keyOf' | 'isErased'>, roster: () => readonly EnrolledStation[]) => {
  const selectPlaces = connection.prepare(`
    SELECT origin, seq, (SELECT min(seq) FROM event AS later WHERE later.origin = event.origin AND later.seq >= event.seq AND later.signature IS NOT NULL) AS signed
    FROM event WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY origin, seq`);
  const selectStretch = connection.prepare('SELECT seq, bytes, hash, signature FROM event WHERE origin = ? AND seq BETWEEN ? AND ? ORDER BY seq');

  /** From the first event that was asked for of a commit to its signed end. */
  const proveStretch = (origin: string, first: number, signed: number | null, asked: ReadonlySet<string>, key: Uint8Array | undefined): readonly ProvenEvent[] => {
    const rows = eventRow.array().parse(selectStretch.all(origin, first, signed ?? first));
    const holds = key !== undefined && isVouchedFor(rows, key);
    return rows.flatMap((row): ProvenEvent[] => {
      const encoded = decodeEvent(row.bytes);
      if (encoded === null) return [];
      const { seq, wall, kind, subject, seal } = encoded;
      const isAsked = asked.has(subject);
      const subjectKey = isAsked ? keyring.keyOf(encoded) : null;
      return [
        {
          origin,
          seq,
          wall,
          kind,
          subject,
          hash: toHex(row.hash),
          signature: row.signature === null ? null : toHex(row.signature),
          signedBy: signed,
          part: isAsked ? 'asked' : 'between',
          bytes: isAsked || seal === sealedSeal ? row.bytes : null,
          key: subjectKey === null ? null : { id: subjectKey.id, key: toHex(subjectKey.key) },
          state: keyring.open(encoded) !== null ? 'read' : keyring.isErased(subject) ? 'erased' : 'unread',
          holds,
        },
      ];
    });
  };

  return (subjects: readonly string[]): readonly ProvenEvent[] => {
    const asked = new Set(subjects);
    const keys = new Map(roster().map(({ id, signingKey }) => [id, signingKey]));
    const firsts = new Map<string, z.infer<typeof placeRow>>();
    for (const place of placeRow.array().parse(selectPlaces.all(JSON.stringify(subjects)))) {
      const commit = `${place.origin} ${place.signed ?? place.seq}`;
      if (!firsts.has(commit)) firsts.set(commit, place);
    }
    return [...firsts.values()].flatMap(({ origin, seq, signed }) => proveStretch(origin, seq, signed, asked, keys.get(origin)));
  };
};

const isVouchedFor = (rows: readonly z.infer<typeof eventRow>[], key: Uint8Array): boolean => {
  let previous: Uint8Array | null = null;
  for (const row of rows) {
    const hash = sha256(row.bytes);
    if (!equalBytes(hash, row.hash)) return false;
    if (previous !== null && !equalBytes(decodeEvent(row.bytes)?.previous ?? new Uint8Array(), previous)) return false;
    previous = hash;
  }
  const signature = rows.at(-1)?.signature ?? null;
  return previous !== null && signature !== null && verifyBytes(openVerifyingKey(key), previous, signature);
};
