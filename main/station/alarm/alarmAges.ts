import type { Alarm } from '../../contract/alarm.ts';
import type { Clock } from '../../core/environment.ts';
import type { Event } from '../../core/event/catalogue.ts';

/** A station that catches up hears of old alarms before it hears how they ended: they count when that has been over for a moment. Milliseconds. */
const settlesAfter = 3_000;
const youngFor = 10 * 60 * 1000;
const oldNewsAfter = 60 * 1000;
/** Clocks that agree so far are taken at their word. Milliseconds. */
const closeEnough = 1000;

/** Where word of an alarm comes from: its station, just now; from what others wrote; or out of this station's own ledger after a restart. */
export type Hearing = 'frame' | 'replication' | 'ledger';

/** How old alarms are to this station, whose clock may differ from that of the one that raised them. */
export interface AlarmAges {
  readonly hear: (alarm: Alarm, from: Hearing) => void;
  /** To be told of everything that replication brings. */
  readonly noteReplicated: (events: readonly Event[]) => void;
  /** Milliseconds since it was raised; and what that was when this station began to follow it. */
  readonly of: (alarm: Alarm) => { readonly elapsed: number; readonly followedFrom: number };
  /**
   * The alarm with the moments of what happened to it as this station counts them. An event's own time may be minutes ahead, for it is pulled along
   * by the fastest clock of the site, and stands still after a clock was set back: what has happened must not wait for its time to come.
   */
  readonly timed: (alarm: Alarm) => Alarm;
  /** False while this station may not have heard yet how an old alarm ended. */
  readonly isSettled: (alarm: string) => boolean;
  /** Once a second. Returns the alarms that have just settled. */
  readonly tick: () => readonly string[];
  readonly forget: (alarm: string) => void;
}

export const createAlarmAges = (clock: Clock, self: string): AlarmAges => {
  /** When this station first heard of each, by its own clock. Milliseconds since the epoch. */
  const heardAt = new Map<string, number>();
  const followedFrom = new Map<string, number>();
  const unsettled = new Set<string>();
  /** When this station heard of what happened to each: milliseconds after it was raised, by what happened and its own time. */
  const momentsHeard = new Map<string, Map<string, number>>();
  let oldNewsAt = Number.NEGATIVE_INFINITY;
  let lookedAt = clock.now();

  const elapsedOf = ({ id, raisedAt }: Alarm): number => Math.max(0, clock.now() - (heardAt.get(id) ?? Date.parse(raisedAt)));

  const hearBeginning = (alarm: Alarm, from: Hearing): void => {
    if (heardAt.has(alarm.id)) return;
    // Another's word that comes as a frame is fresh. What replication brings first is old news, and a restart has slept through some of it: both count by the clock.
    const now = clock.now();
    const heard = from === 'frame' && alarm.stationId !== self ? now : Math.min(now, Date.parse(alarm.raisedAt));
    heardAt.set(alarm.id, heard);
    followedFrom.set(alarm.id, now - heard);
    if (from === 'replication' && alarm.stationId !== self && now - heard > youngFor) unsettled.add(alarm.id);
  };

  const hearMoments = (alarm: Alarm, from: Hearing): void => {
    const elapsed = elapsedOf(alarm);
    const known = momentsHeard.get(alarm.id) ?? new Map<string, number>();
    for (const { what, at } of turningPoints(alarm)) {
      const name = `${what} ${at}`;
      if (!known.has(name)) known.set(name, from === 'frame' ? elapsed : Math.min(elapsed, afterRaised(alarm, at)));
    }
    momentsHeard.set(alarm.id, known);
  };

  const timed = (alarm: Alarm): Alarm => {
    const known = momentsHeard.get(alarm.id);
    const counted = (what: string, at: string): string => {
      const heard = known?.get(`${what} ${at}`);
      return heard === undefined || Math.abs(heard - afterRaised(alarm, at)) <= closeEnough ? at : new Date(Date.parse(alarm.raisedAt) + heard).toISOString();
    };
    return {
      ...alarm,
      timeline: alarm.timeline.map((entry) => ({ ...entry, at: counted(entry.what, entry.at) })),
      acknowledgements: alarm.acknowledgements.map((answer) => ({ ...answer, at: counted('acknowledged', answer.at) })),
      closedAt: alarm.closedAt === null ? null : counted('closed', alarm.closedAt),
    };
  };

  return {
    hear: (alarm, from) => {
      if (from === 'frame') unsettled.delete(alarm.id);
      hearBeginning(alarm, from);
      hearMoments(alarm, from);
    },
    timed,
    noteReplicated: (events) => {
      if (events.some(({ origin, wall }) => origin !== self && clock.now() - wall > oldNewsAfter)) oldNewsAt = clock.now();
    },
    of: (alarm) => {
      const heard = heardAt.get(alarm.id) ?? Date.parse(alarm.raisedAt);
      const from = followedFrom.get(alarm.id) ?? 0;
      return { elapsed: elapsedOf(alarm), followedFrom: from > 0 ? Math.max(from, oldNewsAt - heard) : 0 };
    },
    isSettled: (id) => !unsettled.has(id),
    tick: () => {
      const now = clock.now();
      // A clock that is set back must not hold an alarm up.
      if (now < lookedAt) {
        for (const [id, moment] of heardAt) heardAt.set(id, moment - (lookedAt - now));
        oldNewsAt -= lookedAt - now;
      }
      lookedAt = now;
      if (Math.abs(now - oldNewsAt) < settlesAfter) return [];
      const settled = [...unsettled];
      unsettled.clear();
      return settled;
    },
    forget: (id) => {
      for (const kept of [heardAt, followedFrom, unsettled, momentsHeard]) kept.delete(id);
    },
  };
};

/** What the plan depends on. */
const turningPoints = ({ timeline, acknowledgements, closedAt }: Alarm): readonly { readonly what: string; readonly at: string }[] => [
  ...timeline.filter(({ what }) => what === 'raised-to-emergency' || what === 'duress'),
  ...acknowledgements.map(({ at }) => ({ what: 'acknowledged', at })),
  ...(closedAt === null ? [] : [{ what: 'closed', at: closedAt }]),
];

const afterRaised = ({ raisedAt }: Alarm, at: string): number => Math.max(0, Date.parse(at) - Date.parse(raisedAt));
