import { describe, expect, test } from 'vitest';
import type { RecipientState } from '../../../../main/contract/index.ts';
import { deliveryLines } from '../../../../renderer/respond/deliveryLines.ts';
import { alarmOf } from './alarmOf.ts';

const recipient = (to: RecipientState['to'], id: string, state: RecipientState['state'], answer = ''): RecipientState => ({ to, id, name: id, state, at: null, attempts: 2, answer });
const lines = (...recipients: RecipientState[]) => deliveryLines(alarmOf('a', { recipients }), 'desk-1');

describe('who was told of a call', () => {
  test('ways out of the house stand first, and what went wrong before what went well', () => {
    const all = [recipient('station', 'desk-3', 'seen'), recipient('channel', 'centre', 'received'), recipient('channel', 'mail', 'failed'), recipient('station', 'desk-4', 'sent')];
    expect(lines(...all).map(({ name }) => name)).toEqual(['mail', 'centre', 'desk-4', 'desk-3']);
  });

  test('neither the station that called nor the one that shows it is listed, nor one from which somebody is coming', () => {
    expect(lines(recipient('station', 'desk-1', 'seen'), recipient('station', 'desk-2', 'received'), recipient('station', 'desk-3', 'answered'))).toEqual([]);
  });

  test('in a drill no channel is listed that nobody tried: most take none', () => {
    const recipients = [recipient('channel', 'police', 'due'), recipient('channel', 'guard', 'received')];
    expect(deliveryLines(alarmOf('a', { kind: 'drill', recipients }), 'desk-1').map(({ name }) => name)).toEqual(['guard']);
    expect(deliveryLines(alarmOf('a', { recipients }), 'desk-1').map(({ name }) => name)).toEqual(['police', 'guard']);
  });

  test('what a channel answered stands there when it failed, and only then', () => {
    expect(lines(recipient('channel', 'mail', 'failed', '421 try later'), recipient('channel', 'centre', 'received', '250 OK')).map(({ answer, mark }) => ({ answer, mark }))).toEqual([
      { answer: '421 try later', mark: 'bad' },
      { answer: '', mark: 'good' },
    ]);
  });
});
