import type { Alarm, StaffReference } from '../../contract/alarm.ts';
import { incidentReportSchema, type Amendment, type Incident, type IncidentDraft, type IncidentFile, type IncidentSummary, type SavedDraft } from '../../contract/incident.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { RecordForm } from '../../contract/recordForm.ts';
import { withParts } from '../../contract/draftParts.ts';
import { flawsOfReport } from '../../contract/reportFlaws.ts';
import { flawsOfMoments } from '../../contract/reportMoments.ts';
import type { Run } from '../../contract/procedure.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { placeOf } from '../../core/event/placeOf.ts';
import { completeReport } from '../../core/incident/completeReport.ts';
import { emptyReport, isEmptyReport, reportFromAlarm, type DraftWords } from '../../core/incident/draftFromAlarm.ts';
import { wordsOfReportFlaw } from '../../core/recordForm/formWords.ts';
import { createWording } from '../../document/wording.ts';
import { byWhom, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import { readIn } from '../procedure/readIn.ts';
import type { Procedures } from '../procedure/procedures.ts';

/** A list is read on the thread that also presses: it stays short however many records there are. The older ones are found by their id. */
export const listed = 500;

/** Records and the drafts they grow from. Drafts stay on this station; what was filed goes to all. */
export interface Incidents {
  /** Newest first, the last `listed` of them. */
  readonly list: () => readonly IncidentSummary[];
  readonly get: (id: string) => Result<Incident>;
  readonly drafts: () => readonly IncidentDraft[];
  /** Half filled from the alarm, in the language of whoever asks, else of this desk. `AlarmUnknown`. */
  readonly openDraft: (alarm: string | null, language?: WindowLanguage) => Result<IncidentDraft>;
  /** `InputInvalid` once it was filed: what is typed then belongs into an amendment. */
  readonly saveDraft: (draft: SavedDraft) => Result<IncidentDraft>;
  readonly file: (file: IncidentFile, staff: StaffReference | null) => Result<IncidentSummary>;
  readonly amend: (id: string, text: string, staff: StaffReference | null) => Result<Amendment>;
}

/** An alarm and the walks that belong to it, as this station may show them. */
export interface IncidentOrigins {
  readonly alarm: (id: string) => Alarm | undefined;
  readonly runs: (alarm: string) => readonly Run[];
}

/** What a report is held against when it is filed. */
export interface FilingRules {
  readonly form: () => RecordForm;
  readonly nameOf: (staff: string) => string | undefined;
}

export const createIncidents = (context: StationContext, origins: IncidentOrigins, procedures: Pick<Procedures, 'ofRun'>, rules: FilingRules): Incidents => {
  const { ledger, ids, clock, changes } = context;
  const { drafts } = ledger.local;
  const now = (): string => new Date(clock.now()).toISOString();
  const find = (id: string) => ledger.state('incident', subjectOf('incident', id));
  const unknown = (id: string) => failed('IncidentUnknown', `This site has no record ${id}.`, 'The list of records shows those that it has.', 'id');

  /** Begun, and nothing written into it yet: whoever begins another one gets this. */
  const isUntouched = ({ id, alarm, report }: IncidentDraft): boolean => alarm === null && isEmptyReport(report) && ledger.states('attachment', { link: subjectOf('incident', id) }).length === 0;

  const keep = (draft: IncidentDraft): IncidentDraft => {
    drafts.save(draft);
    changes.announce('drafts');
    return draft;
  };

  return {
    list: () => ledger.states('incident', { newest: listed }).map(({ summary }) => summary).toReversed(),
    get: (id) => {
      const filed = find(id);
      if (filed === undefined) return unknown(id);
      const { summary, report, amendments, followUps, review } = filed;
      const alarm = summary.alarm === null ? null : (origins.alarm(summary.alarm) ?? null);
      const runs = summary.alarm === null ? [] : [...origins.runs(summary.alarm)];
      return done({ ...summary, report, amendments: [...amendments], followUps: [...followUps], review, origin: { alarm, runs } });
    },
    drafts: drafts.list,
    openDraft: (alarmId, wanted) => {
      if (alarmId === null) return done(drafts.list().find(isUntouched) ?? keep({ id: ids.next(), alarm: null, report: emptyReport(), savedAt: now() }));
      const begun = drafts.ofAlarm(alarmId);
      if (begun !== undefined) return done(begun);
      const alarm = origins.alarm(alarmId);
      if (alarm === undefined) return failed('AlarmUnknown', `This site has no alarm ${alarmId}.`, 'Begin an empty record instead.', 'alarm');
      const language = documentLanguage(context, wanted);
      return done(keep({ id: ids.next(), alarm: alarmId, report: reportFromAlarm(alarm, origins.runs(alarmId), (run) => readIn(procedures.ofRun(run), language), draftWordsIn(language)), savedAt: now() }));
    },
    saveDraft: ({ parts, ...draft }) => {
      const subject = subjectOf('incident', draft.id);
      if (find(draft.id) !== undefined || ledger.isErased(subject)) return failed('InputInvalid', 'This record is filed already, or was erased.', 'What is to be added goes beside it, as an amendment.', 'id');
      const known = parts === undefined ? undefined : drafts.find(draft.id);
      return done(keep({ ...draft, report: known === undefined ? draft.report : withParts(known.report, draft.report, parts ?? []), savedAt: now() }));
    },
    file: ({ id = ids.next(), alarm, ...raw }, staff) => {
      const known = find(id);
      if (known === undefined) {
        const form = rules.form();
        const report = completeReport(incidentReportSchema.parse(raw), form, rules.nameOf);
        const [flaw] = [...flawsOfMoments(report, clock.now()), ...flawsOfReport(report, form)];
        if (flaw !== undefined) {
          const { message, remedy } = wordsOfReportFlaw(flaw);
          return failed('InputInvalid', message, remedy, flaw.path);
        }
        const appended = ledger.append([{ kind: 'IncidentFiled', subject: subjectOf('incident', id), body: { alarm, report, ...byWhom(context, staff) } }]);
        if (!appended.ok) return appended;
      }
      drafts.drop(id);
      changes.announce('drafts');
      const filed = find(id);
      return filed === undefined ? unknown(id) : done(filed.summary);
    },
    amend: (id, text, staff) => {
      if (find(id) === undefined) return unknown(id);
      const by = byWhom(context, staff);
      const appended = ledger.append([{ kind: 'IncidentAmended', subject: subjectOf('incident', id), body: { text, ...by } }]);
      if (!appended.ok) return appended;
      const [event] = appended.value;
      return done({ id: event === undefined ? '' : placeOf(event), at: new Date(event?.wall ?? clock.now()).toISOString(), station: by.station, staff: by.staff?.name ?? null, text });
    },
  };
};

/** A record speaks of a call as documents do. */
const draftWordsIn = (language: WindowLanguage): DraftWords => {
  const { draftTitle, kind: kinds, moments, entries } = createWording(language).words;
  return { title: (kind, level, place) => [kinds[kind], draftTitle[level](place)].filter((part) => part !== '').join(': '), moment: (what, who) => moments[what](who), entry: (kind) => entries[kind] };
};
