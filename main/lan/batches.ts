import type { Log } from '../core/environment.ts';
import type { EventRecord, Replica, VersionVector } from '../core/event/replica.ts';
import { mostFrameBytes } from './frames.ts';

/** About as much as one frame of events holds: it is read and encoded in one go, in about the time of one turn (`main/ledger/pace.ts`). */
export const batchBytes = 32 * 1024;
/** Under the limit of a frame, however small the events are. */
const mostRecords = 2048;
/** Origin, number, signature and the marks between them. */
const bytesAroundRecord = 120;
/** What fits into one frame beside its other members. */
const mostBytes = mostFrameBytes - 64 * 1024;

/** How far a peer is: what it says it has, and what is on its way to it. */
export interface Progress {
  readonly theirs: ReadonlyMap<string, number>;
  readonly sent: Map<string, number>;
}

/** Cuts what a peer lacks into frames. */
export interface Batches {
  /** The next batch out of `offered`, in its order of origins; each origin's part ends in a signed record. Counts as sent. */
  readonly next: (progress: Progress, offered: VersionVector) => readonly EventRecord[];
}

export const createBatches = (replica: Pick<Replica, 'read'>, log: Log): Batches => ({
  next: ({ theirs, sent }, offered) => {
    const batch: EventRecord[] = [];
    let size = 0;
    for (const [origin, upTo] of offered) {
      const after = Math.max(theirs.get(origin) ?? 0, sent.get(origin) ?? 0);
      if (upTo <= after) continue;
      if (size >= batchBytes || batch.length >= mostRecords) break;
      const records = signedPart(replica.read(origin, after, batchBytes - size));
      const last = records.at(-1);
      if (last === undefined) continue;
      const more = records.reduce((bytes, record) => bytes + record.bytes.length + bytesAroundRecord, 0);
      const fits = size + more <= mostBytes && batch.length + records.length <= 2 * mostRecords;
      // One commit may exceed the batch. Behind others it waits for a frame of its own; alone it must fit into one.
      if (!fits && batch.length > 0) break;
      sent.set(origin, last.seq);
      if (fits) {
        batch.push(...records);
        size += more;
      } else log.error({ origin, after, bytes: more, events: records.length }, 'a commit is too large for any frame and cannot be sent');
    }
    return batch;
  },
});

/** The longest start of at most `mostRecords` that ends in a signed one; all of them when the first stretch alone is longer. */
const signedPart = (records: readonly EventRecord[]): readonly EventRecord[] => {
  if (records.length <= mostRecords) return records;
  const end = records.findLastIndex((record, index) => index < mostRecords && record.signature !== null);
  return end < 0 ? records : records.slice(0, end + 1);
};
