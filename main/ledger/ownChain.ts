import { openSigningKey, sha256, signBytes } from '../platform/primitives.ts';
import type { Draft } from '../core/event/catalogue.ts';
import { decodeEvent, encodeEvent, type EncodedEvent } from './encoding.ts';
import type { EventRecord } from '../core/event/replica.ts';
import type { CheckedEvent } from './eventTable.ts';
import type { HybridClock } from './hybridClock.ts';
import type { ChainEnd } from './journal.ts';

/** This station's own chain, which only grows: its end as it was given out, whether or not that is committed. */
export interface OwnChain {
  readonly end: () => ChainEnd;
  /** Gives drafts their place and signs the last. The chain ends behind them from here on. */
  readonly stamp: (drafts: readonly Draft[]) => CheckedEvent[];
  /** Gives events that nobody else ever got another place behind the present end; time and words stay. */
  readonly stampAgain: (events: readonly CheckedEvent[]) => CheckedEvent[];
  /** Moves the end: forwards to what is known of it, or back when nothing behind it was ever given out. */
  readonly endAt: (end: ChainEnd) => void;
}

export const createOwnChain = (stationId: string, signingKey: Uint8Array, hybrid: HybridClock, start: ChainEnd): OwnChain => {
  const key = openSigningKey(signingKey);
  let end = start;

  const place = (contents: readonly Omit<EncodedEvent, 'origin' | 'seq' | 'previous'>[]): CheckedEvent[] =>
    contents.map((content, index) => {
      const encoded = { ...content, origin: stationId, seq: end.seq + 1, previous: end.hash };
      const bytes = encodeEvent(encoded);
      const hash = sha256(bytes);
      const signature = index === contents.length - 1 ? signBytes(key, hash) : null;
      end = { seq: encoded.seq, hash };
      return { record: { origin: stationId, seq: encoded.seq, bytes, signature }, encoded, hash };
    });

  return {
    end: () => end,
    stamp: (drafts) => place(drafts.map(({ kind, subject, body }) => ({ ...hybrid.tick(), kind, subject, seal: 0, body: Buffer.from(JSON.stringify(body), 'utf8') }))),
    stampAgain: (events) => place(events.map(({ encoded }) => encoded)),
    endAt: (other) => {
      end = other;
    },
  };
};

/** Own records as the journal kept them. Null for what is none of ours or does not hang together. */
export const readOwn = (records: readonly EventRecord[], stationId: string): CheckedEvent[] | null => {
  const events: CheckedEvent[] = [];
  for (const record of records) {
    const encoded = decodeEvent(record.bytes);
    if (encoded === null || encoded.origin !== stationId || encoded.seq !== record.seq) return null;
    events.push({ record, encoded, hash: sha256(record.bytes) });
  }
  return events.length === 0 ? null : events;
};
