import { afterEach } from 'vitest';
import type { StationIdentity } from '../../../main/core/site/identity.ts';
import { startStation } from './testStation.ts';
import type { TestStation, TestStationOptions } from './testStation.ts';

/** Starts stations that are stopped after each test of the file. */
export const stationsOfThisFile = () => {
  const running = new Set<TestStation>();
  afterEach(async () => {
    await Promise.all([...running].map((station) => station.lan.stop()));
    running.clear();
  });
  return async (identity: StationIdentity | undefined, options: TestStationOptions = {}): Promise<TestStation> => {
    if (identity === undefined) throw new Error('The site has no such station');
    const station = await startStation(identity, options);
    running.add(station);
    return station;
  };
};
