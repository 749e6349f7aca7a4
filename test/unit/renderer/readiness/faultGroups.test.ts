import { expect, test } from 'vitest';
import type { FaultRecord } from '../../../../main/contract/index.ts';
import { endedFaults, openFaults } from '../../../../renderer/readiness/faultGroups.ts';

const at = (minute: number): string => `2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`;
const faultOf = (id: string, station: string, message: string, since: number, ended: number | null = null): FaultRecord => ({
  id,
  kind: 'peer',
  subject: 'Desk 3',
  message,
  remedy: 'Do this.',
  since: at(since),
  station,
  stationId: station,
  endedAt: ended === null ? null : at(ended),
});

test('a desk that is silent is one trouble, since the first who noticed, whoever else did', () => {
  const faults = [faultOf('a', 'Desk 10', 'Desk 3 is silent.', 5), faultOf('b', 'Desk 2', 'Desk 3 is silent.', 4), faultOf('c', 'Desk 2', 'Desk 3 is silent.', 6)];
  expect(openFaults(faults)).toMatchObject([{ message: 'Desk 3 is silent.', since: at(4), stations: ['Desk 2', 'Desk 10'] }]);
});

test('the oldest open trouble stands first, and what is over stands apart with the newest end first', () => {
  const faults = [faultOf('a', 'Desk 1', 'new', 9), faultOf('b', 'Desk 1', 'old', 2), faultOf('c', 'Desk 1', 'over', 1, 3), faultOf('d', 'Desk 1', 'over later', 0, 4)];
  expect(openFaults(faults).map(({ message }) => message)).toEqual(['old', 'new']);
  expect(endedFaults(faults).map(({ message }) => message)).toEqual(['over later', 'over']);
});
