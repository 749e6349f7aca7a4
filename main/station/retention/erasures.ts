import type { StaffReference } from '../../contract/alarm.ts';
import type { EraseIncident, Erasure, ErasureReason } from '../../contract/erasure.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import { subjectId, subjectOf, subjectType } from '../../core/event/subject.ts';
import { ownFile, type StationContext } from '../context.ts';

/** Forgetting, on every station and for good: the keys of what was written are destroyed, and nothing of it can be read any more. */
export interface Erasures {
  /** An incident, and what belongs to it. `IncidentUnknown`; `AlarmOpen` when its alarm is to go along and is still open. Returns what was erased. */
  readonly eraseIncident: (what: EraseIncident, staff: StaffReference | null) => Result<readonly Erasure[]>;
  /** What belongs to an incident beside itself: the alarm that it grew out of, unless another record did as well, and its walks. `AlarmOpen`. */
  readonly belongingTo: (incident: string) => Result<readonly string[]>;
  /** These subjects with their files, and what has to be written along, in one commit. */
  readonly erase: (subjects: readonly string[], reason: ErasureReason, staff: StaffReference | null, along?: readonly Draft[]) => Result<void>;
  /** What is left of these. */
  readonly leftOf: (subjects: readonly string[]) => readonly Erasure[];
  /** All that was ever erased on this site, the newest first. */
  readonly list: () => readonly Erasure[];
}

/** @param attachmentsOf the files of a record: they go with it, whoever asks for that */
export const createErasures = (context: StationContext, attachmentsOf: (owner: string) => readonly string[]): Erasures => {
  const { ledger, changes } = context;

  const erase: Erasures['erase'] = (subjects, reason, staff, along = []) => {
    const body = { reason, station: ownFile(context).name, staff: staff?.id ?? null };
    const withFiles = subjects.flatMap((subject) => [subject, ...attachmentsOf(subject)]);
    const appended = ledger.append([...withFiles.map((subject) => ({ kind: 'SubjectErased' as const, subject, body })), ...along]);
    if (!appended.ok) return appended;
    // A draft of what was filed and erased would bring it back.
    for (const subject of subjects) if (subjectType(subject) === 'incident') ledger.local.drafts.drop(subjectId(subject));
    changes.announce('drafts', 'incidents', 'alarms', 'runs');
    return done(undefined);
  };

  const belongingTo: Erasures['belongingTo'] = (incident) => {
    const alarm = ledger.state('incident', subjectOf('incident', incident))?.summary.alarm ?? null;
    const found = alarm === null ? undefined : ledger.state('alarm', subjectOf('alarm', alarm));
    if (alarm === null || found === undefined) return done([]);
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

  const leftOf: Erasures['leftOf'] = (subjects) => list().filter(({ type, id }) => subjects.includes(`${type}/${id}`));

  return {
    eraseIncident: ({ id, reason, alarm }, staff) => {
      if (ledger.state('incident', subjectOf('incident', id)) === undefined) return failed('IncidentUnknown', `This site has no record ${id}.`, 'The list of records shows those that it has; it may have been erased already.', 'id');
      const along = alarm ? belongingTo(id) : done([]);
      if (!along.ok) return along;
      const subjects = [subjectOf('incident', id), ...along.value];
      const erased = erase(subjects, reason, staff);
      return erased.ok ? done(leftOf(subjects)) : erased;
    },
    belongingTo,
    erase,
    leftOf,
    list,
  };
};
