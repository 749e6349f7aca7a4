import type { z } from 'zod';
import type { closeAlarmSchema } from '../../contract/alarm.ts';
import { failed, type Result } from '../../contract/problem.ts';
import { actor } from '../access.ts';
import type { StationParts } from '../enrolledStation.ts';
import type { Door } from '../station.ts';

/**
 * Closes an alarm. Where it was raised somebody may stand beside the person who is told to close it, so that window needs
 * the PIN of whoever is signed in, or that person's duress code, which looks the same; a colleague at another station needs none.
 *
 * Who is forced during a drill is not practising: the drill ends, and a real alarm goes out.
 */
export const closeAlarm = async (station: StationParts, { alarm, reason, note, pin }: z.output<typeof closeAlarmSchema>, door: Door): Promise<Result<void>> => {
  const { alarms, staff: desk } = station;
  const found = alarms.find(alarm);
  const raisedHere = found?.stationId === station.context.identity.station.id;
  if (!raisedHere || door !== 'window') return alarms.close(alarm, reason, note, actor(station, door));
  const { staff } = desk.session();
  if (staff === null) return failed('SignInRequired', 'Where a call was made it can be closed only by somebody who is signed in.', 'Sign in, or let a colleague close it at another desk.');
  const checked = await desk.checkCode(staff.id, pin ?? '');
  if (!checked.ok) return checked;
  if (checked.value.duress && found?.kind !== 'real') {
    alarms.press({ id: station.context.ids.next(), level: 'emergency', kind: 'real', source: 'duress' }, actor(station, door));
    return alarms.close(alarm, reason, note, actor(station, door));
  }
  // What looks closed here cannot be closed again here, by no code.
  const close = checked.value.duress || alarms.shownHere.find(alarm)?.closedAt !== null ? alarms.closeUnderDuress : alarms.close;
  return close(alarm, reason, note, actor(station, door));
};
