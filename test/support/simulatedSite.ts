import type { Alarm, AlarmKind, AlarmLevel } from '../../main/contract/alarm.ts';
import type { PlanDocument } from '../../main/contract/plan.ts';
import { decidePress } from '../../main/core/alarm/decidePress.ts';
import { foldAlarm, pressesOf } from '../../main/core/alarm/foldAlarm.ts';
import type { Draft, Event } from '../../main/core/event/catalogue.ts';
import { inOrder } from '../../main/core/event/order.ts';
import { subjectId, subjectOf } from '../../main/core/event/subject.ts';
import { dueDeliveries, type Delivery, type Way } from '../../main/core/plan/dueDeliveries.ts';
import { dueRecords } from '../../main/core/plan/dueRecords.ts';

/** One try of a channel: it got through and said so, it got through and its answer was lost, or it did not get through. */
export type Luck = 'through' | 'answer lost' | 'failed';

interface Simulated {
  readonly id: string;
  /** What it has written and heard: survives. */
  readonly events: Map<string, Event>;
  /** What is only in memory. */
  heardAt: Map<string, number>;
  followedFrom: Map<string, number>;
  folded: { readonly size: number; readonly alarms: readonly Alarm[] } | null;
  running: boolean;
  seq: number;
  clock: number;
}

/**
 * A site on the pure functions alone: stations hear one another or not, die and come back, and channels work or not. Time goes by only when it is told to. What the
 * stations do with what they know is what the program does.
 */
