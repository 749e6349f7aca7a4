import type { Alarm } from '../../main/contract/index.ts';
import { useAlarms } from '../shared/useAlarms.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { AlarmMessage } from './AlarmMessage.tsx';
import { AlarmScreen } from './AlarmScreen.tsx';
import { alarmsForOthers, alarmsToAnswer, ownAlarmIsOut } from './alarmsToAnswer.ts';
import { ClosedNotes } from './ClosedNotes.tsx';

/**
 * Shows the open alarms of other stations over whatever is on the screen, and nothing otherwise. The station's own alarm never shows.
 * In public view, before the settings are known, and while an alarm of its own is out, it is the slim message.
 */
export const RespondOverlay = () => {
  const alarms = useAlarms();
  const status = useStatus();
  const settings = useSettings();
  if (alarms === undefined || status === undefined) return null;
  return <Overlay alarms={alarms} ownStationId={status.stationId} discreet={settings?.publicView !== false || ownAlarmIsOut(alarms, status.stationId)} />;
};

const Overlay = ({ alarms, ownStationId, discreet }: { readonly alarms: readonly Alarm[]; readonly ownStationId: string; readonly discreet: boolean }) => {
  const toAnswer = alarmsToAnswer(alarms, ownStationId);
  return discreet ? (
    <AlarmMessage alarms={alarms} toAnswer={toAnswer} ownStationId={ownStationId} />
  ) : (
    <>
      <AlarmScreen toAnswer={toAnswer} forOthers={alarmsForOthers(alarms, ownStationId)} ownStationId={ownStationId} />
      <ClosedNotes alarms={alarms} toAnswer={toAnswer} ownStationId={ownStationId} />
    </>
  );
};
