import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Verification } from '../contract/station.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import { equalBytes, openVerifyingKey, sha256, stationIdOf, verifyBytes } from '../platform/primitives.ts';
import type { Connection } from './connection.ts';
import { decodeEvent, noPredecessor } from './encoding.ts';
import type { Pace } from './pace.ts';

const bytes = z.instanceof(Uint8Array);
const eventRow = z.object({ origin: z.string(), seq: z.number(), wall: z.number(), counter: z.number(), kind: z.string(), subject: z.string(), bytes, hash: bytes, signature: bytes.nullable() });
const headRow = z.object({ origin: z.string(), seq: z.number(), hash: bytes, signature: bytes });

type Problems = Verification['problems'];

/**
 * Walks the chain of every station from its first event: hashes are recomputed, links followed, columns held against the
 * encoded bytes, every signature verified and each head held against the end of its chain. Changes nothing. A few rows at a
 * time at the given pace; what is written meanwhile is walked as well.
 */
export const verifyLedger = async (connection: Connection, roster: readonly EnrolledStation[], pace: Pace): Promise<Verification> => {
  const problems: Problems = [];
  const keys = new Map(roster.map((station) => [station.id, station.signingKey]));
  const origins = z.string().array().parse(connection.prepare('SELECT origin FROM head UNION SELECT origin FROM event ORDER BY origin').pluck().all());
  let events = 0;
  for (const origin of origins) {
    const key = keys.get(origin);
    if (key === undefined || stationIdOf(key) !== origin) problems.push({ origin, seq: null, problem: 'its signing key is not on the roster' });
    const walked = await walk(connection, origin, key ?? null, problems, pace);
    events += walked.events;
    const head = headRow.optional().parse(connection.prepare('SELECT origin, seq, hash, signature FROM head WHERE origin = ?').get(origin));
    if (head === undefined || head.seq !== walked.seq || !equalBytes(head.hash, walked.hash)) problems.push({ origin, seq: walked.seq, problem: 'the signed head is not the end of the chain' });
    else if (key !== undefined && !verifyBytes(openVerifyingKey(key), head.hash, head.signature)) problems.push({ origin, seq: head.seq, problem: 'the signature of the head does not hold' });
  }
  return { ok: problems.length === 0, events, stations: origins.length, problems };
};

interface Walked {
  readonly events: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** So many rows between two looks at the time. */
const portion = 8;

const walk = async (connection: Connection, origin: string, key: Uint8Array | null, problems: Problems, pace: Pace): Promise<Walked> => {
  const verifying = key === null ? null : openVerifyingKey(key);
  const select = connection.prepare('SELECT origin, seq, wall, counter, kind, subject, bytes, hash, signature FROM event WHERE origin = ? AND seq > ? ORDER BY seq LIMIT ?');
  let events = 0;
  let seq = 0;
  let previous = noPredecessor;
  let signed = true;
  for (;;) {
    const began = performance.now();
    const rows = eventRow.array().parse(select.all(origin, seq, portion));
    for (const row of rows) {
      const report = (problem: string) => problems.push({ origin, seq: row.seq, problem });
      if (row.seq !== seq + 1) report(`events ${seq + 1} to ${row.seq - 1} are missing`);
      const encoded = decodeEvent(row.bytes);
      if (encoded === null) report('it cannot be decoded');
      else {
        if (encoded.origin !== row.origin || encoded.seq !== row.seq || encoded.wall !== row.wall || encoded.counter !== row.counter || encoded.kind !== row.kind || encoded.subject !== row.subject) report('its columns differ from what was hashed');
        if (!equalBytes(encoded.previous, previous)) report('it does not follow its predecessor');
      }
      const hash = sha256(row.bytes);
      if (!equalBytes(hash, row.hash)) report('its hash does not hold');
      if (row.signature !== null && verifying !== null && !verifyBytes(verifying, hash, row.signature)) report('its signature does not hold');
      signed = row.signature !== null;
      seq = row.seq;
      previous = hash;
      events += 1;
    }
    // Its head is read in the same step in which the end of the chain was reached: nothing can be written in between.
    if (rows.length < portion) break;
    await pace.rest(performance.now() - began);
  }
  if (!signed) problems.push({ origin, seq, problem: 'the last event of the chain is not signed' });
  return { events, seq, hash: previous };
};
