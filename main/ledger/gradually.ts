import { performance } from 'node:perf_hooks';
import { done, type Result } from '../contract/problem.ts';
import type { Acceptance, EventRecord } from '../core/event/replica.ts';
import type { Pace } from './pace.ts';

type Accept = (records: readonly EventRecord[]) => Result<Acceptance>;

/**
 * Takes many events of others a few at a time, one call after the other. Each commit of theirs stays whole. The first problem is returned, and
 * what holds is taken all the same.
 */
export const createGradualAcceptance = (accept: Accept, pace: Pace): ((records: readonly EventRecord[]) => Promise<Result<Acceptance>>) => {
  let before: Promise<unknown> = Promise.resolve();
  /** So many events fit into one turn, as far as was seen. */
  let atOnce = 8;

  const take = async (records: readonly EventRecord[]): Promise<Result<Acceptance>> => {
    let problem: Result<Acceptance> | null = null;
    let accepted = 0;
    const forked = new Set<string>();
    const commits = commitsOf(records);
    for (let next = 0; next < commits.length; ) {
      const few: EventRecord[] = [];
      while (next < commits.length && (few.length === 0 || few.length + (commits[next]?.length ?? 0) <= atOnce)) few.push(...(commits[next++] ?? []));
      const began = performance.now();
      const taken = accept(few);
      const spent = performance.now() - began;
      atOnce = Math.max(1, Math.min(256, Math.round(few.length * (pace.turn() / Math.max(spent, 0.01)))));
      if (taken.ok) {
        accepted += taken.value.accepted;
        for (const writer of taken.value.forked ?? []) forked.add(writer);
      } else problem ??= taken;
      await pace.rest(spent);
    }
    return problem ?? done({ accepted, ...(forked.size > 0 && { forked: [...forked] }) });
  };

  return (records) => {
    const taken = before.then(() => take(records));
    before = taken.catch(() => undefined);
    return taken;
  };
};

/** Cut behind every signed event: what was committed together stays together. */
const commitsOf = (records: readonly EventRecord[]): readonly (readonly EventRecord[])[] => {
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
