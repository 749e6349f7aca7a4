import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAddressed, isUnheard, nextStepAt, reachedSteps } from '../../../../main/core/plan/escalation.ts';
import { acknowledged, alarmOf, attempted, children, closed, desk, everyStation, office, planOf, raised, raisedToEmergency, received, underDuress, unheard } from '../../../support/alarmStory.ts';

const everyone = { to: 'everyone' };
const theOffice = { to: 'station', station: office };
const police = { to: 'channel', channel: 'police' };
const colleaguesThenPolice = planOf([
  { after: 0, recipients: [theOffice] },
  { after: 30, recipients: [everyone] },
  { after: 120, recipients: [police], when: { level: 'emergency' } },
]);
const indexes = (...args: Parameters<typeof reachedSteps>) => reachedSteps(...args).map(({ index }) => index);
const isShown = (document: Parameters<typeof isAddressed>[0], alarm: Parameters<typeof isAddressed>[1], station: string, seconds: number) => isAddressed(document, alarm, station, everyStation, seconds * 1000);

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

describe('a plan', () => {
  const heard = alarmOf(raised(), received(office, 1));

  it('reaches its steps at their seconds while nobody has acknowledged', () => {
    expect([0, 29_999, 30_000, 500_000].map((elapsed) => indexes(colleaguesThenPolice, heard, elapsed))).toEqual([[0], [0], [0, 1], [0, 1]]);
    expect([0, 30_000].map((elapsed) => nextStepAt(colleaguesThenPolice, heard, elapsed))).toEqual([30_000, 150_000]);
  });

  it('stops at the step that somebody acknowledged before, but for steps that do not ask for that', () => {
    const answered = alarmOf(raised(), received(office, 1), acknowledged(office, 20));
    expect(indexes(colleaguesThenPolice, answered, 500_000)).toEqual([0]);
    expect(nextStepAt(colleaguesThenPolice, answered, 21_000)).toBeNull();
    const always = planOf([{ after: 0, recipients: [everyone] }, { after: 60, recipients: [police], when: { unacknowledged: false } }]);
    expect(indexes(always, answered, 60_000)).toEqual([0, 1]);
    expect(nextStepAt(always, answered, 21_000)).toBe(60_000);
  });

  it('reaches a step for emergencies when the alarm becomes one, at once if its second has gone by', () => {
    const emergency = alarmOf(raised(), received(office, 1), raisedToEmergency(200));
    expect(reachedSteps(colleaguesThenPolice, emergency, 200_000).map(({ index, at }) => [index, at])).toEqual([[0, 0], [1, 30_000], [2, 200_000]]);
  });

  it('has steps for whoever works alone, and steps for whoever does not', () => {
    const plan = planOf([{ after: 0, recipients: [everyone], when: { alone: false } }, { after: 0, recipients: [police], when: { alone: true } }]);
    expect([false, true].map((alone) => indexes(plan, alarmOf(raised({ alone })), 0))).toEqual([[0], [1]]);
  });

  it('has steps for out of hours, judged by the hour at which the step is due', () => {
    const steps = [{ after: 0, recipients: [everyone], when: { outOfHours: false } }, { after: 600, recipients: [police], when: { outOfHours: true } }];
    const open = (to: string) => planOf(steps, { hours: [{ day: 2, from: '08:00', to }] });
    expect(indexes(open('18:00'), heard, 600_000)).toEqual([0]);
    expect(indexes(open('09:10'), heard, 600_000)).toEqual([0, 1]);
    expect(indexes(open('09:00'), heard, 600_000)).toEqual([1]);
    expect(indexes(planOf(steps), heard, 600_000)).toEqual([0]);
  });

  it('is the one for the station, and for working alone before all others', () => {
    const step = (station: string) => [{ after: 0, recipients: [{ to: 'station', station }] }];
    const document = planOf(step(office), {
      plans: [
        { id: 'all', name: 'All', steps: step(office) },
        { id: 'front', name: 'Front', stations: [desk], steps: step(children) },
        { id: 'alone', name: 'Alone', use: 'alone', steps: [{ after: 0, recipients: [police] }] },
      ],
    });
    expect(reachedSteps(document, heard, 0)[0]?.step.recipients).toEqual([{ to: 'station', station: children }]);
    expect(reachedSteps(document, alarmOf(raised({ alone: true })), 0)[0]?.step.recipients).toEqual([police]);
    expect(reachedSteps(document, { ...heard, stationId: office }, 0)[0]?.step.recipients).toEqual([theOffice]);
  });
});

