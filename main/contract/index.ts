/**
 * The one contract between a station and whoever shows or steers it: the window (over a MessagePort in
 * Electron, a WebSocket in the browser host) and the command line (a WebSocket over a local socket).
 *
 * Live values are subscriptions named `watch`: the first item is the whole present state, and every later item is
 * again the whole state. Whoever reconnects asks again and has missed nothing.
 *
 * Expected failures arrive as the one typed error `PROBLEM` whose data is a `Problem`.
 *
 * `calls/` says what can be asked, a file for each subject; what is said then stands in the schemas beside this file.
 */
import type { ContractRouterClient } from '@orpc/contract';
import { alarmCalls } from './calls/alarm.ts';
import { attachmentCalls } from './calls/attachment.ts';
import { backupCalls } from './calls/backup.ts';
import { boardCalls } from './calls/board.ts';
import { channelCalls } from './calls/channel.ts';
import { deskCalls } from './calls/desk.ts';
import { exportCalls } from './calls/export.ts';
import { incidentCalls } from './calls/incident.ts';
import { personCalls } from './calls/person.ts';
import { planCalls } from './calls/plan.ts';
import { procedureCalls } from './calls/procedure.ts';
import { recordFormCalls } from './calls/recordForm.ts';
import { recordsCalls } from './calls/records.ts';
import { reportCalls } from './calls/report.ts';
import { retentionCalls } from './calls/retention.ts';
import { rotaCalls } from './calls/rota.ts';
import { sessionCalls } from './calls/session.ts';
import { setupCalls } from './calls/setup.ts';
import { siteCalls } from './calls/site.ts';
import { staffCalls } from './calls/staff.ts';
import { stationCalls } from './calls/station.ts';
import { triggerCalls } from './calls/trigger.ts';

export const contract = {
  setup: setupCalls,
  session: sessionCalls,
  staff: staffCalls,
  site: siteCalls,
  station: stationCalls,
  board: boardCalls,
  rota: rotaCalls,
  trigger: triggerCalls,
  alarm: alarmCalls,
  desk: deskCalls,
  channel: channelCalls,
  plan: planCalls,
  retention: retentionCalls,
  backup: backupCalls,
  procedure: procedureCalls,
  incident: incidentCalls,
  recordForm: recordFormCalls,
  records: recordsCalls,
  report: reportCalls,
  attachment: attachmentCalls,
  export: exportCalls,
  person: personCalls,
};

export type Contract = typeof contract;
/** What the window and the command line hold: the contract as functions that return promises. */
export type StationClient = ContractRouterClient<Contract>;

export * from './alarm.ts';
export * from './attachment.ts';
export * from './backup.ts';
export * from './audit.ts';
export * from './channel.ts';
export * from './common.ts';
export * from './language.ts';
export * from './delivery.ts';
export * from './erasure.ts';
export * from './evidence.ts';
export * from './export.ts';
export * from './desk.ts';
export * from './plan.ts';
export * from './plansNaming.ts';
export * from './followUp.ts';
export * from './giveaways.ts';
export * from './incident.ts';
export * from './person.ts';
export * from './problem.ts';
export * from './procedure.ts';
export * from './procedureFlaws.ts';
export * from './proposedGesture.ts';
export * from './recordForm.ts';
export * from './recordFormFlaws.ts';
export * from './recordReview.ts';
export * from './draftParts.ts';
export * from './reportFlaws.ts';
export * from './reportMoments.ts';
export * from './recordList.ts';
export * from './report.ts';
export * from './reportTables.ts';
export * from './retention.ts';
export * from './rota.ts';
export * from './siteSettings.ts';
export * from './staff.ts';
export * from './station.ts';
export * from './trigger.ts';
export * from './wordings.ts';
