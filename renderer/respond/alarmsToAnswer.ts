import type { Alarm } from '../../main/contract/index.ts';

const kindWeight = { real: 0, drill: 1, test: 2 } as const;
const levelWeight = { emergency: 0, assist: 1 } as const;

/** What this station can say next about an alarm: "I am coming", "I am there", and then how it ended. */
export type NextAnswer = 'coming' | 'there' | 'close';

/**
 * Open alarms of other stations that this one is to show, the one that needs somebody most first. A station never shows its own, and one that
 * answered goes on showing the alarm whatever the plan says.
 */
export const alarmsToAnswer = (alarms: readonly Alarm[], ownStationId: string): readonly Alarm[] =>
  openElsewhere(alarms, ownStationId).filter((alarm) => alarm.addressed || answeredBy(alarm, ownStationId));

/** Open alarms of other stations for which the plan asked others so far: listed, and no more. */
export const alarmsForOthers = (alarms: readonly Alarm[], ownStationId: string): readonly Alarm[] =>
  openElsewhere(alarms, ownStationId).filter((alarm) => !alarm.addressed && !answeredBy(alarm, ownStationId));

/** Called off where they were raised, and nobody looked in yet: whoever called it off may have been made to. */
export const alarmsToFollowUp = (alarms: readonly Alarm[], ownStationId: string): readonly Alarm[] =>
  alarms.filter((alarm) => alarm.state === 'closed' && alarm.followUp === 'asked' && alarm.stationId !== ownStationId).toSorted(byNeed);

export const ownAlarmIsOut = (alarms: readonly Alarm[], ownStationId: string): boolean =>
  alarms.some((alarm) => alarm.state !== 'closed' && alarm.stationId === ownStationId);

export const nextAnswer = (alarm: Alarm, ownStationId: string): NextAnswer => {
  const own = alarm.acknowledgements.find((acknowledgement) => acknowledgement.stationId === ownStationId);
  if (own === undefined) return 'coming';
  return own.arrivedAt === null ? 'there' : 'close';
};

/** Alarms that were shown here and have been closed elsewhere since: whoever is on the way has to be told. Those to follow up are told of otherwise. */
export const closedSince = (shown: ReadonlySet<string>, alarms: readonly Alarm[], dismissed: ReadonlySet<string>): readonly Alarm[] =>
  alarms.filter((alarm) => alarm.state === 'closed' && alarm.followUp !== 'asked' && shown.has(alarm.id) && !dismissed.has(alarm.id));

const openElsewhere = (alarms: readonly Alarm[], ownStationId: string): readonly Alarm[] =>
  alarms.filter((alarm) => alarm.state !== 'closed' && alarm.stationId !== ownStationId).toSorted(byNeed);

const answeredBy = (alarm: Alarm, stationId: string): boolean => alarm.acknowledgements.some((acknowledgement) => acknowledgement.stationId === stationId);

/** Real ones before drills and tests, emergencies before assistance, those that nobody answered first, then the oldest. */
const byNeed = (one: Alarm, other: Alarm): number =>
  kindWeight[one.kind] - kindWeight[other.kind] ||
  levelWeight[one.level] - levelWeight[other.level] ||
  Number(one.acknowledgements.length > 0) - Number(other.acknowledgements.length > 0) ||
  one.raisedAt.localeCompare(other.raisedAt);
