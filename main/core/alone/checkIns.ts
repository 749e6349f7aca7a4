import type { WeeklySpan } from '../../contract/plan.ts';
import { isWithin, lastEdge } from '../plan/weekly.ts';
import type { AloneFile } from './foldAlone.ts';

/** When the person is asked to check in, and when that counts as missed. Milliseconds since the epoch. */
export const checkInTimes = ({ checkedInAt, every, grace }: AloneFile, askableSince: number): { readonly dueAt: number; readonly missedAt: number } => {
  const dueAt = checkedInAt + every * 60_000;
  // A station that was off could not ask: whoever sits there gets the whole of the grace time once it can.
  return { dueAt, missedAt: Math.max(dueAt, askableSince) + grace * 1000 };
};

/**
 * What the rota has to switch, if anything. It switches at the edges of its spans only: what a person switched holds until the next one,
 * and so does what the rota switched before the station was off. `switchedAt` is when working alone began or ended last; null: never.
 */
export const rotaSwitch = (spans: readonly WeeklySpan[], alone: boolean, switchedAt: number | null, now: number): 'begin' | 'end' | null => {
  const edge = lastEdge(spans, now);
  if (edge === null || (switchedAt !== null && switchedAt >= edge)) return null;
  const wanted = isWithin(spans, now);
  return wanted === alone ? null : wanted ? 'begin' : 'end';
};
