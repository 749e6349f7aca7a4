import { v5 as uuidFrom } from 'uuid';
import type { Press, StaffReference } from '../../contract/alarm.ts';
import type { Desk } from '../../contract/desk.ts';
import type { PlanDocument, WeeklySpan } from '../../contract/plan.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { checkInTimes, rotaSwitch } from '../../core/alone/checkIns.ts';
import { foldAlone, type AloneFile } from '../../core/alone/foldAlone.ts';
import type { Stop } from '../../core/environment.ts';
import type { Draft, Event } from '../../core/event/catalogue.ts';
import { subjectOf, subjectType } from '../../core/event/subject.ts';
import { guard } from '../../core/guard.ts';
import { byWhom, ownFile, type StationContext } from '../context.ts';

/** What the desk shows beside alarms: working alone and its check-ins, and what a pedal asked the window for. */
export interface DeskState {
  readonly state: () => Desk;
  /** Whether this station's person works alone now. */
  readonly isAlone: () => boolean;
  readonly setAlone: (alone: boolean, source: 'person' | 'rota', staff: StaffReference | null) => Result<void>;
  /** `NotAlone` when nobody works alone here. Counts before it is asked for, too. */
  readonly checkIn: (staff: StaffReference | null) => Result<void>;
  readonly askChecklist: () => void;
  readonly askBlank: () => void;
  /** Once a second: asks for check-ins, raises the alarm for a missed one, follows the rota. */
  readonly tick: () => void;
  readonly stop: Stop;
}

export interface DeskDependencies {
  /** When the rota has somebody alone at this desk, beside the times in its own settings. */
  readonly aloneByRota?: () => readonly WeeklySpan[];
  readonly document: () => PlanDocument;
  readonly press: (press: Press) => void;
}

/** So many stretches of working alone, of all stations, are looked through for the last one of this station. */
const stretchesRead = 200;
/** Names the press of a missed check-in, so that a restart between the alarm and the note of it makes no second alarm. */
const pressNames = '5b1f7a52-6a0e-4d0b-9c0a-0b6c3f0f6f5e';

/**
 * Working alone is held in memory and written as events that wait for the database if they must: a missed check-in raises its alarm also while
 * that takes no writes.
 */
