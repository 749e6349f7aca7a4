import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import type { Log } from '../../core/environment.ts';
import type { Devices } from '../../core/trigger/devices.ts';
import { createAccess, type CallContext } from '../access.ts';
import { explain } from '../answers.ts';
import type { Captures } from '../trigger/captures.ts';
import type { Changes } from '../changes.ts';
import type { StationParts } from '../enrolledStation.ts';
import { createAlarmRouter } from './alarmRouter.ts';
import { createAttachmentRouter } from './attachmentRouter.ts';
import { createBackupRouter } from './backupRouter.ts';
import { createBoardRouter } from './boardRouter.ts';
import { createChannelRouter } from './channelRouter.ts';
import { createDeskRouter } from './deskRouter.ts';
import { createExportRouter } from './exportRouter.ts';
import { createIncidentRouter } from './incidentRouter.ts';
import { createPersonRouter } from './personRouter.ts';
import { createPlanRouter } from './planRouter.ts';
import { createProcedureRouter } from './procedureRouter.ts';
import { createRecordFormRouter } from './recordFormRouter.ts';
import { createRecordsRouter } from './recordsRouter.ts';
import { createReportRouter } from './reportRouter.ts';
import { createRetentionRouter } from './retentionRouter.ts';
import { createRotaRouter } from './rotaRouter.ts';
import { createSessionRouter } from './sessionRouter.ts';
import { createSetupRouter, type SettingUp } from './setupRouter.ts';
import { createSiteRouter } from './siteRouter.ts';
import { createStaffRouter } from './staffRouter.ts';
import { createStationRouter } from './stationRouter.ts';
import { createTriggerRouter } from './triggerRouter.ts';

/** What the router needs of a station that may not be set up yet. */
export interface RouterDependencies extends SettingUp {
  /** Null before set-up. */
  readonly parts: () => StationParts | null;
  readonly devices: Devices;
  readonly captures: Captures;
  readonly changes: Changes;
  readonly log: Log;
}

/** The contract, answered by a station. Each line of the routers beside this one names who may call it; what is done lies in the parts. */
export const createRouter = ({ parts, devices, captures, changes, log, ...settingUp }: RouterDependencies): Router<Contract, CallContext> => {
  const access = createAccess(parts);
  const it = implement(contract)
    .$context<CallContext>()
    .use(async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw explain(error, log);
      }
    });

  return it.router({
    setup: createSetupRouter(settingUp),
    session: createSessionRouter(access, changes, parts),
    staff: createStaffRouter(access),
    site: createSiteRouter(access, changes),
    station: createStationRouter(access, changes),
    board: createBoardRouter(access, changes),
    rota: createRotaRouter(access, changes),
    trigger: createTriggerRouter(access, changes, parts, devices, captures),
    alarm: createAlarmRouter(access, changes),
    desk: createDeskRouter(access, changes),
    channel: createChannelRouter(access, changes),
    plan: createPlanRouter(access, changes),
    retention: createRetentionRouter(access),
    backup: createBackupRouter(access, changes),
    procedure: createProcedureRouter(access, changes),
    incident: createIncidentRouter(access, changes),
    recordForm: createRecordFormRouter(access, changes),
    records: createRecordsRouter(access, changes),
    report: createReportRouter(access),
    attachment: createAttachmentRouter(access, changes),
    export: createExportRouter(access),
    person: createPersonRouter(access, changes),
  });
};
