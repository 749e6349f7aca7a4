import type { Attempt } from '../../contract/delivery.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import type { FaultRecord } from '../../contract/station.ts';
import { composeFaultMessage } from '../../core/channel/composeMessage.ts';
import type { ChannelFile } from '../../core/channel/foldChannel.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { closedToldFor } from '../../core/plan/dueDeliveries.ts';
import { dueFaultNotices } from '../../core/plan/dueFaultNotices.ts';
import type { Carrying } from '../alarm/carrying.ts';
import { fileOf, ownFile, type StationContext } from '../context.ts';
import type { Faults } from './faults.ts';

export interface FaultNoticesDependencies {
  readonly context: StationContext;
  readonly faults: Pick<Faults, 'open' | 'list'>;
  readonly document: () => PlanDocument;
  readonly channels: () => readonly ChannelFile[];
  readonly connected: () => readonly string[];
  readonly zoneOf: (station: string) => number;
  readonly siteName: () => string;
  readonly carrying: Carrying;
}

/** Word of faults to those whom the plans name. */
export interface FaultNotices {
  readonly tick: () => void;
  readonly stop: Stop;
}

export const createFaultNotices = ({ context, faults, document, channels, connected, zoneOf, siteName, carrying }: FaultNoticesDependencies): FaultNotices => {
  const { ledger, clock, log } = context;
  /** Those that were open when it was looked last, and those that have ended since: by id. */
  let watched: ReadonlyMap<string, FaultRecord> | null = null;
  /** How often each was tried; in memory first, for the ledger itself may be at fault. */
  const attempts = new Map<string, readonly Attempt[]>();
  /** What the ledger has of them, until it has more: it is asked for every second. */
  const writtenByFault = new Map<string, readonly Attempt[]>();

  const follow = (): readonly FaultRecord[] => {
    const now = clock.now();
    const open = new Map(faults.open().map((fault) => [fault.id, fault]));
    const gone = watched === null ? faults.list() : [...watched.values()].some(({ id, endedAt }) => endedAt === null && !open.has(id)) ? faults.list() : [];
    const ended = [...(watched?.values() ?? []), ...gone].filter(({ id, endedAt }) => endedAt !== null && !open.has(id) && now - Date.parse(endedAt) < closedToldFor);
    watched = new Map([...ended.map((fault) => [fault.id, fault] as const), ...open]);
    for (const kept of [attempts, writtenByFault]) for (const id of kept.keys()) if (!watched.has(id)) kept.delete(id);
    return [...watched.values()];
  };

  const attemptsOf = (fault: string): readonly Attempt[] => {
    const written = read(fault);
    const own = (attempts.get(fault) ?? []).filter((attempt) => !written.some(({ startedAt, channel, station }) => startedAt === attempt.startedAt && channel === attempt.channel && station === attempt.station));
    return [...written, ...own];
  };

  const read = (fault: string): readonly Attempt[] => {
    const known = writtenByFault.get(fault);
    if (known !== undefined) return known;
    try {
      const written = ledger.eventsOf(subjectOf('fault', fault)).flatMap((event) => (event.kind === 'DeliveryAttempted' ? [event.body] : []));
      writtenByFault.set(fault, written);
      return written;
    } catch {
      return [];
    }
  };

  const stop = ledger.onEvents((events) => {
    for (const { subject } of events) if (subjectType(subject) === 'fault') writtenByFault.delete(subjectId(subject));
  });

  const send = (): void => {
    const { id, name } = ownFile(context);
    const stations = ledger.local.roster.list();
    const state = { document: document(), channels: channels(), self: { id, name }, stations: new Set(stations.map((station) => station.id)), connected: new Set(connected()), now: clock.now(), underWay: carrying.underWay, notBefore: carrying.notBefore };
    for (const { fault, message, channel: wanted, occasion, attempt } of dueFaultNotices({ ...state, faults: follow(), attemptsOf })) {
      const channel = channels().find((known) => known.id === wanted);
      if (channel === undefined) continue;
      const about = stations.find((station) => station.id === fault.stationId);
      const composed = composeFaultMessage(fault, about === undefined ? fault.station : fileOf(ledger, about).place, { message, occasion }, { site: siteName(), station: name, zone: zoneOf(fault.stationId) });
      carrying.start(channel, composed, attempt, (ended) => {
        attempts.set(fault.id, [...(attempts.get(fault.id) ?? []), ended]);
        const written = ledger.append([{ kind: 'DeliveryAttempted', subject: subjectOf('fault', fault.id), body: { ...ended, message } }]);
        if (!written.ok) log.warn({ fault: fault.id }, 'word of a fault could not be written down');
      });
    }
  };

  return {
    tick: () => {
      if (document().faults.channels.length === 0) return;
      guard(log, 'word of faults could not be sent', send);
    },
    stop,
  };
};
