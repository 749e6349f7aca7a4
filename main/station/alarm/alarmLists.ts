import type { Alarm } from '../../contract/alarm.ts';

/** How long a closed alarm stays on the screens of those who came, and one that was called off while nobody has looked in. Milliseconds. */
const closedStaysFor = 10 * 60 * 1000;
const askedStaysFor = 24 * 60 * 60 * 1000;

/** Alarms as somebody may see them. */
export interface AlarmLists {
  readonly find: (alarm: string) => Alarm | undefined;
  /** Open ones first, most serious first; then the closed ones, newest first. */
  readonly list: () => readonly Alarm[];
  /** What screens show: the open ones, those closed within the last minutes, and those that were called off and ask for a follow-up. */
  readonly current: () => readonly Alarm[];
}

export interface AlarmLooks {
  /** With what only this station knows of it. */
  readonly view: (alarm: Alarm) => Alarm;
  /** False while this station may not have heard yet how an old alarm ended. */
  readonly isSettled: (alarm: string) => boolean;
  readonly now: () => number;
}

/** `known`: those that are held; `lookUp` finds one that grew old, too. */
export const createAlarmLists = (known: () => readonly Alarm[], lookUp: (id: string) => Alarm | undefined, { view, isSettled, now }: AlarmLooks): AlarmLists => {
  const list = (): readonly Alarm[] => {
    const all = known();
    return [...all.filter((alarm) => alarm.closedAt === null).toSorted(mostSeriousFirst), ...closedOnes(all)].map(view);
  };
  return {
    find: (id) => {
      const alarm = lookUp(id);
      return alarm === undefined ? undefined : view(alarm);
    },
    list,
    current: () => list().filter((alarm) => isCurrent(alarm, now()) && isSettled(alarm.id)),
  };
};

const isCurrent = ({ closedAt, followUp }: Alarm, now: number): boolean => closedAt === null || now - Date.parse(closedAt) < (followUp === 'asked' ? askedStaysFor : closedStaysFor);

/** The newest first. */
export const closedOnes = (alarms: readonly Alarm[]): readonly Alarm[] => alarms.filter((alarm) => alarm.closedAt !== null).toSorted(newestFirst);
const mostSeriousFirst = (a: Alarm, b: Alarm): number => Number(b.level === 'emergency') - Number(a.level === 'emergency') || newestFirst(a, b);
const newestFirst = (a: Alarm, b: Alarm): number => (a.raisedAt < b.raisedAt ? 1 : a.raisedAt > b.raisedAt ? -1 : 0);
