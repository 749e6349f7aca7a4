import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Occasion } from '../../../../main/contract/delivery.ts';
import { composeAlarmMessage, composeFaultMessage } from '../../../../main/core/channel/composeMessage.ts';
import { acknowledged, alarmId, alarmOf, closed, desk, office, raised, raisedAt, raisedToEmergency, underDuress, type Happening } from '../../../support/alarmStory.ts';

const ada = { id: '00000000-0000-7000-8000-00000000000a', name: 'Ada Winter' };
const compose = (occasion: Occasion, seconds: number, ...story: readonly Happening[]) =>
  composeAlarmMessage(alarmOf(...story), { message: `${alarmId}/mail/${occasion}`, occasion, at: seconds * 1000 }, { site: 'Elm Library', station: 'Office', zone: 2 });

beforeEach(() => vi.stubEnv('TZ', 'UTC'));
afterEach(() => vi.unstubAllEnvs());

describe('what goes out about an alarm', () => {
  it('says in plain words what, where and since when, and by which name it may come again', () => {
    const message = compose('raised', 0, raised({ level: 'emergency', alone: true }));
    expect(message.text.split('\n')).toEqual(['Elm Library: Desk 1, Front desk.', 'Call made at 09:00:00 on 2026-11-24.', 'Somebody is in danger.', 'The person works alone.', 'Nobody of the site has answered yet.', `Message ${alarmId}/mail/raised. It may come twice.`]);
    expect(message).toMatchObject({ subject: 'Emergency at Front desk', level: 'emergency', stationId: desk, sentBy: 'Office', zone: 2, at: raisedAt, began: raisedAt });
  });

  it('has a headline for each occasion', () => {
    const story = [raised(), raisedToEmergency(10)];
    const headlines = [
      compose('raised', 0, raised()),
      compose('raised-to-emergency', 10, ...story),
      compose('duress', 20, ...story, underDuress(20)),
      compose('closed', 60, raised(), closed(office, 60)),
      compose('closed', 60, raised(), closed(office, 60, { reason: 'false-alarm' })),
      compose('closed', 60, raised(), closed(desk, 60)),
    ].map(({ subject, ending }) => [subject.replace(' at Front desk', ''), ending]);
    expect(headlines).toEqual([['Assistance wanted', null], ['Now an emergency', null], ['Emergency under duress', null], ['Over', 'resolved'], ['False alarm', 'false-alarm'], ['Called off where it was raised', 'called-off']]);
  });

  it.each(['drill', 'test'] as const)('begins with the word %s where it is one', (kind) => {
    const { subject, text } = compose('raised', 0, raised({ kind }));
    expect(subject).toMatch(new RegExp(`^${kind.toUpperCase()}: `));
    expect(text).toMatch(new RegExp(`^This is a ${kind}\\. Nobody is in danger\\.`));
  });

  it('names stations and no people', () => {
    const { text, subject } = compose('raised', 0, raised({ staff: ada }), acknowledged(office, 5));
    expect(text).toContain('On the way: Office.');
    expect(subject + text).not.toContain('Ada');
  });
});

it('what goes out about a fault says what is wrong and what to do, and later that it is over', () => {
  const fault = { id: 'f', kind: 'device' as const, subject: 'Foot pedal', message: 'Foot pedal is not plugged in.', remedy: 'Plug it in again.', station: 'Desk 1', stationId: desk, since: new Date(raisedAt).toISOString(), endedAt: null };
  const sender = { site: 'Elm Library', station: 'Desk 1', zone: 2 };
  expect(composeFaultMessage(fault, 'Front desk', { message: 'f/it/fault', occasion: 'fault' }, sender)).toMatchObject({ subject: 'Fault at Desk 1: Foot pedal is not plugged in.', faultKind: 'device', alarm: null, fault: 'f', text: expect.stringContaining('Plug it in again.') });
  const over = composeFaultMessage({ ...fault, endedAt: new Date(raisedAt + 90_000).toISOString() }, 'Front desk', { message: 'f/it/fault-ended', occasion: 'fault-ended' }, sender);
  expect(over).toMatchObject({ subject: 'Fault over at Desk 1: Foot pedal is not plugged in.', at: raisedAt + 90_000, text: expect.stringContaining('was over at 09:01:30 on 2026-11-24') });
});
