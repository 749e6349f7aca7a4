import { describe, expect, it } from 'vitest';
import type { Alarm, Press } from '../../../../main/contract/alarm.ts';
import { decidePress, type Presser } from '../../../../main/core/alarm/decidePress.ts';
import { foldAlarm } from '../../../../main/core/alarm/foldAlarm.ts';
import type { Draft, Event } from '../../../../main/core/event/catalogue.ts';

const secondPressWindow = 45_000;
const desk: Presser = { stationId: 'd'.repeat(32), station: 'Desk 2', place: 'Front desk', staff: null, alone: false, secondPress: secondPressWindow };
const start = Date.UTC(2026, 10, 24, 9);
const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const press = (n: number, rest: Partial<Press> = {}): Press => ({ id: id(n), level: 'assist', kind: 'real', source: 'device', ...rest });

const eventOf = (draft: Draft, wall: number, seq: number): Event => ({ ...draft, origin: desk.stationId, seq, wall, counter: 0 }) as Event;
const alarmOf = (drafts: readonly Draft[]): Alarm => {
  const alarm = foldAlarm(drafts.map((draft, index) => eventOf(draft, start, index + 1)));
  if (alarm === null) throw new Error('nothing was raised');
  return alarm;
};
const first = decidePress(press(1), desk, [], new Map(), start);
const open = alarmOf(first.drafts);

describe('a press', () => {
  it('raises an alarm of its level at this place', () => {
    expect(first.alarm).toBe(id(1));
    expect(open).toMatchObject({ level: 'assist', state: 'raised', station: 'Desk 2', place: 'Front desk', raisedAt: '2026-11-24T09:00:00.000Z' });
  });

  it('that arrives twice changes nothing the second time', () => {
    expect(decidePress(press(1), desk, [open], new Map([[id(1), id(1)]]), start + 5)).toEqual({ alarm: id(1), drafts: [] });
  });

  it('within the plan’s window after the first raises the alarm to emergency', () => {
    const second = decidePress(press(2), desk, [open], new Map(), start + secondPressWindow);
    expect(second).toMatchObject({ alarm: id(1), drafts: [{ kind: 'AlarmRaisedToEmergency' }] });
    expect(alarmOf([...first.drafts, ...second.drafts]).level).toBe('emergency');
  });

  it('of level emergency raises an open assist to emergency, however late', () => {
    expect(decidePress(press(2, { level: 'emergency' }), desk, [open], new Map(), start + 10 * secondPressWindow).drafts).toMatchObject([{ kind: 'AlarmRaisedToEmergency' }]);
  });

  it('after the window is a new call for help', () => {
    expect(decidePress(press(2), desk, [open], new Map(), start + secondPressWindow + 1)).toMatchObject({ alarm: id(2), drafts: [{ kind: 'AlarmRaised' }] });
  });

  it('within the window of an emergency is noted and calls nobody twice', () => {
    const emergency = { ...open, level: 'emergency' as const };
    expect(decidePress(press(2), desk, [emergency], new Map(), start + 1000)).toMatchObject({ alarm: id(1), drafts: [{ kind: 'AlarmPressedAgain' }] });
  });

  it('that is a sign-in with the duress code calls by itself, so that others hear what it is, and joins only a call of its kind', () => {
    const signIn = press(2, { level: 'emergency', source: 'duress' });
    for (const other of [open, { ...open, level: 'emergency' as const }]) expect(decidePress(signIn, desk, [other], new Map(), start + 1000)).toMatchObject({ alarm: id(2), drafts: [{ kind: 'AlarmRaised', body: { source: 'duress' } }] });
    expect(decidePress(signIn, desk, [{ ...open, level: 'emergency', duress: true }], new Map(), start + 1000)).toMatchObject({ alarm: id(1), drafts: [{ kind: 'AlarmPressedAgain' }] });
  });

  it('is its own alarm beside those of other stations, beside closed ones and beside drills', () => {
    for (const other of [{ ...open, stationId: 'e'.repeat(32) }, { ...open, closedAt: open.raisedAt }, { ...open, kind: 'drill' as const }]) {
      expect(decidePress(press(2), desk, [other], new Map(), start + 1000)).toMatchObject({ alarm: id(2), drafts: [{ kind: 'AlarmRaised' }] });
    }
  });
});
