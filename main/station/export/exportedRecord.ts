import type { ExportedAttachment, ExportedEvent, ExportedRecord } from '../../contract/export.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import { done, type Result } from '../../contract/problem.ts';
import type { ProvenEvent } from '../../core/event/provenEvent.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { runInWords } from '../../core/procedure/runInWords.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Attachments } from '../attachment/attachments.ts';
import type { Incidents } from '../record/incidents.ts';
import type { Procedures } from '../procedure/procedures.ts';
import { readIn } from '../procedure/readIn.ts';

export interface RecordReading {
  readonly ledger: Pick<Ledger, 'prove'>;
  readonly incidents: Pick<Incidents, 'get'>;
  readonly attachments: Pick<Attachments, 'list' | 'digest'>;
  readonly procedures: Pick<Procedures, 'ofRun'>;
}

/** `proven`: with the events behind it. `language`: in which its checklists are read. */
export interface RecordReader {
  readonly proven: boolean;
  readonly language: WindowLanguage;
}

export interface ReadRecord {
  readonly record: ExportedRecord;
  readonly events: readonly ProvenEvent[];
}

/** A record with everything that goes along when it leaves the house, and the events behind it, if what is made of it says so much. `IncidentUnknown`. */
export const readRecord = async ({ ledger, incidents, attachments, procedures }: RecordReading, id: string, { proven, language }: RecordReader): Promise<Result<ReadRecord>> => {
  const incident = incidents.get(id);
  if (!incident.ok) return incident;
  const { alarm, runs } = incident.value.origin;
  const files = attachments.list(subjectOf('incident', id));
  const exported: ExportedAttachment[] = [];
  for (const { id: attachment, name, type, size, at, station, staff, restricted, removed } of files) exported.push({ id: attachment, name, type, size, at, station, staff, restricted, removed, sha256: proven ? await attachments.digest(attachment) : null });
  const events = !proven ? [] : ledger.prove([subjectOf('incident', id), ...files.map((file) => subjectOf('attachment', file.id)), ...(alarm === null ? [] : [subjectOf('alarm', alarm.id)]), ...runs.map((run) => subjectOf('run', run.id))]);
  const checklists = runs.map((run) => {
    const procedure = readIn(procedures.ofRun(run), language);
    return { station: run.station, procedure: procedure?.title.full ?? run.procedure, startedAt: run.startedAt, endedAt: run.endedAt, entries: [...runInWords(run, procedure)] };
  });
  return done({ record: { ...incident.value, checklists, attachments: exported, events: events.filter(({ part }) => part === 'asked').map(eventOf) }, events });
};

const eventOf = ({ origin, seq, wall, kind, subject, hash, signedBy, holds, state }: ProvenEvent): ExportedEvent => ({ origin, seq, writtenAt: new Date(wall).toISOString(), kind, subject, hash, signedBy, holds, state });
