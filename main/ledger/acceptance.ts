import type { KeyObject } from 'node:crypto';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Log } from '../core/environment.ts';
import type { Acceptance as Accepted, EventRecord } from '../core/event/replica.ts';
import { equalBytes, openVerifyingKey, sha256, stationIdOf, verifyBytes } from '../platform/primitives.ts';
import { decodeEvent, noPredecessor, type EncodedEvent } from './encoding.ts';
import type { CheckedEvent, EventTable, Head } from './eventTable.ts';

export interface AcceptanceDependencies {
  readonly table: EventTable;
  /** The raw Ed25519 key of a station on the roster. */
  readonly signingKeyOf: (origin: string) => Uint8Array | undefined;
  readonly log: Log;
  readonly commit: (events: readonly CheckedEvent[]) => void;
}

/** What another station sends is believed only as far as its writer's signature reaches. */
export interface Acceptance {
  readonly accept: (records: readonly EventRecord[]) => Result<Accepted>;
  /** Checks hashes, links and the last signature of a stretch of one origin, wherever it stands in the chain. */
  readonly checkLoose: (records: readonly EventRecord[]) => Result<readonly CheckedEvent[]>;
}

export const createAcceptance = ({ table, signingKeyOf, log, commit }: AcceptanceDependencies): Acceptance => {
  const checkLoose = (records: readonly EventRecord[]): Result<readonly CheckedEvent[]> => {
    const events: CheckedEvent[] = [];
    for (const record of records) {
      const encoded = decodeEvent(record.bytes);
      if (encoded === null) return untrusted(record, 'is not well formed');
      if (encoded.origin !== record.origin || encoded.seq !== record.seq) return untrusted(record, 'has another writer or number than was signed');
      const before = events.at(-1);
      if (before !== undefined && !follows(encoded, before)) return untrusted(record, 'does not follow its predecessor');
      events.push({ record, encoded, hash: sha256(record.bytes) });
    }
    return vouchedFor(events);
  };

  /** By station: opening a key takes as long as verifying with it. A station's id is the hash of its key, so that it never gets another. */
  const verifyingKeys = new Map<string, KeyObject>();
  const verifyingKeyOf = (origin: string): KeyObject | null => {
    const raw = signingKeyOf(origin);
    if (raw === undefined) return null;
    const known = verifyingKeys.get(origin);
    if (known !== undefined) return known;
    if (stationIdOf(raw) !== origin) return null;
    const opened = openVerifyingKey(raw);
    verifyingKeys.set(origin, opened);
    return opened;
  };

  const vouchedFor = (events: readonly CheckedEvent[]): Result<readonly CheckedEvent[]> => {
    const last = events.at(-1);
    if (last === undefined) return done([]);
    const key = verifyingKeyOf(last.record.origin);
    if (key === null) return untrusted(last.record, 'comes from a station that is not on the roster');
    if (last.record.signature === null || !verifyBytes(key, last.hash, last.record.signature)) return untrusted(last.record, 'is not signed by its station');
    return done(events);
  };

  /** The part of a stretch that is new here and joins what is here without a gap. */
  const joining = (records: readonly EventRecord[], held: number): readonly EventRecord[] => {
    const fresh = records.filter((record) => record.seq > held);
    const signed = fresh.findLastIndex((record) => record.signature !== null);
    return fresh[0]?.seq === held + 1 ? fresh.slice(0, signed + 1) : [];
  };

  /** What verifies, and follows on something else than what is held: its writer signed both. Whoever only carries it is not to blame. */
  const isForked = ([first]: readonly CheckedEvent[], head: Head | undefined): boolean => first !== undefined && !equalBytes(first.encoded.previous, head?.hash ?? noPredecessor);

  const checkJoining = (origin: string, stretch: readonly EventRecord[]): { readonly result: Result<readonly CheckedEvent[]>; readonly forked: boolean } => {
    const head = table.head(origin);
    const result = checkLoose(joining(stretch, head?.seq ?? 0));
    return { result, forked: result.ok && isForked(result.value, head) };
  };

  return {
    checkLoose,
    accept: (records) => {
      // One writer's stretch that does not hold is no reason to lose what the others wrote.
      const stretches = [...byOrigin(records)].map(([origin, stretch]) => ({ origin, ...checkJoining(origin, stretch) }));
      const results = stretches.map(({ result }) => result);
      const forked = stretches.flatMap((stretch) => (stretch.forked ? [stretch.origin] : []));
      const checked = stretches.flatMap(({ result, forked: apart }) => (result.ok && !apart ? result.value : []));
      if (checked.length > 0) {
        try {
          commit(checked);
        } catch (error) {
          log.error({ error: String(error), events: checked.length }, 'events of other stations could not be committed');
          return failed('LedgerUnwritable', 'The ledger takes no writes at the moment.', 'Check the space on the disk and the rights of the data folder.');
        }
      }
      return results.find((result) => !result.ok) ?? done({ accepted: checked.length, ...(forked.length > 0 && { forked }) });
    },
  };
};

const follows = (encoded: EncodedEvent, before: CheckedEvent): boolean => encoded.origin === before.encoded.origin && encoded.seq === before.encoded.seq + 1 && equalBytes(encoded.previous, before.hash);

const byOrigin = (records: readonly EventRecord[]): ReadonlyMap<string, readonly EventRecord[]> => new Map([...Map.groupBy(records, (record) => record.origin)].map(([origin, stretch]) => [origin, stretch.toSorted((a, b) => a.seq - b.seq)]));

const untrusted = ({ origin, seq }: EventRecord, what: string) =>
  failed('PeerNotTrusted', `Event ${seq} of station ${origin.slice(0, 8)} ${what}.`, 'Check the station that sent it, and this one, with quietbell verify.');
