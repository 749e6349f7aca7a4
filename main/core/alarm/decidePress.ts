import type { Alarm, Press, StaffReference } from '../../contract/alarm.ts';
import type { Draft } from '../event/catalogue.ts';
import { subjectOf } from '../event/subject.ts';

export interface Presser {
  readonly stationId: string;
  readonly station: string;
  readonly place: string;
  readonly staff: StaffReference | null;
  readonly alone: boolean;
  /** Milliseconds within which a second press raises `assist` to `emergency`: the plan says so. */
  readonly secondPress: number;
}

export interface PressDecision {
  readonly alarm: string;
  /** Empty when the press is one that is known already. */
  readonly drafts: readonly Draft[];
}

/**
 * What one press means. With none of this station's alarms open it raises one. While one is open:
 *
 * - a press of level `emergency`, or any second press within the plan's window, raises an `assist` to `emergency`;
 * - a press of an alarm that is an emergency already, within the window, is noted and calls nobody twice;
 * - a later press is a new call for help: colleagues who thought that it was over have to hear it again;
 * - a sign-in with the duress code joins only what is known as duress already. It must be told as what it is, and nothing that the screen shows may change.
 *
 * An alarm is named after the press that raised it: when a station dies between telling its colleagues and writing it down, and
 * gets the same press again, they hear of the alarm that they know.
 *
 * A drill or test never merges with a real alarm. `known` holds the presses that were dealt with, alarm id by press id.
 */
export const decidePress = (press: Press, presser: Presser, open: readonly Alarm[], known: ReadonlyMap<string, string>, now: number): PressDecision => {
  const repeated = known.get(press.id);
  if (repeated !== undefined) return { alarm: repeated, drafts: [] };
  const by = { station: presser.station, staff: presser.staff };
  const current = newest(open.filter((alarm) => alarm.stationId === presser.stationId && alarm.kind === press.kind && alarm.closedAt === null && (press.source !== 'duress' || alarm.duress)));
  if (current !== undefined) {
    const body = { press: press.id, ...by };
    const subject = subjectOf('alarm', current.id);
    const soon = now - Date.parse(current.raisedAt) <= presser.secondPress;
    if (current.level === 'assist' && (soon || press.level === 'emergency')) return { alarm: current.id, drafts: [{ kind: 'AlarmRaisedToEmergency', subject, body }] };
    if (soon) return { alarm: current.id, drafts: [{ kind: 'AlarmPressedAgain', subject, body }] };
  }
  const body = { level: press.level, kind: press.kind, source: press.source, place: presser.place, press: press.id, alone: presser.alone, ...by };
  return { alarm: press.id, drafts: [{ kind: 'AlarmRaised', subject: subjectOf('alarm', press.id), body }] };
};

const newest = (alarms: readonly Alarm[]): Alarm | undefined => alarms.toSorted((a, b) => (a.raisedAt < b.raisedAt ? 1 : -1))[0];
