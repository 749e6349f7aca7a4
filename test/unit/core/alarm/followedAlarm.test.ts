import { describe, expect, it } from 'vitest';
import { asAfterPin } from '../../../../main/core/alarm/asAfterPin.ts';
import { foldAlarm } from '../../../../main/core/alarm/foldAlarm.ts';
import { acknowledged, alarmId, alarmOf, arrived, attempted, children, closed, desk, escalated, eventsOf, followedUp, office, raised, received, seen, underDuress, unheard, type Happening } from '../../../support/alarmStory.ts';

const told = (...happenings: readonly Happening[]) => alarmOf(...happenings).timeline.map(({ what, detail }) => (detail === '' ? what : `${what} ${detail}`));

describe('delivery is followed for each recipient', () => {
  it('station by station: received, seen, answered, and never back', () => {
    const { recipients } = alarmOf(raised(), received(office, 1), seen(office, 2), received(children, 3), acknowledged(children, 4), seen(children, 5));
    expect(recipients).toMatchObject([
      { to: 'station', id: office, name: 'Office', state: 'seen' },
      { to: 'station', id: children, name: 'Children', state: 'answered' },
    ]);
  });

  it('whoever is there without a word before has answered', () => {
    expect(alarmOf(raised(), arrived(office, 9)).recipients).toMatchObject([{ id: office, state: 'answered' }]);
  });

  it('channel by channel: failed until the other end has said that it has the newest message', () => {
    const failing = [raised(), attempted(desk, 1), attempted(desk, 4, { attempt: 2 })];
    expect(alarmOf(...failing).recipients).toMatchObject([{ to: 'channel', id: 'mail', state: 'failed', attempts: 2, answer: 'refused' }]);
    const arrivedOnce = [...failing, attempted(office, 9, { outcome: 'received', answer: '250 OK' }), attempted(desk, 12, { attempt: 3 })];
    expect(alarmOf(...arrivedOnce).recipients).toMatchObject([{ state: 'received', attempts: 4 }]);
    expect(alarmOf(...arrivedOnce, attempted(desk, 20, { occasion: 'raised-to-emergency' })).recipients).toMatchObject([{ state: 'failed' }]);
  });

  it('the timeline tells of a message once that it failed and once that it arrived; every try is kept beside it', () => {
    const story = [raised(), attempted(desk, 1), attempted(desk, 4, { attempt: 2 }), attempted(desk, 9, { attempt: 3, outcome: 'received' }), attempted(office, 10, { outcome: 'received' })];
    expect(told(...story)).toEqual(['raised', 'delivery-failed mail', 'delivered mail']);
    expect(alarmOf(...story).attempts.map(({ attempt, outcome }) => [attempt, outcome])).toEqual([[1, 'failed'], [2, 'failed'], [3, 'received'], [1, 'received']]);
  });

  it('a step, and that nobody had heard, is told once, whoever else wrote it down', () => {
    expect(told(raised(), unheard(8), unheard(16), escalated(desk, 30, 1), escalated(office, 38, 1), escalated(desk, 60, 2))).toEqual(['raised', 'unheard', 'step Security', 'step Security']);
    expect(alarmOf(raised(), unheard(8), received(office, 60)).unheard).toBe(true);
  });
});

describe('an alarm that was called off where it was raised', () => {
  it('stays visible as called off and asks for a follow-up, until somebody looked in', () => {
    expect(alarmOf(raised(), closed(desk, 20))).toMatchObject({ state: 'closed', followUp: 'asked' });
    expect(told(raised(), closed(desk, 20), followedUp(office, 60))).toEqual(['raised', 'called-off', 'followed-up She is well']);
    expect(alarmOf(raised(), closed(desk, 20), followedUp(office, 60)).followUp).toBe('done');
  });

  it('asks for none when a colleague closed it or stood beside the person, or when it was a test', () => {
    for (const story of [[raised(), closed(office, 20)], [raised(), arrived(office, 10), closed(desk, 20)], [raised({ kind: 'test' }), closed(desk, 20)]]) expect(alarmOf(...story)).toMatchObject({ state: 'closed', followUp: 'none' });
    expect(alarmOf(raised({ kind: 'drill' }), closed(desk, 20)).followUp).toBe('asked');
  });
});

describe('an alarm that was closed with the duress code', () => {
  it('is open, an emergency, and says so', () => {
    const forced = alarmOf(raised(), received(office, 1), underDuress(20));
    expect(forced).toMatchObject({ closedAt: null, state: 'received', level: 'emergency', duress: true });
    expect(told(raised(), underDuress(20))).toEqual(['raised', 'duress', 'raised-to-emergency']);
    expect(told(raised({ level: 'emergency' }), underDuress(20))).toEqual(['raised', 'duress']);
  });

  it('is not closed by a colleague who could not know of that yet, and is by one who does', () => {
    expect(alarmOf(raised(), underDuress(20), closed(office, 21)).closedAt).toBeNull();
    expect(alarmOf(raised(), closed(office, 19), underDuress(20)).closedAt).toBeNull();
    expect(alarmOf(raised(), underDuress(20), closed(office, 60, { presses: [alarmId, '00000000-0000-7000-8000-000000000003'] })).state).toBe('closed');
  });
});

describe('the window before which the duress code was typed', () => {
  const beforehand = [raised(), received(office, 1), attempted(desk, 2, { outcome: 'received' })];
  const afterwards = [acknowledged(children, 25), escalated(desk, 30, 1), arrived(children, 40)];
  const shown = (...happenings: readonly Happening[]) => foldAlarm(asAfterPin(eventsOf(...happenings)));
  const afterPin = (...happenings: readonly Happening[]) => alarmOf(...beforehand, closed(desk, 20, { reason: 'false-alarm', note: 'nothing' }), ...happenings);

  it('shows what it would show after a PIN, to the letter, whoever comes meanwhile', () => {
    expect(shown(...beforehand, underDuress(20), ...afterwards)).toEqual(afterPin());
    expect(shown(...beforehand, underDuress(20), ...afterwards, followedUp(desk, 50))).toEqual(afterPin(followedUp(desk, 50)));
    expect(shown(...beforehand, underDuress(20), attempted(desk, 21, { occasion: 'duress', outcome: 'received' }))?.recipients).toEqual(afterPin(attempted(desk, 21, { occasion: 'closed', outcome: 'received' })).recipients);
  });

  it('shows nothing of an alarm that a sign-in raised', () => {
    expect(asAfterPin(eventsOf(raised({ source: 'duress' }), received(office, 1)))).toEqual([]);
  });

  it('shows all of it once a colleague has closed it', () => {
    const over = [...beforehand, underDuress(20), ...afterwards, closed(office, 60, { presses: [alarmId, '00000000-0000-7000-8000-000000000003'] })];
    expect(shown(...over)).toEqual(alarmOf(...over));
  });

  it('shows every other alarm as it is', () => {
    const events = eventsOf(...beforehand, acknowledged(office, 3));
    expect(asAfterPin(events)).toBe(events);
  });
});
