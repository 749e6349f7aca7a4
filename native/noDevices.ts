import type { Devices } from '../main/core/trigger/devices.ts';

/** For commands that only look into the ledger: no device is opened and no library loaded. */
export const createNoDevices = (): Devices => ({
  watch: () => undefined,
  setStuckAfter: () => undefined,
  list: () => [],
  onChanged: () => () => undefined,
  onElement: () => () => undefined,
  capture: () => () => undefined,
  close: async () => undefined,
});
