import { expect, test } from 'vitest';
import type { Channel, FaultRecord } from '../../../../main/contract/index.ts';
import { channelStanding } from '../../../../renderer/readiness/channelStanding.ts';

const fault: FaultRecord = { id: 'f', kind: 'channel', subject: 'Mail', message: 'Mail: no answer', remedy: 'Look.', since: '2026-11-24T09:00:00.000Z', station: 'Desk 2', stationId: 'desk-2', endedAt: null };
const channelOf = (state: Channel['state']['state']) => ({ name: 'Mail', state: { state, message: '', checkedAt: null } });

test('what the station that looks after a channel found is known on every other', () => {
  expect(channelStanding(channelOf('unused'), [fault])).toMatchObject({ state: 'fault', message: 'Mail: no answer' });
  expect(channelStanding(channelOf('unused'), [{ ...fault, endedAt: fault.since }])).toMatchObject({ state: 'unused' });
  expect(channelStanding(channelOf('unused'), [{ ...fault, subject: 'Another' }])).toMatchObject({ state: 'unused' });
});

test('whoever looks after it says itself how it is', () => {
  expect(channelStanding(channelOf('ok'), [fault])).toMatchObject({ state: 'ok' });
});
