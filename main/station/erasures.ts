import type { StaffReference } from '../contract/alarm.ts';
import type { EraseIncident, Erasure, ErasureReason } from '../contract/erasure.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import { subjectId, subjectOf, subjectType } from '../core/event/subject.ts';
import { ownFile, type StationContext } from './context.ts';

/** Forgetting, on every station and for good: the keys of what was written are destroyed, and nothing of it can be read any more. */
export interface Erasures {
  /** An incident, and what belongs to it. `IncidentUnknown`; `AlarmOpen` when its alarm is to go along and is still open. Returns what was erased. */
  readonly eraseIncident: (what: EraseIncident, staff: StaffReference | null) => Result<readonly Erasure[]>;
  /** All that was ever erased on this site, the newest first. */
  readonly list: () => readonly Erasure[];
}

export const createErasures = (context: StationContext): Erasures => {
  const { ledger, changes } = context;

  const erase = (subjects: readonly string[], reason: ErasureReason, staff: StaffReference | null): Result<readonly Erasure[]> => {
    const body = { reason, station: ownFile(context).name, staff: staff?.id ?? null };
    const appended = ledger.append(subjects.map((subject) => ({ kind: 'SubjectErased', subject, body })));
    return appended.ok ? done(list().filter(({ type, id }) => subjects.includes(`${type}/${id}`))) : appended;
  };

  /** The alarm that goes along, with its walks; nothing where another record grew out of it as well. */
  const subjectsOfAlarm = (alarm: string, incident: string): Result<readonly string[]> => {
    const found = ledger.state('alarm', subjectOf('alarm', alarm));
    if (found === undefined) return done([]);
    if (found.closedAt === null) return failed('AlarmOpen', 'The call that this record grew out of is still open.', 'Close it first, or erase the record alone.', 'alarm');
    const shared = ledger.states('incident', { link: alarm }).some(({ summary }) => summary.id !== incident);
    return done(shared ? [] : [subjectOf('alarm', alarm), ...ledger.states('run', { link: alarm }).map(({ id }) => subjectOf('run', id))]);
  };

  const list = (): readonly Erasure[] =>
    ledger
      .erasures()
      .map(({ subject, body, wall }): Erasure => ({
        type: subjectType(subject) ?? '',
        id: subjectId(subject),
        at: new Date(wall).toISOString(),
        reason: body.reason,
        station: body.station,
        staff: body.staff === null ? null : (ledger.state('staff', subjectOf('staff', body.staff))?.staff.name ?? null),
      }))
      .toReversed();

  return {
    eraseIncident: ({ id, reason, alarm }, staff) => {
      const incident = ledger.state('incident', subjectOf('incident', id));
      if (incident === undefined) return failed('IncidentUnknown', `This site has no record ${id}.`, 'The list of records shows those that it has; it may have been erased already.', 'id');
      const withAlarm = alarm && incident.summary.alarm !== null ? subjectsOfAlarm(incident.summary.alarm, id) : done([]);
      if (!withAlarm.ok) return withAlarm;
      const erased = erase([subjectOf('incident', id), ...withAlarm.value], reason, staff);
      if (!erased.ok) return erased;
      ledger.local.drafts.drop(id);
      changes.announce('drafts', 'incidents', 'alarms', 'runs');
      return erased;
    },
    list,
  };
};
