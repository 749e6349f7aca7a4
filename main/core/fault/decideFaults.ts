import type { Fault } from '../../contract/station.ts';
import type { Finding } from './finding.ts';

/** A fault must have been gone for so long before it counts as ended: what comes and goes is one fault. Milliseconds. */
const wellFor = 5_000;
/** One that came back a few times has to be gone for longer, each time twice as long: what flaps for days is no thousand faults. Milliseconds. */
const patience = 2;
const longestWellFor = 10 * 60_000;
/** What has to connect first is no fault right after the start. Milliseconds. */
const settling = 10_000;
const settles: ReadonlySet<Fault['kind']> = new Set(['peer', 'channel', 'window']);
/** Devices are looked for and opened within this time. Milliseconds. */
const opening = 2_000;

/** A fault of this station that has begun and not ended. Times are milliseconds since the epoch. */
export interface OpenFault {
  readonly id: string;
  readonly key: string;
  /** Since when it has not been found any more; null while it is. */
  readonly wellSince: number | null;
}

export interface FaultFacts {
  readonly open: readonly OpenFault[];
  readonly findings: readonly Finding[];
  readonly now: number;
  /** When this station started. */
  readonly startedAt: number;
  /** How many beginnings and ends may be told now. What is left over has its turn later, if it is still so. */
  readonly mayTell: number;
  readonly newId: () => string;
  /** How often this trouble has begun anew lately. */
  readonly returns: (key: string) => number;
}

export interface FaultDecision {
  readonly open: readonly OpenFault[];
  readonly began: readonly (OpenFault & { readonly finding: Finding })[];
  readonly ended: readonly OpenFault[];
}

/** Which faults begin and end: they begin as soon as they are found, and end when they have been gone for a while. */
export const decideFaults = ({ open, findings, now, startedAt, mayTell, newId, returns }: FaultFacts): FaultDecision => {
  const found = new Map(findings.map((finding) => [finding.key, finding]));
  const known = new Set(open.map(({ key }) => key));
  const began = [...found.values()]
    .filter((finding) => !known.has(finding.key) && hasSettled(finding, now - startedAt))
    .slice(0, Math.max(0, mayTell))
    .map((finding) => ({ id: newId(), key: finding.key, wellSince: null, finding }));
  const looked = open.map((fault): OpenFault => ({ ...fault, wellSince: found.has(fault.key) ? null : (fault.wellSince ?? now) }));
  // A clock that was set back says nothing about how long it has been.
  const ended = looked.filter(({ key, wellSince }) => wellSince !== null && Math.abs(now - wellSince) >= neededOf(returns(key))).slice(0, Math.max(0, mayTell - began.length));
  const over = new Set(ended.map(({ id }) => id));
  return { open: [...looked.filter(({ id }) => !over.has(id)), ...began.map(({ id, key, wellSince }) => ({ id, key, wellSince }))], began, ended };
};

const neededOf = (returns: number): number => Math.min(longestWellFor, wellFor * 2 ** Math.max(0, returns - patience));

const hasSettled = ({ kind }: Finding, sinceStart: number): boolean => {
  if (sinceStart < 0) return true;
  return sinceStart >= (settles.has(kind) ? settling : kind === 'device' || kind === 'trigger' ? opening : 0);
};
