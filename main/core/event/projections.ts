import type { Alarm } from '../../contract/alarm.ts';
import type { Run } from '../../contract/procedure.ts';
import type { PlanDocument } from '../../contract/plan.ts';
import type { RecordForm } from '../../contract/recordForm.ts';
import type { Rota } from '../../contract/rota.ts';
import type { SiteSettings } from '../../contract/siteSettings.ts';
import type { Board, FaultRecord } from '../../contract/station.ts';
import { foldAlarm } from '../alarm/foldAlarm.ts';
import { foldAttachment, type AttachmentFile } from '../attachment/foldAttachment.ts';
import { foldAlone, type AloneFile } from '../alone/foldAlone.ts';
import { foldBackup, type BackupFile } from '../backup/foldBackup.ts';
import { foldChannel, type ChannelFile } from '../channel/foldChannel.ts';
import { foldFault } from '../fault/foldFault.ts';
import { foldIncident, type FiledIncident } from '../incident/foldIncident.ts';
import { foldPerson, type PersonFile } from '../person/foldPerson.ts';
import { mayStand } from '../person/standing.ts';
import { foldPlan } from '../plan/foldPlan.ts';
import { foldProcedure, type ProcedureFile } from '../procedure/foldProcedure.ts';
import { foldRecordForm } from '../recordForm/foldRecordForm.ts';
import { foldRetention, type FiledRetention } from '../retention/retention.ts';
import { foldRun } from '../procedure/foldRun.ts';
import { foldRota } from '../rota/foldRota.ts';
import { foldBoard } from '../site/foldBoard.ts';
import { foldStation, type StationFile } from '../site/foldStation.ts';
import { foldSiteSettings } from '../site/foldSiteSettings.ts';
import { foldStaff, type StaffFile } from '../staff/foldStaff.ts';
import { foldView, type ViewFile } from '../view/foldView.ts';
import type { Event } from './catalogue.ts';
import type { SubjectType } from './subject.ts';

/** To be raised whenever a fold comes to give other states: every ledger then makes its projections anew. */
export const projectionVersion = 13;

/** The states that subjects fold to, by subject type. */
export interface Projected {
  site: { readonly name: string };
  station: StationFile;
  staff: StaffFile;
  board: Board;
  alarm: Alarm;
  run: Run;
  incident: FiledIncident;
  attachment: AttachmentFile;
  channel: ChannelFile;
  plan: PlanDocument;
  fault: FaultRecord;
  alone: AloneFile;
  procedure: ProcedureFile;
  retention: FiledRetention;
  backup: BackupFile;
  settings: SiteSettings;
  rota: Rota;
  person: PersonFile;
  letter: { readonly text: string | null };
  form: RecordForm;
  view: ViewFile;
}

/** A row for reading: `open` picks the few that are worked on, `sort` orders lists (newest last), `link` is the alarm, or for a file the subject, that it belongs to. */
export interface Projection<Type extends SubjectType> {
  readonly state: Projected[Type];
  readonly open: boolean;
  readonly sort: string;
  readonly link: string | null;
}

type Folds = { readonly [Type in SubjectType]: (events: readonly Event[]) => Projection<Type> | null };

/** One pure fold a subject type: the same events give the same projection on every station. */
export const projections: Folds = {
  site: (events) => {
    const created = events.find((event) => event.kind === 'SiteCreated');
    return created === undefined ? null : { state: { name: created.body.name }, open: true, sort: '', link: null };
  },
  station: (events) => row(foldStation(events), (station) => ({ open: true, sort: station.name, link: null })),
  staff: (events) => row(foldStaff(events), ({ staff, removedAt }) => ({ open: removedAt === null, sort: staff.name, link: null })),
  board: (events) => row(foldBoard(events), () => ({ open: true, sort: '', link: null })),
  alarm: (events) => row(foldAlarm(events), (alarm) => ({ open: alarm.closedAt === null, sort: alarm.raisedAt, link: alarm.id })),
  run: (events) => row(foldRun(events), (run) => ({ open: run.endedAt === null, sort: run.startedAt, link: run.alarm })),
  // open: something is still to be done
  incident: (events) => row(foldIncident(events), ({ summary }) => ({ open: summary.openFollowUps > 0, sort: summary.filedAt, link: summary.alarm })),
  attachment: (events) => row(foldAttachment(events), ({ addedAt, owner, removed }) => ({ open: removed === null, sort: addedAt, link: owner })),
  channel: (events) => {
    const folded = foldChannel(events);
    return folded === null ? null : { state: folded.file, open: !folded.removed, sort: folded.file.name, link: null };
  },
  plan: (events) => row(foldPlan(events), () => ({ open: true, sort: '', link: null })),
  retention: (events) => row(foldRetention(events), () => ({ open: true, sort: '', link: null })),
  fault: (events) => row(foldFault(events), (fault) => ({ open: fault.endedAt === null, sort: fault.since, link: null })),
  backup: (events) => row(foldBackup(events), () => ({ open: true, sort: '', link: null })),
  alone: (events) => row(foldAlone(events), (alone) => ({ open: alone.endedAt === null, sort: new Date(alone.since).toISOString(), link: null })),
  settings: (events) => row(foldSiteSettings(events), () => ({ open: true, sort: '', link: null })),
  rota: (events) => row(foldRota(events), () => ({ open: true, sort: '', link: null })),
  procedure: (events) => row(foldProcedure(events), ({ id, withdrawn }) => ({ open: !withdrawn, sort: id, link: null })),
  // open: whom a desk may have to know
  person: (events) => row(foldPerson(events), (person) => ({ open: mayStand(person), sort: person.changedAt, link: null })),
  form: (events) => row(foldRecordForm(events), () => ({ open: true, sort: '', link: null })),
  letter: (events) => {
    const changed = events.findLast((event) => event.kind === 'NoticeLetterChanged');
    return changed === undefined ? null : { state: { text: changed.body.text }, open: true, sort: '', link: null };
  },
  view: (events) => row(foldView(events), ({ dropped, name }) => ({ open: !dropped, sort: name, link: null })),
};

const row = <State>(state: State | null, columns: (state: State) => { open: boolean; sort: string; link: string | null }) => (state === null ? null : { state, ...columns(state) });
