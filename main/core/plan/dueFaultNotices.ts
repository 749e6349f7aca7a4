import type { Attempt, Occasion } from '../../contract/delivery.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import type { FaultRecord } from '../../contract/station.ts';
import { closedToldFor, isTimeAgain, messageName, takeOverAfter, turnsOf, type DeliveryState, type Way } from './dueDeliveries.ts';

/** A mail server that is down over a weekend is not asked every two minutes. Milliseconds. */
const longestPause = 15 * 60_000;

/** A station that comes back does so for one colleague after the other: as long as this they are waited for. Milliseconds. */
const comingBack = 2 * 60_000;

export interface FaultNotice {
  readonly fault: FaultRecord;
  readonly message: string;
  readonly channel: string;
  readonly occasion: Extract<Occasion, 'fault' | 'fault-ended'>;
  readonly attempt: number;
}

export interface FaultNoticeState extends Pick<DeliveryState, 'self' | 'stations' | 'connected' | 'now' | 'underWay' | 'notBefore'> {
  readonly document: PlanDocument;
  readonly channels: readonly Way[];
  /** Those that are open, and those that ended lately. */
  readonly faults: readonly FaultRecord[];
  readonly attemptsOf: (fault: string) => readonly Attempt[];
}

/**
 * Word of faults that this station is to send now: of its own, and of another's that may not use the channel or does not get through. A silent station
 * is a fault on all the others; the first of them tells it for all.
 */
export const dueFaultNotices = (state: FaultNoticeState): readonly FaultNotice[] => {
  const { document, channels, faults, now } = state;
  const after = document.faults.after * 1000;
  return faults
    .filter((fault) => (fault.endedAt === null ? now : Date.parse(fault.endedAt)) - Date.parse(fault.since) >= after)
    .flatMap((fault) =>
      document.faults.channels.flatMap((id) => {
        const channel = channels.find((known) => known.id === id);
        return channel === undefined ? [] : noticeOf(fault, channel, after, state);
      }),
    );
};

const noticeOf = (fault: FaultRecord, channel: Way, after: number, state: FaultNoticeState): readonly FaultNotice[] => {
  const { self, now, underWay, faults } = state;
  const occasion = fault.endedAt === null ? 'fault' : 'fault-ended';
  const message = messageName(fault.id, channel.id, occasion);
  const due = occasion === 'fault' ? Date.parse(fault.since) + after : Date.parse(fault.endedAt ?? fault.since);
  const turn = turnsOf(channel, fault.stationId, state).indexOf(self.id);
  if (turn < 0 || underWay.has(message) || now < due + turn * takeOverAfter) return [];
  if (occasion === 'fault' && isToldByAnother(fault, faults, now)) return [];
  if (occasion === 'fault-ended' && now - due > closedToldFor) return [];
  // Last, for it may have to be read: half of a large site is switched off at night, and each station has a fault for it.
  const ofChannel = state.attemptsOf(fault.id).filter((attempt) => attempt.channel === channel.id);
  const got = new Set(ofChannel.filter(({ outcome }) => outcome === 'received').map(({ occasion: told }) => told));
  if (got.has(occasion) || (occasion === 'fault-ended' && !got.has('fault'))) return [];
  const own = ofChannel.filter((attempt) => attempt.occasion === occasion && attempt.station === self.name);
  return isTimeAgain(message, own, state, longestPause) ? [{ fault, message, channel: channel.id, occasion, attempt: own.length + 1 }] : [];
};

/** The first station that missed it tells it; also for those that have it still, a little later than that one. */
const isToldByAnother = (fault: FaultRecord, faults: readonly FaultRecord[], now: number): boolean =>
  fault.kind === 'peer' &&
  faults.some(
    (other) =>
      other.kind === 'peer' &&
      other.subject === fault.subject &&
      (other.endedAt === null || now - Date.parse(other.endedAt) < comingBack) &&
      (other.since < fault.since || (other.since === fault.since && other.id < fault.id)),
  );
