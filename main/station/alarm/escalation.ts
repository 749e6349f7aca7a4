import type { PlanDocument } from '../../contract/plan.ts';
import { composeAlarmMessage } from '../../core/channel/composeMessage.ts';
import type { Courier } from '../../core/channel/courier.ts';
import type { ChannelFile } from '../../core/channel/foldChannel.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { closedToldFor, dueDeliveries } from '../../core/plan/dueDeliveries.ts';
import { dueRecords } from '../../core/plan/dueRecords.ts';
import { momentsOf } from '../../core/plan/reachedSteps.ts';
import type { Alarms } from './alarms.ts';
import type { HeldAlarm } from './alarmView.ts';
import { createCarrying } from './carrying.ts';
import { ownFile, type StationContext } from '../context.ts';
import { createFaultNotices } from '../fault/faultNotices.ts';
import type { Faults } from '../fault/faults.ts';

/**
 * Takes an alarm through the steps of its plan, and word of faults to who wants them: what is due is decided by pure functions of
 * `main/core/plan`, this part tries it, writes down how it ended, and looks again. All that it needs to go on after a restart is in the events.
 */
export interface Escalation {
  /** Soon after anything happened to an alarm, and once a second. Waits for nothing. */
  readonly tick: () => void;
  /** Messages that this station is trying to get out at this moment. */
  readonly underWay: () => ReadonlySet<string>;
  readonly stop: Stop;
}

export interface EscalationDependencies {
  readonly context: StationContext;
  readonly alarms: Pick<Alarms, 'held' | 'eventsOf' | 'record'>;
  readonly faults: Pick<Faults, 'open' | 'list'>;
  readonly document: () => PlanDocument;
  readonly courier: Pick<Courier, 'attempt'>;
  readonly channels: () => readonly ChannelFile[];
  /** The stations that are connected now, by id. */
  readonly connected: () => readonly string[];
  readonly zoneOf: (station: string) => number;
  readonly siteName: () => string;
  readonly nameOf: (recipient: { readonly to: 'station' | 'channel'; readonly id: string }) => string;
}

export const createEscalation = (deps: EscalationDependencies): Escalation => {
  const { context, alarms, document, courier, channels, connected, zoneOf, siteName, nameOf } = deps;
  const { ledger, clock, changes, log } = context;
  const carrying = createCarrying(context, courier);
  const notices = createFaultNotices({ ...deps, carrying });
  let scheduled: NodeJS.Immediate | null = null;

  const look = ({ alarm, timed, elapsed, followedFrom }: HeldAlarm): void => {
    const { closed } = momentsOf(timed);
    if (closed !== null && elapsed - closed > closedToldFor) return;
    const { id, name } = ownFile(context);
    const state = { document: document(), alarm: timed, self: { id, name }, stations: new Set(ledger.local.roster.list().map((station) => station.id)), elapsed, followedFrom };
    const records = dueRecords({ ...state, events: alarms.eventsOf(alarm.id), nameOf });
    for (const delivery of dueDeliveries({ ...state, channels: channels(), connected: new Set(connected()), now: clock.now(), underWay: carrying.underWay, notBefore: carrying.notBefore })) {
      const channel = channels().find((known) => known.id === delivery.channel);
      if (channel === undefined) continue;
      const message = composeAlarmMessage(alarm, delivery, { site: siteName(), station: name, zone: zoneOf(alarm.stationId) });
      carrying.start(channel, message, delivery.attempt, (attempt) => alarms.record([{ kind: 'DeliveryAttempted', subject: subjectOf('alarm', alarm.id), body: { ...attempt, message: message.id } }]));
    }
    // Last: to write it down is to look again.
    if (records.length > 0) alarms.record(records);
  };

  /** One alarm that cannot be dealt with must not hold up the next. */
  const tick = (): void => {
    for (const held of alarms.held()) guard(log, 'an alarm could not be taken further', () => look(held), { alarm: held.alarm.id });
    notices.tick();
  };

  /** Never within the press itself: frames and commit go first. */
  const soon = (): void => {
    scheduled ??= setImmediate(() => {
      scheduled = null;
      tick();
    });
  };

  const stopListening = changes.on(['alarms', 'plans'], soon);
  soon();

  return {
    tick,
    underWay: () => carrying.underWay,
    stop: () => {
      stopListening();
      notices.stop();
      if (scheduled !== null) clearImmediate(scheduled);
    },
  };
};
