import type { Relays } from '../main/core/channel/relays.ts';

const none = { ok: false, reason: 'Relay boards are not looked for by this command.' } as const;

/** For commands that only look into the ledger. */
export const createNoRelays = (): Relays => ({
  list: async () => [],
  set: async () => none,
  read: async () => none,
  close: async () => undefined,
});
