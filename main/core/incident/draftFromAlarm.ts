import type { Alarm, AlarmKind, AlarmLevel } from '../../contract/alarm.ts';
import type { ChecklistEntry } from '../../contract/export.ts';
import { incidentDraftSchema, involvedSchema, type IncidentDraft } from '../../contract/incident.ts';
import { partsThatDiffer } from '../../contract/draftParts.ts';
import type { Procedure, Run } from '../../contract/procedure.ts';
import { runInWords } from '../procedure/runInWords.ts';

/** An empty report. */
export const emptyReport = (): IncidentDraft['report'] => incidentDraftSchema.shape.report.parse({ title: '' });

/** Nothing was written into it yet. */
export const isEmptyReport = (report: IncidentDraft['report']): boolean => partsThatDiffer(report, emptyReport()).length === 0;

/** What a run walked through, in the version that it ran. */
type ProcedureOf = (run: Run) => Procedure | undefined;

/** How that is said in the language of whoever writes the record: it is theirs from then on. */
export interface DraftWords {
  /** A drill stays one also in the list of records and in whatever is made of it. */
  readonly title: (kind: AlarmKind, level: AlarmLevel, place: string) => string;
  readonly moment: (what: Alarm['timeline'][number]['what'], who: string) => string;
  readonly entry: (kind: ChecklistEntry['kind']) => string;
}

/** The half of a report that the ledger knows already: where, when, who called, who came, what was done. */
export const reportFromAlarm = (alarm: Alarm, runs: readonly Run[], procedureOf: ProcedureOf, words: DraftWords): IncidentDraft['report'] => ({
  ...emptyReport(),
  title: words.title(alarm.kind, alarm.level, alarm.place).slice(0, 160),
  occurredAt: alarm.raisedAt,
  place: alarm.place.slice(0, 80),
  involved: involvedIn(alarm),
  actions: [...timelineOf(alarm, words), ...runs.flatMap((run) => ticksOf(run, procedureOf(run), words))].toSorted(byTime).map(({ at, text }) => `${clockOf(at)} ${text}`).join('\n').slice(0, 10_000),
  outcome: alarm.closeNote.slice(0, 4000),
});

interface Line {
  readonly at: string;
  readonly text: string;
}

const involvedIn = (alarm: Alarm): IncidentDraft['report']['involved'] => [
  staffMember(alarm.staff === null ? alarm.station : `${alarm.staff.name} (${alarm.station})`),
  ...alarm.acknowledgements.map(({ staff, station }) => staffMember(staff === null ? station : `${staff} (${station})`)),
];

const staffMember = (description: string) => involvedSchema.parse({ role: 'staff', description });

const timelineOf = (alarm: Alarm, words: DraftWords): readonly Line[] =>
  alarm.timeline.map(({ at, what, station, staff, detail }) => ({ at, text: `${words.moment(what, staff === null ? station : `${staff} (${station})`)}${detail === '' ? '' : ` (${detail})`}` }));

const ticksOf = (run: Run, procedure: Procedure | undefined, words: DraftWords): readonly Line[] => (procedure === undefined ? [] : runInWords(run, procedure).map(({ at, kind, text }) => ({ at, text: `${words.entry(kind)}: ${text}` })));

const byTime = (a: Line, b: Line): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
/** Hours, minutes and seconds in UTC are wrong on the wall; the form shows local time, so this takes the local clock. */
const clockOf = (at: string): string => new Date(at).toTimeString().slice(0, 8);
