import { auditedActionSchema, type AuditedAction, type NamelessDoer } from '../../contract/audit.ts';
import type { StaffReference } from '../../contract/alarm.ts';
import type { Event, EventKind } from '../event/catalogue.ts';
import { subjectId, subjectType } from '../event/subject.ts';

/** What an event says of somebody's doing; what it was done to may still be an id. */
export interface Act {
  readonly action: AuditedAction;
  /** Null where no person is named. */
  readonly staff: StaffReference | null;
  /** Whose doing it was then. */
  readonly otherwise: NamelessDoer;
  readonly about: { readonly type: 'staff' | 'station' | 'channel'; readonly id: string } | { readonly type: 'words'; readonly words: string };
}

/** The kinds of events that are somebody's doing and change how the site works or what it hands out. */
const actionByKind = {
  SiteCreated: 'site-created',
  StationEnrolled: 'station-joined',
  StationRenamed: 'station-renamed',
  StationRetired: 'station-retired',
  AuthorityMoved: 'authority-arrived',
  StationSettingsChanged: 'station-settings-changed',
  TriggerBound: 'trigger-bound',
  TriggerUnbound: 'trigger-unbound',
  StaffAdded: 'person-added',
  StaffRemoved: 'person-removed',
  RoleChanged: 'role-changed',
  PinChanged: 'code-changed',
  DuressCodeChanged: 'code-changed',
  BadgeChanged: 'badge-given',
  SignInLocked: 'sign-in-locked',
  BoardChanged: 'board-changed',
  NoticePosted: 'notice-posted',
  NoticeRemoved: 'notice-removed',
  RotaWeekChanged: 'rota-changed',
  RotaDayChanged: 'rota-changed',
  SiteSettingsChanged: 'site-settings-changed',
  ChannelSaved: 'channel-saved',
  ChannelRemoved: 'channel-removed',
  PlanChanged: 'plans-changed',
  ProcedurePublished: 'procedure-published',
  ProcedureWithdrawn: 'procedure-withdrawn',
  RecordFormChanged: 'record-form-changed',
  SubjectErased: 'record-erased',
  PersonFileExported: 'file-given-out',
  NoticeLetterChanged: 'letter-changed',
  RetentionChanged: 'retention-changed',
  BackupPassphraseSet: 'backup-passphrase-set',
  BackupsScheduled: 'backups-scheduled',
  ActionTaken: 'other',
} as const satisfies { readonly [Kind in EventKind]?: AuditedAction };

type AuditedKind = keyof typeof actionByKind;
const isAudited = (kind: EventKind): kind is AuditedKind => Object.hasOwn(actionByKind, kind);

/** Null for an event that is nobody's doing of that sort. A station that joins writes what the authority has written already. */
export const describeAct = (event: Event): Act | null => (isAudited(event.kind) && !(event.kind === 'StationEnrolled' && subjectId(event.subject) === event.origin) ? { action: actionOf(event, actionByKind[event.kind]), staff: doerOf(event), otherwise: namelessDoerOf(event), about: aboutOf(event) } : null);

const actionOf = (event: Event, usual: AuditedAction): AuditedAction => {
  if (event.kind === 'BadgeChanged' && event.body.badge === null) return 'badge-taken-away';
  if (event.kind === 'ActionTaken') return auditedActionSchema.safeParse(event.body.action).data ?? usual;
  return usual;
};

/** An erasure names nobody: whoever did it is known by the id alone. */
const doerOf = ({ body }: Event): StaffReference | null => {
  if (!('staff' in body) || body.staff === undefined || body.staff === null) return null;
  return typeof body.staff === 'string' ? { id: body.staff, name: '' } : body.staff;
};

/** Nobody knows who tried PINs. What a station does by itself, at night or when another one joins, was nobody's command. */
const namelessDoerOf = (event: Event): NamelessDoer => {
  if (event.kind === 'SignInLocked') return 'not-known';
  if (event.kind === 'StationEnrolled' || event.kind === 'AuthorityMoved' || (event.kind === 'SubjectErased' && event.body.reason === 'retention')) return 'program';
  return 'command-line';
};

const aboutOf = (event: Event): Act['about'] => {
  if (event.kind === 'ActionTaken') return { type: 'words', words: event.body.about };
  if (event.kind === 'SubjectErased') return { type: 'words', words: subjectType(event.subject) ?? '' };
  if (event.kind === 'RotaDayChanged') return { type: 'words', words: event.body.date };
  if (event.kind === 'ProcedurePublished') return { type: 'words', words: `${subjectId(event.subject)} ${event.body.document.version}` };
  if (event.kind === 'ProcedureWithdrawn') return { type: 'words', words: subjectId(event.subject) };
  if (event.kind === 'SiteCreated') return { type: 'words', words: event.body.name };
  const type = subjectType(event.subject);
  return type === 'staff' || type === 'station' || type === 'channel' ? { type, id: subjectId(event.subject) } : { type: 'words', words: '' };
};
