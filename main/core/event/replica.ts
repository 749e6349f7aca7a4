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
}

/** Highest sequence number held, by origin. */
export type VersionVector = ReadonlyMap<string, number>;

/** The ledger as the LAN sees it. */
export interface Replica {
  readonly have: () => VersionVector;
  /**
   * Events of `origin` after `seq`, in order, at most about `limitBytes` of them but at least one signed stretch;
   * the last one returned is always signed. Empty when there is nothing newer.
   */
  readonly read: (origin: string, seq: number, limitBytes: number) => readonly EventRecord[];
  /**
   * Verifies chain and signature and commits. Known events are passed over. Events after a gap are left out
   * without error: the version vector says what is still missing. `PeerNotTrusted` when any origin's part does not verify;
   * the parts that do are committed all the same. Many are taken a few at a time, so that alarms need not wait: then there is
   * an answer later.
   */
  readonly accept: (records: readonly EventRecord[]) => Result<{ readonly accepted: number }> | Promise<Result<{ readonly accepted: number }>>;
  /** Shows alarm events at once, ahead of their place in the chain; the signature must be on the last of them. They come again through `accept`. */
  readonly preview: (records: readonly EventRecord[]) => Result<void>;
  /** Called after each commit with what was committed, own events and others'. */
  readonly onCommitted: (listener: (records: readonly EventRecord[]) => void) => Stop;
}
