import type { Result } from '../../contract/problem.ts';
import type { Stop } from '../environment.ts';

/**
 * One event as it travels between stations. `bytes` is the event's one canonical encoding (see
 * `main/ledger/README.md`), over which its hash is taken; whoever only carries it need not read it.
 */
export interface EventRecord {
  /** Station id of the writer. */
  readonly origin: string;
  /** 1, 2, 3 … without gaps, per origin. */
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** Ed25519 by the origin over the event's hash, on the last event of each commit; it vouches for all before it. */
  readonly signature: Uint8Array | null;
  /** Where its body is sealed: the key of its subject, wrapped under the site's key. It travels beside the event and is no part of it; null where it is not here (any more). */
  readonly key?: Uint8Array | null;
}

/** A key of a subject, wrapped under the site's key (`main/ledger/sealedBody.ts`). */
export interface WrappedKey {
  readonly subject: string;
  /** 16 hexadecimal digits, as the bodies name it that are sealed under it. */
  readonly id: string;
  readonly wrapped: Uint8Array;
}

/** Bytes: a nonce of 12, the key of 32, a tag of 16. */
export const wrappedKeyLength = 60;

/** Highest sequence number held, by origin. */
export type VersionVector = ReadonlyMap<string, number>;

/** What became of events of others. */
export interface Acceptance {
  readonly accepted: number;
  /** Station ids of writers that signed two different events of one number. */
  readonly forked?: readonly string[];
}

/** The ledger as the LAN sees it. */
export interface Replica {
  readonly have: () => VersionVector;
  /** A peer says at the beginning of a link that it has this. A station that has just joined hurries until it has it, too. */
  readonly expect: (have: VersionVector) => void;
  /**
   * Events of `origin` after `seq`, in order, at most about `limitBytes` of them but at least one signed stretch;
   * the last one returned is always signed. Empty when there is nothing newer.
   */
  readonly read: (origin: string, seq: number, limitBytes: number) => readonly EventRecord[];
  /**
   * Verifies chain and signature and commits. Known events are passed over. Events after a gap are left out
   * without error: the version vector says what is still missing. `PeerNotTrusted` when any origin's part does not verify;
   * the parts that do are committed all the same. Of a writer that contradicts what it signed before nothing more is taken, which is not the carrier's fault:
   * such writers are named in `forked`. Many are taken a few at a time, so that alarms need not wait: then there is
   * an answer later.
   */
  readonly accept: (records: readonly EventRecord[]) => Result<Acceptance> | Promise<Result<Acceptance>>;
  /** Shows alarm events at once, ahead of their place in the chain; the signature must be on the last of them. They come again through `accept`. */
  readonly preview: (records: readonly EventRecord[]) => Result<void>;
  /** Keys whose bodies are here and that are not: what to ask others for. Each call goes on behind the one before. */
  readonly wantedKeys: (most: number) => readonly Omit<WrappedKey, 'wrapped'>[];
  /** Those of the keys that are here. */
  readonly findKeys: (keys: readonly Omit<WrappedKey, 'wrapped'>[]) => readonly WrappedKey[];
  /** Takes keys that were wanted; what can be read with them is folded anew. Returns how many subjects that are. */
  readonly learnKeys: (keys: readonly WrappedKey[]) => number;
  /** What a station says that it has, at every heartbeat. */
  readonly hear?: (station: string, have: VersionVector) => void;
  /** Called after each commit with what was committed, own events and others'. */
  readonly onCommitted: (listener: (records: readonly EventRecord[]) => void) => Stop;
}