describe('a station', () => {
  it('shows an alarm from the step on that names it, alone or in a group', () => {
    const heard = alarmOf(raised(), received(office, 1));
    expect([0, 29, 30].map((seconds) => [isShown(colleaguesThenPolice, heard, office, seconds), isShown(colleaguesThenPolice, heard, children, seconds)])).toEqual([[true, false], [true, false], [true, true]]);
    const grouped = planOf([{ after: 0, recipients: [{ to: 'group', group: 'security' }] }, { after: 300, recipients: [everyone] }], { groups: [{ id: 'security', name: 'Security', stations: [children] }] });
    expect([office, children].map((station) => isShown(grouped, alarmOf(raised(), received(children, 1)), station, 20))).toEqual([false, true]);
  });

  it('is not disturbed any more by a step that somebody has forestalled, unless it answered itself', () => {
    const answered = alarmOf(raised(), received(office, 1), acknowledged(office, 20));
    expect([office, children].map((station) => isShown(colleaguesThenPolice, answered, station, 500))).toEqual([true, false]);
  });

  it('shows an alarm that went unanswered for half a minute after the last step', () => {
    const onlyOffice = planOf([{ after: 0, recipients: [theOffice] }]);
    const heard = alarmOf(raised(), received(office, 1));
    expect([29, 30].map((seconds) => isShown(onlyOffice, heard, children, seconds))).toEqual([false, true]);
    expect(nextStepAt(onlyOffice, heard, 0)).toBe(30_000);
  });

  it('shows an alarm that none of those had received for 8 s for whom it was, though others have it', () => {
    const alarm = alarmOf(raised(), received(children, 1));
    expect([7.9, 8].map((seconds) => isShown(colleaguesThenPolice, alarm, children, seconds))).toEqual([false, true]);
    expect(isUnheard(colleaguesThenPolice, alarmOf(raised(), received(office, 2)), 60_000)).toBe(false);
    expect(isUnheard(colleaguesThenPolice, alarmOf(raised(), attempted(desk, 3, { outcome: 'received' })), 60_000)).toBe(false);
    expect(isUnheard(colleaguesThenPolice, alarmOf(raised(), attempted(desk, 3)), 60_000)).toBe(true);
  });

  it('shows an alarm of a plan that names no other station, whatever the reason', () => {
    const mistakes = [
      planOf([{ after: 0, recipients: [police] }]),
      planOf([{ after: 0, recipients: [{ to: 'group', group: 'nobody' }] }]),
      planOf([{ after: 0, recipients: [{ to: 'group', group: 'gone' }] }], { groups: [{ id: 'gone', name: 'Gone', stations: ['a'.repeat(32)] }] }),
      planOf([{ after: 0, recipients: [{ to: 'station', station: 'a'.repeat(32) }] }, { after: 600, recipients: [police] }]),
      planOf([{ after: 0, recipients: [{ to: 'station', station: desk }] }, { after: 600, recipients: [police] }]),
      planOf([{ after: 0, recipients: [everyone], when: { level: 'emergency' } }]),
    ];
    for (const document of mistakes) expect(isShown(document, alarmOf(raised()), office, 0)).toBe(true);
  });

  it('shows an alarm of a station that all plans leave out', () => {
    const document = planOf([], { plans: [{ id: 'others', name: 'Others', stations: [children], steps: [{ after: 0, recipients: [police] }] }] });
    expect(isShown(document, alarmOf(raised()), office, 0)).toBe(true);
  });

  it('that was not told before a close is not told afterwards', () => {
    const over = alarmOf(raised(), received(office, 1), closed(office, 10));
    expect([office, children].map((station) => isShown(colleaguesThenPolice, over, station, 500))).toEqual([true, false]);
    expect(nextStepAt(colleaguesThenPolice, over, 500_000)).toBeNull();
  });
});

describe('an alarm that nobody has received for 8 s', () => {
  it('brings all steps forward at once, those that its level allows', () => {
    for (const alarm of [alarmOf(raised()), alarmOf(raised(), unheard(8), received(office, 20))]) {
      expect(indexes(colleaguesThenPolice, alarm, 8_000)).toEqual([0, 1]);
      expect(indexes(colleaguesThenPolice, { ...alarm, level: 'emergency' }, 8_000)).toEqual([0, 1, 2]);
    }
    expect(nextStepAt(colleaguesThenPolice, alarmOf(raised()), 0)).toBe(8_000);
  });
});

describe('an alarm that was closed under duress', () => {
  it('is an emergency that goes through its whole plan to everybody, although somebody is on the way', () => {
    const forced = alarmOf(raised(), received(office, 1), acknowledged(office, 5), underDuress(20));
    expect(indexes(colleaguesThenPolice, forced, 19_999)).toEqual([0]);
    expect(indexes(colleaguesThenPolice, forced, 20_000)).toEqual([0, 1, 2]);
    expect(isShown(colleaguesThenPolice, forced, children, 20)).toBe(true);
  });

  it('is so from the beginning when somebody signed in with the duress code', () => {
    const forced = alarmOf(raised({ source: 'duress', level: 'emergency' }));
    expect(forced.duress).toBe(true);
    expect(indexes(colleaguesThenPolice, forced, 0)).toEqual([0, 1, 2]);
  });
});