export const createSimulatedSite = (ids: readonly string[], document: PlanDocument, channels: readonly Way[]) => {
  const stations: Simulated[] = ids.map((id) => ({ id, events: new Map(), heardAt: new Map(), followedFrom: new Map(), folded: null, running: true, seq: 0, clock: 0 }));
  const everyone = new Set(ids);
  const cut = new Set<string>();
  let now = Date.UTC(2026, 10, 24, 9);
  const began = now;
  /** What came out at the other end of the channels, each time. */
  const outside: Delivery[] = [];

  const keyOf = (event: Event): string => `${event.origin}/${event.seq}`;
  const hears = (from: Simulated, to: Simulated): boolean => from !== to && to.running && !cut.has(from.id) && !cut.has(to.id);
  const eventsOf = (at: Simulated, alarm: string): readonly Event[] => inOrder([...at.events.values()].filter((event) => subjectId(event.subject) === alarm));
  /** Folded anew only when it has heard something: most seconds bring nothing. */
  const alarmsAt = (at: Simulated): readonly Alarm[] => {
    if (at.folded?.size === at.events.size) return at.folded.alarms;
    const alarms = [...new Set([...at.events.values()].map((event) => subjectId(event.subject)))].flatMap((alarm) => foldAlarm(eventsOf(at, alarm)) ?? []);
    at.folded = { size: at.events.size, alarms };
    return alarms;
  };
  const elapsedAt = (at: Simulated, alarm: Alarm): number => Math.max(0, now - (at.heardAt.get(alarm.id) ?? now));

  const follow = (at: Simulated, alarm: string, since: number): void => {
    if (at.heardAt.has(alarm)) return;
    at.heardAt.set(alarm, since);
    at.followedFrom.set(alarm, now - since);
  };

  /** Takes over what another one wrote, and says of a new alarm that it is here. */
  const take = (at: Simulated, events: readonly Event[], fresh: boolean): void => {
    const unknown = events.filter((event) => !at.events.has(keyOf(event)));
    for (const event of unknown) {
      at.events.set(keyOf(event), event);
      at.clock = Math.max(at.clock, event.wall);
    }
    for (const alarm of new Set(unknown.map((event) => subjectId(event.subject)))) {
      const known = foldAlarm(eventsOf(at, alarm));
      if (known === null) continue;
      follow(at, alarm, fresh ? now : Date.parse(known.raisedAt));
      const said = eventsOf(at, alarm).some((event) => event.kind === 'AlarmReceived' && event.origin === at.id);
      if (known.closedAt === null && known.stationId !== at.id && !said) record(at, [{ kind: 'AlarmReceived', subject: subjectOf('alarm', alarm), body: { station: at.id } }], () => true);
    }
  };

  const record = (at: Simulated, drafts: readonly Draft[], arrives: (to: string) => boolean): void => {
    const events = drafts.map((draft): Event => {
      at.seq += 1;
      at.clock = Math.max(at.clock + 1, now);
      return { ...draft, origin: at.id, seq: at.seq, wall: at.clock, counter: 0 } as Event;
    });
    for (const event of events) at.events.set(keyOf(event), event);
    for (const event of events) follow(at, subjectId(event.subject), now);
    for (const other of stations) if (hears(at, other) && arrives(other.id)) take(other, events, true);
  };

  const stationAt = (index: number): Simulated => {
    const found = stations[index % stations.length];
    if (found === undefined) throw new Error('a site has stations');
    return found;
  };

  const by = (at: Simulated) => ({ station: at.id, staff: null });
  const openAt = (at: Simulated): readonly Alarm[] => alarmsAt(at).filter(({ closedAt }) => closedAt === null);
  const stateAt = (at: Simulated, alarm: Alarm) => ({ document, alarm, self: { id: at.id, name: at.id }, stations: everyone, elapsed: elapsedAt(at, alarm), followedFrom: at.followedFrom.get(alarm.id) ?? 0 });

  const replicate = (): void => {
    for (const from of stations) for (const to of stations) if (from.running && hears(from, to)) take(to, [...from.events.values()], false);
  };

  return {
    stations,
    outside: outside as readonly Delivery[],
    alarmsAt,
    elapsedAt,
    eventsOf,
    /** True when the station was there to notice it. */
    press: (index: number, id: string, level: AlarmLevel, kind: AlarmKind, arrives: (to: string) => boolean): boolean => {
      const at = stationAt(index);
      if (!at.running) return false;
      const known = new Map([...at.events.values()].flatMap((event) => ('press' in event.body ? [[event.body.press, subjectId(event.subject)] as const] : [])));
      record(at, decidePress({ id, level, kind, source: 'device' }, { stationId: at.id, place: at.id, alone: false, secondPress: 30_000, ...by(at) }, openAt(at), known, now).drafts, arrives);
      return true;
    },
    answer: (index: number, kind: 'AlarmAcknowledged' | 'ResponderArrived', arrives: (to: string) => boolean): void => {
      const at = stationAt(index);
      const alarm = openAt(at).find(({ stationId }) => stationId !== at.id);
      if (at.running && alarm !== undefined) record(at, [{ kind, subject: subjectOf('alarm', alarm.id), body: by(at) }], arrives);
    },
    close: (index: number, arrives: (to: string) => boolean): void => {
      const at = stationAt(index);
      const [alarm] = openAt(at);
      if (at.running && alarm !== undefined) record(at, [{ kind: 'AlarmClosed', subject: subjectOf('alarm', alarm.id), body: { reason: 'resolved', note: '', presses: [...pressesOf(eventsOf(at, alarm.id))], ...by(at) } }], arrives);
    },
    force: (index: number, press: string, arrives: (to: string) => boolean): void => {
      const at = stationAt(index);
      const alarm = openAt(at).find(({ stationId }) => stationId === at.id);
      if (at.running && alarm !== undefined) record(at, [{ kind: 'AlarmClosedUnderDuress', subject: subjectOf('alarm', alarm.id), body: { press, reason: 'resolved', note: '', ...by(at) } }], arrives);
    },
    kill: (index: number): void => {
      stationAt(index).running = false;
    },
    start: (index: number): void => {
      const at = stationAt(index);
      if (at.running) return;
      at.running = true;
      at.heardAt = new Map();
      at.followedFrom = new Map();
      for (const alarm of alarmsAt(at)) follow(at, alarm.id, Date.parse(alarm.raisedAt));
    },
    cutOff: (index: number): void => void cut.add(stationAt(index).id),
    joinUp: (index: number): void => void cut.delete(stationAt(index).id),
    replicate,
    /** Seconds, one by one: each station does what is due. `luck` is asked for each try of a channel. */
    pass: (seconds: number, luck: (delivery: Delivery) => Luck, look: () => void): void => {
      for (let second = 0; second < seconds; second += 1) {
        now += 1000;
        for (const at of stations.filter(({ running }) => running)) {
          for (const alarm of alarmsAt(at)) {
            const state = stateAt(at, alarm);
            record(at, dueRecords({ ...state, events: eventsOf(at, alarm.id), nameOf: ({ id }) => id }), () => true);
            for (const delivery of dueDeliveries({ ...state, channels, connected: new Set(stations.filter((other) => hears(at, other)).map(({ id }) => id)), now, underWay: new Set(), notBefore: new Map() })) {
              const { message, channel, occasion, attempt } = delivery;
              const outcome = luck(delivery);
              if (outcome !== 'failed') outside.push(delivery);
              const body = { message, channel, occasion, attempt, outcome: outcome === 'through' ? ('received' as const) : ('failed' as const), answer: outcome, startedAt: new Date(now).toISOString(), duration: 0, station: at.id };
              record(at, [{ kind: 'DeliveryAttempted', subject: subjectOf('alarm', alarm.id), body }], () => true);
            }
          }
        }
        look();
      }
    },
    since: () => now - began,
  };
};

export type SimulatedSite = ReturnType<typeof createSimulatedSite>;
