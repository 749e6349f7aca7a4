import type { Alarm } from '../../contract/alarm.ts';
import { incidentDraftSchema, involvedSchema, type IncidentDraft } from '../../contract/incident.ts';
import type { Procedure, Run } from '../../contract/procedure.ts';
import { runInWords } from '../procedure/runInWords.ts';

/** An empty report. */
export const emptyReport = (): IncidentDraft['report'] => incidentDraftSchema.shape.report.parse({ title: '' });

/** What a run walked through, in the version that it ran. */
type ProcedureOf = (run: Run) => Procedure | undefined;

/** The half of a report that the ledger knows already: where, when, who called, who came, what was done. */
export const reportFromAlarm = (alarm: Alarm, runs: readonly Run[], procedureOf: ProcedureOf): IncidentDraft['report'] => ({
  ...emptyReport(),
  title: `${kindWords[alarm.kind]}${alarm.level === 'emergency' ? 'Emergency' : 'Call for assistance'} at ${alarm.place}`.slice(0, 160),
  occurredAt: alarm.raisedAt,
  place: alarm.place.slice(0, 80),
  involved: involvedIn(alarm),
  actions: [...timelineOf(alarm), ...runs.flatMap((run) => ticksOf(run, procedureOf(run)))].toSorted(byTime).map(({ at, text }) => `${clockOf(at)} ${text}`).join('\n').slice(0, 10_000),
  outcome: alarm.closeNote.slice(0, 4000),
});

/** A drill stays one also in the list of records and in whatever is made of it. */
const kindWords = { real: '', drill: 'Drill: ', test: 'Test: ' } as const;

interface Line {
  readonly at: string;
  readonly text: string;
}

const involvedIn = (alarm: Alarm): IncidentDraft['report']['involved'] => [
  staffMember(alarm.staff === null ? alarm.station : `${alarm.staff.name} (${alarm.station})`),
  ...alarm.acknowledgements.map(({ staff, station }) => staffMember(staff === null ? station : `${staff} (${station})`)),
];

const staffMember = (description: string) => involvedSchema.parse({ role: 'staff', description });

const timelineOf = (alarm: Alarm): readonly Line[] => alarm.timeline.map(({ at, what, station, staff, detail }) => ({ at, text: `${staff === null ? station : `${staff} (${station})`}: ${momentWords[what]}${detail === '' ? '' : ` (${detail})`}` }));

const momentWords = {
  raised: 'called for help',
  'raised-to-emergency': 'raised the call to emergency',
  'pressed-again': 'called again',
  received: 'received the call',
  seen: 'showed the call',
  unheard: 'was received by nobody for 8 seconds',
  step: 'went on to the next step of the plan',
  delivered: 'was told outside',
  'delivery-failed': 'could not be told outside',
  acknowledged: 'said "I am coming"',
  arrived: 'was there',
  closed: 'closed the call',
  'called-off': 'called it off',
  duress: 'closed the call under duress',
  'followed-up': 'looked in afterwards',
} as const;

const ticksOf = (run: Run, procedure: Procedure | undefined): readonly Line[] => (procedure === undefined ? [] : runInWords(run, procedure).map(({ at, kind, text }) => ({ at, text: `${entryWords[kind]}: ${text}` })));

const entryWords = { done: 'Done', seen: 'Seen', judged: 'Judged' } as const;

const byTime = (a: Line, b: Line): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
/** Hours, minutes and seconds in UTC are wrong on the wall; the form shows local time, so this takes the local clock. */
const clockOf = (at: string): string => new Date(at).toTimeString().slice(0, 8);
