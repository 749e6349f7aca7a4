import type { FaultRecord } from '../../contract/station.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { decideFaults, type FaultDecision, type OpenFault } from '../../core/fault/decideFaults.ts';
import type { Finding } from '../../core/fault/finding.ts';
import { ownFile, type StationContext } from '../context.ts';

/** Faults of every station of the site, as events: each is written down by the station that has it. */
export interface Faults {
  /** The open ones first, then the newest that ended. What waits for a ledger that takes no writes is among them. */
  readonly list: () => readonly FaultRecord[];
  /** Of every station, oldest first. */
  readonly open: () => readonly FaultRecord[];
  /** Once a second, with what supervision finds: writes down what begins and what ends. */
  readonly tick: (findings: readonly Finding[]) => void;
}

const endedShown = 200;
/** Beginnings and ends that one station writes down within a minute. */
const mostAMinute = 30;
const minute = 60_000;
/** What ended longer ago than this begins as something new. Milliseconds. */
const comesBackWithin = 30 * minute;

export const createFaults = (context: StationContext): Faults => {
  const { ledger, identity, clock, ids, changes, log } = context;
  const self = identity.station.id;
  const startedAt = clock.now();
  let open: readonly OpenFault[] | null = null;
  let toldAt: readonly number[] = [];
  /** How often each trouble came back, and when it ended last; by key. */
  const endings = new Map<string, { readonly returns: number; readonly endedAt: number }>();
  /** Drafts that the ledger has not taken yet, and what they say. */
  let waiting: readonly Draft[] = [];
  const unrecorded = new Map<string, FaultRecord>();
  let known: readonly FaultRecord[] = [];

  const read = <Value>(run: () => Value, otherwise: Value): Value => {
    try {
      return run();
    } catch (error) {
      log.error({ error: String(error) }, 'the faults cannot be read');
      return otherwise;
    }
  };

  /** Those that were open when this station ended are gone on with: what is well by now ends like any other. */
  const resume = (): readonly OpenFault[] =>
    read(
      () =>
        ledger
          .states('fault', { open: true })
          .filter(({ stationId }) => stationId === self)
          .flatMap(({ id }) => ledger.eventsOf(subjectOf('fault', id)).flatMap((event) => (event.kind === 'FaultBegan' ? [{ id, key: event.body.key, wellSince: null }] : []))),
      [],
    );

  const write = (): void => {
    if (waiting.length === 0 || !ledger.takesWrites()) return;
    const appended = ledger.append(waiting);
    if (!appended.ok) return;
    waiting = [];
    unrecorded.clear();
  };

  const openOnes = (): readonly FaultRecord[] => {
    known = read(() => ledger.states('fault', { open: true }), known);
    return [...known.filter(({ id }) => !unrecorded.has(id)), ...[...unrecorded.values()].filter(({ endedAt }) => endedAt === null)];
  };

  const countReturns = ({ open: still, began, ended }: FaultDecision, now: number): void => {
    const lasting = new Set(still.map(({ key }) => key));
    for (const [key, { endedAt }] of endings) if (!lasting.has(key) && Math.abs(now - endedAt) > comesBackWithin) endings.delete(key);
    for (const { key } of began) {
      const before = endings.get(key);
      if (before !== undefined) endings.set(key, { ...before, returns: before.returns + 1 });
    }
    for (const { key } of ended) endings.set(key, { returns: endings.get(key)?.returns ?? 0, endedAt: now });
  };

  return {
    open: openOnes,
    list: () => {
      const ended = read(() => ledger.states('fault', { open: false, newest: endedShown }), []);
      return [...openOnes().toReversed(), ...[...unrecorded.values()].filter(({ endedAt }) => endedAt !== null), ...ended.toReversed()];
    },
    tick: (findings) => {
      const now = clock.now();
      const at = new Date(now).toISOString();
      toldAt = toldAt.filter((moment) => Math.abs(now - moment) < minute);
      const decision = decideFaults({ open: open ?? resume(), findings, now, startedAt, mayTell: mostAMinute - toldAt.length, newId: ids.next, returns: (key) => endings.get(key)?.returns ?? 0 });
      open = decision.open;
      countReturns(decision, now);
      const station = ownFile(context).name;
      for (const { id, finding } of decision.began) {
        const { key, disarms: _disarms, ...what } = finding;
        waiting = [...waiting, { kind: 'FaultBegan', subject: subjectOf('fault', id), body: { key, ...what, at, station } }];
        unrecorded.set(id, { id, ...what, station, stationId: self, since: at, endedAt: null });
        log.warn({ fault: id, kind: what.kind }, 'a fault began');
      }
      for (const { id } of decision.ended) {
        waiting = [...waiting, { kind: 'FaultEnded', subject: subjectOf('fault', id), body: { at, station } }];
        const record = unrecorded.get(id) ?? openOnes().find((fault) => fault.id === id);
        if (record !== undefined) unrecorded.set(id, { ...record, endedAt: at });
        log.info({ fault: id }, 'a fault ended');
      }
      const told = decision.began.length + decision.ended.length;
      toldAt = [...toldAt, ...Array.from({ length: told }, () => now)];
      write();
      if (told > 0) changes.announce('faults');
    },
  };
};