export const createDeskState = (context: StationContext, { document, press, aloneByRota = () => [] }: DeskDependencies): DeskState => {
  const { ledger, identity, clock, ids, changes, log } = context;
  const askableSince = clock.now();
  let current: AloneFile | null = null;
  let switchedAt: number | null = null;
  /** By the clock of this terminal, which an event's own time may be ahead of. */
  let checkedInAt = 0;
  /** When a check-in counted as missed last, since the person's last sign; from then on it is asked for anew. */
  let missedAt: number | null = null;
  let lookedAt = clock.now();
  let checklistAskedAt: string | null = null;
  let blankAskedAt: string | null = null;
  let eventsOfStretch: readonly Event[] = [];

  /** Own events come in their order, and once more when they are written. */
  const learn = (events: readonly Event[]): void => {
    const known = eventsOfStretch.at(-1)?.seq ?? 0;
    const own = events.filter((event) => subjectType(event.subject) === 'alone' && event.origin === identity.station.id && event.seq > known);
    if (own.length === 0) return;
    for (const event of own) eventsOfStretch = event.kind === 'AloneBegan' ? [event] : [...eventsOfStretch, event];
    take(foldAlone(eventsOfStretch));
    const last = own.findLast((event) => isSign(event) || event.kind === 'CheckInMissed');
    if (last !== undefined) missedAt = isSign(last) ? null : clock.now();
    if (own.some(isSign)) checkedInAt = clock.now();
    changes.announce('desk');
  };

  const take = (file: AloneFile | null): void => {
    current = file === null || file.endedAt !== null ? null : file;
    switchedAt = file === null ? switchedAt : (file.endedAt ?? file.since);
  };

  const record = (drafts: readonly Draft[]): void => void ledger.appendUrgently(drafts, () => {});

  const start = (): Stop => {
    guard(log, 'whether somebody works alone here cannot be read', () => {
      const own = (open: boolean) => ledger.states('alone', { open, newest: stretchesRead }).filter(({ stationId }) => stationId === identity.station.id);
      const last = [...own(false), ...own(true)].toSorted((a, b) => a.since - b.since).at(-1);
      if (last !== undefined) {
        eventsOfStretch = ledger.eventsOf(subjectOf('alone', last.id));
        take(last);
        checkedInAt = Math.min(last.checkedInAt, clock.now());
        missedAt = last.missedAt === null ? null : Math.min(last.missedAt, clock.now());
      }
    });
    const stops = [ledger.onUrgent(learn), ledger.onEvents(learn)];
    return () => {
      for (const stop of stops) stop();
    };
  };

  const setAlone: DeskState['setAlone'] = (alone, source, staff) => {
    if (alone === (current !== null)) return done(undefined);
    const by = byWhom(context, staff);
    const { every, grace, level } = document().checkIn;
    record(
      current === null
        ? [{ kind: 'AloneBegan', subject: subjectOf('alone', ids.next()), body: { source, every, grace, level, ...by } }]
        : [{ kind: 'AloneEnded', subject: subjectOf('alone', current.id), body: { source, ...by } }],
    );
    log.info({ alone, source }, 'working alone was switched');
    return done(undefined);
  };

  /** The alarm before the note of it: of the two it is the one that may not be lost. */
  const miss = (file: AloneFile): void => {
    const id = uuidFrom(`${file.id}/${eventsOfStretch.at(-1)?.seq ?? 0}`, pressNames);
    press({ id, level: file.level, kind: 'real', source: 'check-in' });
    record([{ kind: 'CheckInMissed', subject: subjectOf('alone', file.id), body: { press: id, station: ownFile(context).name } }]);
    log.info({ alone: file.id }, 'a check-in was missed');
  };

  return {
    state: () => {
      const asked = { checklistAskedAt, blankAskedAt };
      if (current === null) return { alone: null, ...asked };
      const { dueAt } = checkInTimes({ ...current, checkedInAt }, askableSince);
      return { alone: { since: moment(current.since), source: current.source, dueAt: moment(dueAt), due: clock.now() >= dueAt }, ...asked };
    },
    isAlone: () => current !== null,
    setAlone,
    checkIn: (staff) => {
      if (current === null) return failed('NotAlone', 'Nobody is asked to check in at this desk.', 'Switch working alone on first.');
      record([{ kind: 'CheckedIn', subject: subjectOf('alone', current.id), body: byWhom(context, staff) }]);
      return done(undefined);
    },
    askChecklist: () => {
      checklistAskedAt = moment(clock.now());
      changes.announce('desk');
    },
    askBlank: () => {
      blankAskedAt = moment(clock.now());
      changes.announce('desk');
    },
    tick: () => {
      const now = clock.now();
      // A clock that is set back must not put a check-in off.
      if (now < lookedAt) {
        checkedInAt -= lookedAt - now;
        if (missedAt !== null) missedAt -= lookedAt - now;
      }
      lookedAt = now;
      const turn = rotaSwitch([...ownFile(context).settings.aloneTimes, ...aloneByRota()], current !== null, switchedAt, now);
      if (turn !== null) setAlone(turn === 'begin', 'rota', null);
      if (current === null) return;
      // Whoever does not answer after an alarm either is called for again, one interval later: the first may be over by then, and nobody there.
      if (now >= checkInTimes({ ...current, checkedInAt: missedAt ?? checkedInAt }, askableSince).missedAt) miss(current);
      if (now >= checkInTimes({ ...current, checkedInAt }, askableSince).dueAt) changes.announce('desk');
    },
    stop: start(),
  };
};

/** The person showed that all is well. */
const isSign = ({ kind }: Event): boolean => kind === 'AloneBegan' || kind === 'CheckedIn';
const moment = (wall: number): string => new Date(wall).toISOString();
