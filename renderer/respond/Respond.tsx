import { useAlarms } from '../shared/useAlarms.ts';
import { useSettings } from '../shared/useSettings.ts';
import { useStatus } from '../shared/useStatus.ts';
import { AlarmMessage } from './AlarmMessage.tsx';
import { AlarmScreen } from './AlarmScreen.tsx';
import { alarmsToAnswer, ownAlarmIsOut } from './alarmsToAnswer.ts';
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

  const discreet = settings?.publicView !== false || ownAlarmIsOut(alarms, status.stationId);
  const toAnswer = alarmsToAnswer(alarms, status.stationId);
  return discreet ? (
    <AlarmMessage alarms={alarms} toAnswer={toAnswer} ownStationId={status.stationId} />
  ) : (
    <>
      <AlarmScreen toAnswer={toAnswer} ownStationId={status.stationId} />
      <ClosedNotes alarms={alarms} toAnswer={toAnswer} />
    </>
  );
};
