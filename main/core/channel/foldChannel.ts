import type { ChannelInput } from '../../contract/channel.ts';
import type { Event } from '../event/catalogue.ts';

/** A channel as the ledger has it: everything but the secrets, which are sealed under the site's key. */
export interface ChannelFile extends Omit<ChannelInput, 'secrets'> {
  /** AES-256-GCM under the site's key, hex; null where there are none. */
  readonly sealed: string | null;
  readonly secretsSet: readonly string[];
}

/** One that was removed is kept as it was last, for what once went out on it. Null for one that was never saved. */
export const foldChannel = (events: readonly Event[]): { readonly file: ChannelFile; readonly removed: boolean } | null => {
  let file: ChannelFile | null = null;
  let removed = false;
  for (const event of events) {
    if (event.kind === 'ChannelSaved') {
      const { station: _station, staff: _staff, ...saved } = event.body;
      file = saved;
      removed = false;
    }
    if (event.kind === 'ChannelRemoved') removed = true;
  }
  return file === null ? null : { file, removed };
};
