import type { Alarm } from '../../contract/alarm.ts';
import type { Draft, Event, EventKind } from '../../core/event/catalogue.ts';
import type { EventRecord } from '../../core/event/replica.ts';
import { subjectId } from '../../core/event/subject.ts';
import type { AlarmSurroundings } from './alarms.ts';
import type { StationContext } from '../context.ts';

/** How often an alarm is written again to whoever has not said that it has it. Milliseconds. */
const resendAfter = 2_000;
/** What calls for help: the rest comes with replication. */
const calls: ReadonlySet<EventKind> = new Set(['AlarmRaised', 'AlarmRaisedToEmergency', 'AlarmPressedAgain', 'AlarmClosedUnderDuress']);

/** To whose sockets the alarms of this station were written, and writing them again. */
export interface Resending {
  /** Keeps what went out, and to whom. `written`: the ids of stations, where whoever wrote says so. */
  readonly sent: (drafts: readonly Draft[], records: readonly EventRecord[], written: unknown) => void;
  readonly sentTo: (alarm: string) => ReadonlySet<string>;
  /** Writes an open alarm of this station again, when it is time, to every connected station that has not said that it received it. */
  readonly resend: (alarm: Alarm, events: readonly Event[]) => void;
  readonly forget: (alarm: string) => void;
}

export const createResending = ({ ledger, identity, clock, log }: StationContext, { connected, sendTo }: Pick<AlarmSurroundings, 'connected' | 'sendTo'>): Resending => {
  const self = identity.station.id;
  /** Stretches as they were signed, by alarm: each goes into a frame of its own. */
  const stretches = new Map<string, (readonly EventRecord[])[]>();
  const stationsByAlarm = new Map<string, Set<string>>();
  const resentAt = new Map<string, number>();

  const remember = (alarm: string, written: unknown): void => {
    const stations = stationsByAlarm.get(alarm) ?? new Set();
    if (Array.isArray(written)) for (const station of written) stations.add(String(station));
    stationsByAlarm.set(alarm, stations);
  };

  /** After a restart they are in the ledger: the calls themselves are enough. */
  const stretchesOf = (alarm: string, events: readonly Event[]): readonly (readonly EventRecord[])[] => {
    const known = stretches.get(alarm);
    if (known !== undefined) return known;
    const read = events.filter((event) => event.origin === self && calls.has(event.kind)).map((event) => ledger.read(self, event.seq - 1, 1));
    stretches.set(alarm, read);
    return read;
  };

  return {
    sent: (drafts, records, written) => {
      const call = drafts.find(({ kind }) => calls.has(kind));
      if (call === undefined) return;
      const alarm = subjectId(call.subject);
      // A call that joins an alarm of before a restart: what the ledger has of it is read when it is needed.
      if (call.kind === 'AlarmRaised' || stretches.has(alarm)) stretches.set(alarm, [...(stretches.get(alarm) ?? []), records]);
      resentAt.set(alarm, clock.now());
      remember(alarm, written);
    },
    sentTo: (alarm) => stationsByAlarm.get(alarm) ?? new Set(),
    resend: (alarm, events) => {
      const now = clock.now();
      const last = resentAt.get(alarm.id);
      if (last !== undefined && now >= last && now - last < resendAfter) return;
      const silent = connected().filter((station) => !alarm.recipients.some(({ to, id }) => to === 'station' && id === station));
      if (silent.length === 0) return;
      resentAt.set(alarm.id, now);
      try {
        for (const records of stretchesOf(alarm.id, events)) remember(alarm.id, sendTo(silent, records));
        log.debug({ alarm: alarm.id, stations: silent.length }, 'an alarm was sent again');
      } catch (error) {
        log.error({ alarm: alarm.id, error: String(error) }, 'an alarm could not be sent again');
      }
    },
    forget: (alarm) => {
      for (const kept of [stretches, stationsByAlarm, resentAt]) kept.delete(alarm);
    },
  };
};
