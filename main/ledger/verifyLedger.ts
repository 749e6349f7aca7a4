import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Verification } from '../contract/station.ts';
import type { EnrolledStation } from '../core/site/identity.ts';
import { equalBytes, openVerifyingKey, sha256, stationIdOf, verifyBytes } from '../platform/primitives.ts';
import type { Connection } from './connection.ts';
import { decodeEvent, noPredecessor } from './encoding.ts';
import type { EventTable } from './eventTable.ts';
import type { Keyring } from './keyring.ts';
import type { Pace } from './pace.ts';
import { keyIdIn, sealedSeal } from './sealedBody.ts';

const bytes = z.instanceof(Uint8Array);
const eventRow = z.object({ origin: z.string(), seq: z.number(), wall: z.number(), counter: z.number(), kind: z.string(), subject: z.string(), bytes, hash: bytes, signature: bytes.nullable(), key_id: z.string().nullable() });
const headRow = z.object({ origin: z.string(), seq: z.number(), hash: bytes, signature: bytes });

type Problems = Verification['problems'];

export interface VerificationDependencies {
  readonly connection: Connection;
  readonly roster: readonly EnrolledStation[];
  readonly keyring: Pick<Keyring, 'open' | 'isErased'>;
  /** By subject, behind the given one: whether what screens show is what its events fold to. Empty at the end. */
  readonly compareProjections: EventTable['compareProjections'];
  readonly pace: Pace;
}

/**
 * Walks the chain of every station from its first event: hashes are recomputed, links followed, columns held against the
 * encoded bytes, every signature verified, each head held against the end of its chain, and every sealed body opened, unless its subject was erased. Then every
 * projection is held against a fresh fold of its events. Changes nothing. A few rows at a time at the given pace; what is written meanwhile is walked as well.
 */
export const verifyLedger = async (dependencies: VerificationDependencies): Promise<Verification> => {
  const { connection, roster } = dependencies;
  const problems: Problems = [];
  const keys = new Map(roster.map((station) => [station.id, station.signingKey]));
  const origins = z.string().array().parse(connection.prepare('SELECT origin FROM head UNION SELECT origin FROM event ORDER BY origin').pluck().all());
  let events = 0;
  let sealed = 0;
  let erased = 0;
  for (const origin of origins) {
    const key = keys.get(origin);
    const report = (seq: number | null, problem: string) => problems.push({ origin, seq, subject: null, problem });
    if (key === undefined || stationIdOf(key) !== origin) report(null, 'its signing key is not on the roster');
    const walked = await walk(dependencies, origin, key ?? null, report);
    events += walked.events;
    sealed += walked.sealed;
    erased += walked.erased;
    const head = headRow.optional().parse(connection.prepare('SELECT origin, seq, hash, signature FROM head WHERE origin = ?').get(origin));
    if (head === undefined || head.seq !== walked.seq || !equalBytes(head.hash, walked.hash)) report(walked.seq, 'the signed head is not the end of the chain');
    else if (key !== undefined && !verifyBytes(openVerifyingKey(key), head.hash, head.signature)) report(head.seq, 'the signature of the head does not hold');
  }
  const subjects = await walkProjections(dependencies, problems);
  return { ok: problems.length === 0, events, stations: origins.length, sealed, erased, subjects, problems };
};

/** Returns how many subjects there are. */
const walkProjections = async ({ compareProjections, pace }: VerificationDependencies, problems: Problems): Promise<number> => {
  let subjects = 0;
  for (let after = ''; ; ) {
    const began = performance.now();
    const compared = compareProjections(after, portion);
    for (const [subject, holds] of compared) {
      if (!holds) problems.push({ origin: null, seq: null, subject, problem: 'what is shown of it is not what its events say' });
      after = subject;
    }
    subjects += compared.size;
    if (compared.size < portion) return subjects;
    await pace.rest(performance.now() - began);
  }
};

interface Walked {
  readonly events: number;
  readonly sealed: number;
  /** Sealed, and forgotten. */
  readonly erased: number;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** So many rows between two looks at the time. */
const portion = 8;

const walk = async ({ connection, keyring, pace }: VerificationDependencies, origin: string, key: Uint8Array | null, reportAt: (seq: number, problem: string) => void): Promise<Walked> => {
  const verifying = key === null ? null : openVerifyingKey(key);
  const select = connection.prepare('SELECT origin, seq, wall, counter, kind, subject, bytes, hash, signature, key_id FROM event WHERE origin = ? AND seq > ? ORDER BY seq LIMIT ?');
  let events = 0;
  let sealed = 0;
  let erased = 0;
  let seq = 0;
  let previous = noPredecessor;
  let signed = true;
  for (;;) {
    const began = performance.now();
    const rows = eventRow.array().parse(select.all(origin, seq, portion));
    for (const row of rows) {
      const report = (problem: string) => reportAt(row.seq, problem);
      if (row.seq !== seq + 1) report(`events ${seq + 1} to ${row.seq - 1} are missing`);
      const encoded = decodeEvent(row.bytes);
      if (encoded === null) report('it cannot be decoded');
      else {
        if (encoded.origin !== row.origin || encoded.seq !== row.seq || encoded.wall !== row.wall || encoded.counter !== row.counter || encoded.kind !== row.kind || encoded.subject !== row.subject || (encoded.seal === sealedSeal ? keyIdIn(encoded.body) : null) !== row.key_id) report('its columns differ from what was hashed');
        if (!equalBytes(encoded.previous, previous)) report('it does not follow its predecessor');
        if (encoded.seal === sealedSeal) {
          sealed += 1;
          if (keyring.isErased(encoded.subject)) erased += 1;
          else if (keyring.open(encoded) === null) report('its seal does not open: the key of its subject is missing, or is not the one');
        }
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
  if (!signed) reportAt(seq, 'the last event of the chain is not signed');
  return { events, sealed, erased, seq, hash: previous };
};
