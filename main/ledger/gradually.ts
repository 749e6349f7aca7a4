import { performance } from 'node:perf_hooks';
import { done, type Result } from '../contract/problem.ts';
import type { Acceptance, EventRecord } from '../core/event/replica.ts';
import type { Pace } from './pace.ts';

type Accept = (records: readonly EventRecord[]) => Result<Acceptance>;
type Commit = readonly EventRecord[];

/** One call, and what became of it so far. */
interface Taking {
  readonly commits: readonly Commit[];
  next: number;
  accepted: number;
  readonly forked: Set<string>;
  problem: Result<Acceptance> | null;
  readonly finish: (result: Result<Acceptance>) => void;
  readonly fail: (error: unknown) => void;
}

/** What one transaction takes of one call. */
interface Share {
  readonly of: Taking;
  readonly records: readonly EventRecord[];
}

/**
 * Takes many events of others a few at a time, one call after the other. Each commit of theirs stays whole. The first problem of a call is returned, and what holds is taken all the
 * same. Calls that wait are taken together, as far as a transaction has room: it costs as much as several events. When one has a problem each is taken by itself, so that nobody answers for another;
 * what held in the first attempt is here already then, and counted for nobody.
 */
export const createGradualAcceptance = (accept: Accept, pace: Pace): ((records: readonly EventRecord[]) => Promise<Result<Acceptance>>) => {
  const waiting: Taking[] = [];
  let isRunning = false;
  /** So many events fit into one transaction, as far as was seen. */
  let atOnce = 8;

  const nextShares = (): readonly Share[] => {
    const shares: Share[] = [];
    let room = atOnce;
    for (const taking of waiting) {
      const records: EventRecord[] = [];
      for (let commit = taking.commits[taking.next]; commit !== undefined && (room === atOnce || commit.length <= room); commit = taking.commits[taking.next]) {
        records.push(...commit);
        room -= commit.length;
        taking.next += 1;
      }
      if (records.length > 0) shares.push({ of: taking, records });
      if (taking.next < taking.commits.length) break;
    }
    return shares;
  };

  const note = ({ of: taking }: Share, taken: Result<Acceptance>): void => {
    if (taken.ok) {
      taking.accepted += taken.value.accepted;
      for (const writer of taken.value.forked ?? []) taking.forked.add(writer);
    } else taking.problem ??= taken;
  };

  const takeAlone = (share: Share): void => {
    try {
      note(share, accept(share.records));
    } catch (error) {
      waiting.splice(waiting.indexOf(share.of), 1);
      share.of.fail(error);
    }
  };

  const tryTogether = (shares: readonly Share[]): Result<Acceptance> | null => {
    try {
      return accept(shares.flatMap(({ records }) => records));
    } catch {
      // Whoever's it is hears of it by itself.
      return null;
    }
  };

  /** False: there is a problem with some of it, and nobody was told anything. */
  const takeTogether = (shares: readonly Share[]): boolean => {
    const taken = tryTogether(shares);
    if (taken === null || !taken.ok || taken.value.forked !== undefined) return false;
    // How many of whose were here before is not told; it is counted as if that had come last.
    let left = taken.value.accepted;
    for (const share of shares) {
      const accepted = Math.min(left, share.records.length);
      note(share, done({ accepted }));
      left -= accepted;
    }
    return true;
  };

  const takeNext = (): number => {
    const shares = nextShares();
    if (shares.length < 2 || !takeTogether(shares)) for (const share of shares) takeAlone(share);
    return shares.reduce((sum, { records }) => sum + records.length, 0);
  };

  const finishWhatIsThrough = (): void => {
    for (let first = waiting[0]; first !== undefined && first.next >= first.commits.length; first = waiting[0]) {
      waiting.shift();
      first.finish(first.problem ?? done({ accepted: first.accepted, ...(first.forked.size > 0 && { forked: [...first.forked] }) }));
    }
  };

  const run = async (): Promise<void> => {
    isRunning = true;
    // What comes in at the same time is taken together.
    await Promise.resolve();
    while (waiting.length > 0) {
      const began = performance.now();
      const taken = takeNext();
      const spent = performance.now() - began;
      if (taken > 0) atOnce = Math.max(1, Math.min(256, Math.round(taken * (pace.transaction() / Math.max(spent, 0.01)))));
      await pace.rest(spent);
      finishWhatIsThrough();
    }
    isRunning = false;
  };

  return (records) =>
    new Promise((finish, fail) => {
      waiting.push({ commits: commitsOf(records), next: 0, accepted: 0, forked: new Set(), problem: null, finish, fail });
      if (!isRunning) void run();
    });
};

/** Cut behind every signed event: what was committed together stays together. */
const commitsOf = (records: readonly EventRecord[]): readonly Commit[] => {
  const commits: EventRecord[][] = [];
  const openByOrigin = new Map<string, EventRecord[]>();
  for (const record of records) {
    const open = openByOrigin.get(record.origin) ?? [];
    open.push(record);
    openByOrigin.set(record.origin, open);
    if (record.signature === null) continue;
    commits.push(open);
    openByOrigin.delete(record.origin);
  }
  return [...commits, ...openByOrigin.values()];
};
