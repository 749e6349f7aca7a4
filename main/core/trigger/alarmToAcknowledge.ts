import type { Alarm } from '../../contract/alarm.ts';

const kindWeight = { real: 0, drill: 1, test: 2 } as const;

/**
 * The alarm that "I am coming" answers when a pedal says it: the one that a screen would show first. Real ones before drills and tests,
 * emergencies before assistance, those that nobody answered first, then the oldest. Null when there is none of another station that this one
 * is to show and has not answered yet.
 */
export const alarmToAcknowledge = (alarms: readonly Alarm[], ownStationId: string): string | null => {
  const unanswered = alarms.filter(
    (alarm) => alarm.closedAt === null && alarm.addressed && alarm.stationId !== ownStationId && !alarm.acknowledgements.some(({ stationId }) => stationId === ownStationId),
  );
  return unanswered.toSorted(byNeed)[0]?.id ?? null;
};

const byNeed = (a: Alarm, b: Alarm): number =>
  kindWeight[a.kind] - kindWeight[b.kind] ||
  Number(b.level === 'emergency') - Number(a.level === 'emergency') ||
  Number(a.acknowledgements.length > 0) - Number(b.acknowledgements.length > 0) ||
  (a.raisedAt < b.raisedAt ? -1 : a.raisedAt > b.raisedAt ? 1 : 0);
