import type { Alarm } from '../../main/contract/index.ts';

const kindWeight = { real: 0, drill: 1, test: 2 } as const;
const levelWeight = { emergency: 0, assist: 1 } as const;

/** What this station can say next about an alarm: "I am coming", "I am there", and then how it ended. */
export type NextAnswer = 'coming' | 'there' | 'close';

/** Alarms of other stations that are still open, the one that needs somebody most first. A station never shows its own. */
export const alarmsToAnswer = (alarms: readonly Alarm[], ownStationId: string): readonly Alarm[] =>
  alarms.filter((alarm) => alarm.state !== 'closed' && alarm.stationId !== ownStationId).toSorted(byNeed);

export const ownAlarmIsOut = (alarms: readonly Alarm[], ownStationId: string): boolean =>
  alarms.some((alarm) => alarm.state !== 'closed' && alarm.stationId === ownStationId);

export const nextAnswer = (alarm: Alarm, ownStationId: string): NextAnswer => {
  const own = alarm.acknowledgements.find((acknowledgement) => acknowledgement.stationId === ownStationId);
  if (own === undefined) return 'coming';
  return own.arrivedAt === null ? 'there' : 'close';
};

/** Alarms that were shown here and have been closed elsewhere since: whoever is on the way has to be told. */
export const closedSince = (shown: ReadonlySet<string>, alarms: readonly Alarm[], dismissed: ReadonlySet<string>): readonly Alarm[] =>
  alarms.filter((alarm) => alarm.state === 'closed' && shown.has(alarm.id) && !dismissed.has(alarm.id));

/** Real ones before drills and tests, emergencies before assistance, those that nobody answered first, then the oldest. */
const byNeed = (one: Alarm, other: Alarm): number =>
  kindWeight[one.kind] - kindWeight[other.kind] ||
  levelWeight[one.level] - levelWeight[other.level] ||
  Number(one.acknowledgements.length > 0) - Number(other.acknowledgements.length > 0) ||
  one.raisedAt.localeCompare(other.raisedAt);
