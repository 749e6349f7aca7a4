import { describe, expect, it } from 'vitest';
import { foldAlarm } from '../../../../main/core/alarm/foldAlarm.ts';
import type { Draft, Event } from '../../../../main/core/event/catalogue.ts';

const [desk, office, children] = ['d', 'e', 'f'].map((letter) => letter.repeat(32));
const subject = 'alarm/00000000-0000-7000-8000-000000000001';
const by = (station: string) => ({ station, staff: null });
const raised: Draft = { kind: 'AlarmRaised', subject, body: { level: 'assist', kind: 'real', source: 'key', place: 'Front', press: subject.slice(6), alone: false, ...by('Desk 1') } };
let minute = 0;
const at = (origin: string | undefined, draft: Draft): Event => ({ ...draft, origin: origin ?? '', seq: ++minute, wall: Date.UTC(2026, 10, 24, 9, minute), counter: 0 }) as Event;
const fold = (...drafts: readonly (readonly [string | undefined, Draft])[]) => {
  minute = 0;
  return foldAlarm(drafts.map(([origin, draft]) => at(origin, draft)));
};
const received = (station: string): Draft => ({ kind: 'AlarmReceived', subject, body: { station } });
const acknowledged = (station: string): Draft => ({ kind: 'AlarmAcknowledged', subject, body: by(station) });
const arrived = (station: string): Draft => ({ kind: 'ResponderArrived', subject, body: by(station) });
const firstPress = subject.slice(6);
const secondPress = '00000000-0000-7000-8000-000000000002';
const closed = (station: string, presses = [firstPress]): Draft => ({ kind: 'AlarmClosed', subject, body: { reason: 'resolved', note: '', presses, ...by(station) } });
const pressedAgain: Draft = { kind: 'AlarmPressedAgain', subject, body: { press: secondPress, ...by('Desk 1') } };

describe('an alarm', () => {
  it('goes from raised to received, acknowledged, on scene and closed', () => {
    const steps = [
      [desk, raised],
      [office, received('Office')],
      [office, acknowledged('Office')],
      [office, arrived('Office')],
      [office, closed('Office')],
    ] as const;
    expect(steps.map((_, index) => fold(...steps.slice(0, index + 1))?.state)).toEqual(['raised', 'received', 'acknowledged', 'on-scene', 'closed']);
  });

  it('is nothing while its raising has not arrived, whatever came before', () => {
    expect(fold([office, acknowledged('Office')])).toBeNull();
    expect(fold([office, acknowledged('Office')], [desk, raised])?.state).toBe('acknowledged');
  });

  it('lists who has it and who is coming, each once and in order', () => {
    const alarm = fold([desk, raised], [office, received('Office')], [children, received('Children')], [office, received('Office')], [children, acknowledged('Children')], [office, acknowledged('Office')], [children, acknowledged('Children')]);
    expect(alarm?.receivedBy).toEqual(['Office', 'Children']);
    expect(alarm?.acknowledgedBy).toEqual(['Children', 'Office']);
  });

  it('counts whoever is there without a word before as having come', () => {
    const alarm = fold([desk, raised], [office, arrived('Office')]);
    expect(alarm).toMatchObject({ state: 'on-scene', acknowledgedBy: ['Office'] });
  });

  it('stays closed as it was closed first', () => {
    const alarm = fold([desk, raised], [office, closed('Office')], [children, closed('Children')], [children, acknowledged('Children')]);
    expect(alarm).toMatchObject({ state: 'closed', closedBy: { station: 'Office', staff: null } });
    expect(alarm?.timeline.map(({ what }) => what)).toEqual(['raised', 'closed', 'acknowledged']);
  });

  it('stays open when a press crossed the close on the way, whichever of the two has the earlier time', () => {
    const pressLater = fold([desk, raised], [office, acknowledged('Office')], [office, closed('Office')], [desk, pressedAgain]);
    const pressEarlier = fold([desk, raised], [office, acknowledged('Office')], [desk, pressedAgain], [office, closed('Office')]);
    for (const alarm of [pressLater, pressEarlier]) expect(alarm).toMatchObject({ state: 'raised', closedAt: null, acknowledgedBy: [] });
    expect(fold([desk, raised], [office, closed('Office')], [desk, pressedAgain], [office, acknowledged('Office')], [office, closed('Office', [firstPress, secondPress])])?.state).toBe('closed');
  });
});
