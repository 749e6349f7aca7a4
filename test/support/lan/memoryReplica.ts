import { decode, encode } from '@msgpack/msgpack';
import { done, failed } from '../../../main/contract/problem.ts';
import type { EventRecord, Replica } from '../../../main/core/event/replica.ts';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import type { Roster } from '../../../main/core/site/lan.ts';
import { equalBytes, openSigningKey, openVerifyingKey, sha256, signBytes, verifyBytes } from '../../../main/platform/primitives.ts';

/** A ledger in memory that keeps the port's promises: chains by hash, signed heads, nothing kept that does not verify. */
export interface MemoryReplica extends Replica {
  /** Commits one stretch of own events, signed at its end. */
  readonly commit: (...texts: readonly string[]) => readonly EventRecord[];
  /** Signs the events that would come next without keeping them, for alarm frames. */
  readonly draft: (...texts: readonly string[]) => readonly EventRecord[];
  readonly texts: (origin: string) => readonly string[];
  readonly previewed: () => readonly string[];
  readonly acceptedFrames: () => number;
}

const noPredecessor = new Uint8Array(32);

export const createMemoryReplica = (identity: StationIdentity, roster: Roster): MemoryReplica => {
  const self = identity.station.id;
  const signingKey = openSigningKey(identity.signingKey);
  const chains = new Map<string, EventRecord[]>();
  const previewed: string[] = [];
  const listeners = new Set<(records: readonly EventRecord[]) => void>();
  let acceptedFrames = 0;

  const keep = (records: readonly EventRecord[]) => {
    for (const record of records) chains.set(record.origin, [...(chains.get(record.origin) ?? []), record]);
    for (const listener of listeners) listener(records);
  };

  const draft = (texts: readonly string[]): readonly EventRecord[] => {
    const chain = chains.get(self) ?? [];
    let previous = headHash(chain);
    return texts.map((text, index) => {
      const seq = chain.length + index + 1;
      const bytes = encode([self, seq, previous, text]);
      previous = sha256(bytes);
      return { origin: self, seq, bytes, signature: index === texts.length - 1 ? signBytes(signingKey, previous) : null };
    });
  };

  const verifies = (records: readonly EventRecord[], previous: Uint8Array | null): boolean => {
    let expected = previous;
    for (const record of records) {
      const [origin, seq, before] = fieldsOf(record);
      if (origin !== record.origin || seq !== record.seq || !(before instanceof Uint8Array)) return false;
      if (expected !== null && !equalBytes(before, expected)) return false;
      expected = sha256(record.bytes);
    }
    const last = records.at(-1);
    const key = roster.list().find((station) => station.id === last?.origin)?.signingKey;
    return last?.signature != null && key !== undefined && verifyBytes(openVerifyingKey(key), sha256(last.bytes), last.signature);
  };

  return {
    commit: (...texts) => {
      const records = draft(texts);
      keep(records);
      return records;
    },
    draft: (...texts) => draft(texts),
    texts: (origin) => (chains.get(origin) ?? []).map(textOf),
    previewed: () => previewed,
    acceptedFrames: () => acceptedFrames,
    expect: () => {},
    have: () => new Map([...chains].map(([origin, chain]) => [origin, chain.length])),
    read: (origin, seq, limitBytes) => {
      const chain = chains.get(origin) ?? [];
      const records: EventRecord[] = [];
      let signedLength = 0;
      let bytes = 0;
      for (const record of chain.slice(seq)) {
        bytes += record.bytes.length;
        if (bytes > limitBytes && signedLength > 0) break;
        records.push(record);
        if (record.signature !== null) signedLength = records.length;
      }
      return records.slice(0, signedLength);
    },
    accept: (records) => {
      acceptedFrames += 1;
      const fresh: EventRecord[] = [];
      for (const [origin, stretch] of Map.groupBy(records, (record) => record.origin)) {
        const chain = chains.get(origin) ?? [];
        const next = stretch.filter((record) => record.seq > chain.length);
        if (next[0] === undefined || next[0].seq > chain.length + 1) continue;
        if (!verifies(next, headHash(chain))) return untrusted();
        fresh.push(...next);
      }
      if (fresh.length > 0) keep(fresh);
      return done({ accepted: fresh.length });
    },
    preview: (records) => {
      if (!verifies(records, null)) return untrusted();
      previewed.push(...records.map(textOf));
      return done(undefined);
    },
    // Nothing in it is sealed.
    wantedKeys: () => [],
    findKeys: () => [],
    learnKeys: () => 0,
    onCommitted: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const headHash = (chain: readonly EventRecord[]): Uint8Array => {
  const head = chain.at(-1);
  return head === undefined ? noPredecessor : sha256(head.bytes);
};

const fieldsOf = (record: EventRecord): readonly unknown[] => {
  const fields = decode(record.bytes);
  return Array.isArray(fields) ? fields : [];
};

const textOf = (record: EventRecord): string => String(fieldsOf(record)[3]);

const untrusted = () => failed('PeerNotTrusted', 'An event does not verify.', 'Run verify on the station that sent it.');
