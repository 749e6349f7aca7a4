import { openSigningKey, sha256, signBytes } from '../platform/primitives.ts';
import type { Draft } from '../core/event/catalogue.ts';
import { decodeEvent, encodeEvent, type EncodedEvent } from './encoding.ts';
import type { EventRecord } from '../core/event/replica.ts';
import type { CheckedEvent } from './eventTable.ts';
import type { HybridClock } from './hybridClock.ts';
import type { ChainEnd } from './journal.ts';
import { sealBody, sealedSeal, type SubjectKey } from './sealedBody.ts';

/** This station's own chain, which only grows: its end as it was given out, whether or not that is committed. */
export interface OwnChain {
  readonly end: () => ChainEnd;
  /** Seals the drafts with what `keyFor` gives (null: left open), gives them their place and signs the last. The chain ends behind them from here on; when `keyFor` throws nothing has happened. */
  readonly stamp: (drafts: readonly Draft[], keyFor: (draft: Draft) => SubjectKey | null) => CheckedEvent[];
  /** Gives events that nobody else ever got another place behind the present end; time and words stay. */
  readonly stampAgain: (events: readonly CheckedEvent[]) => CheckedEvent[];
  /** Moves the end: forwards to what is known of it, or back when nothing behind it was ever given out. */
  readonly endAt: (end: ChainEnd) => void;
}

export const createOwnChain = (stationId: string, signingKey: Uint8Array, hybrid: HybridClock, start: ChainEnd): OwnChain => {
  const signing = openSigningKey(signingKey);
  let end = start;

  const place = (contents: readonly Content[]): CheckedEvent[] =>
    contents.map(({ content, key }, index) => {
      const encoded = { ...content, origin: stationId, seq: end.seq + 1, previous: end.hash };
      const bytes = encodeEvent(encoded);
      const hash = sha256(bytes);
      const signature = index === contents.length - 1 ? signBytes(signing, hash) : null;
      end = { seq: encoded.seq, hash };
      return { record: { origin: stationId, seq: encoded.seq, bytes, signature, key }, encoded, hash };
    });

  return {
    end: () => end,
    stamp: (drafts, keyFor) => {
      const sealed = drafts.map((draft) => ({ draft, key: keyFor(draft) }));
      return place(sealed.map(({ draft, key }) => ({ content: { ...hybrid.tick(), ...bodyOf(draft, key) }, key: key?.wrapped ?? null })));
    },
    stampAgain: (events) => place(events.map(({ encoded, record }) => ({ content: encoded, key: record.key ?? null }))),
    endAt: (other) => {
      end = other;
    },
  };
};

/** An event without its place, and the key that travels beside it. */
interface Content {
  readonly content: Omit<EncodedEvent, 'origin' | 'seq' | 'previous'>;
  readonly key: Uint8Array | null;
}

const bodyOf = ({ kind, subject, body }: Draft, key: SubjectKey | null): Pick<EncodedEvent, 'kind' | 'subject' | 'seal' | 'body'> => {
  const plain = Buffer.from(JSON.stringify(body), 'utf8');
  return key === null ? { kind, subject, seal: 0, body: plain } : { kind, subject, seal: sealedSeal, body: sealBody(key, kind, subject, plain) };
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
