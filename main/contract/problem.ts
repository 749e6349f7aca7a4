import { z } from 'zod';

/**
 * An expected failure: what went wrong, where, and what to do. It crosses every border as a value,
 * so that the window, the command line and another station can all say the same thing.
 */
export const problemTypes = [
  'AlarmUnknown',
  'AlarmClosed',
  'AlarmOpen',
  'AttachmentIncomplete',
  'AttachmentRefused',
  'AttachmentUnknown',
  'AttachmentUnwritable',
  'AuthorityElsewhere',
  'BackupFailed',
  'BackupRunning',
  'BackupUnreadable',
  'BadgeTaken',
  'BadgeUnknown',
  'BindingUnknown',
  'ChannelUnknown',
  'ChannelUnusable',
  'ClockFarOff',
  'CodeExpired',
  'CodeMalformed',
  'CodeRefused',
  'ConfigurationInvalid',
  'DataFolderInUse',
  'DataFolderUnusable',
  'DeviceUnavailable',
  'DeviceUnknown',
  'DraftUnknown',
  'ExportFailed',
  'ExportRunning',
  'ExportUnknown',
  'FileUnreadable',
  'FollowUpUnknown',
  'IncidentUnknown',
  'InputInvalid',
  'KeyMissing',
  'KeyWrong',
  'LedgerDamaged',
  'LedgerUnwritable',
  'NotAlone',
  'NothingPressed',
  'PassphraseMissing',
  'PeerNotTrusted',
  'PeerUnreachable',
  'PersonUnknown',
  'PinWrong',
  'PlanInvalid',
  'PortInUse',
  'ProcedureInvalid',
  'ProcedureOvertaken',
  'ProcedureUnknown',
  'QuestionUnknown',
  'RecordFormInvalid',
  'RoleInsufficient',
  'SearchUnavailable',
  'RunUnknown',
  'SignInLocked',
  'SignInRequired',
  'SiteExists',
  'SiteMissing',
  'StaffUnknown',
  'StationNotConnected',
  'StationNotRunning',
  'StationRunning',
  'StationUnknown',
  'ViewUnknown',
] as const;

export const problemSchema = z.object({
  type: z.enum(problemTypes),
  /** What was wrong, and where: one English sentence for people and logs, without names or notes of people. */
  message: z.string(),
  /** What to do about it: one English sentence. */
  remedy: z.string(),
  /** The input field (dotted path) the problem is about, where there is one. */
  field: z.string().optional(),
});

export type ProblemType = (typeof problemTypes)[number];
export type Problem = z.infer<typeof problemSchema>;

/** The result of anything that can fail in an expected way. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failed = (type: ProblemType, message: string, remedy: string, field?: string): { readonly ok: false; readonly error: Problem } => ({
  ok: false,
  error: { type, message, remedy, ...(field === undefined ? {} : { field }) },
});
