import type { ChannelInput } from '../../contract/channel.ts';
import type { Event } from '../event/catalogue.ts';

/** A channel as the ledger has it: everything but the secrets, which are sealed under the site's key. */
export interface ChannelFile extends Omit<ChannelInput, 'secrets'> {
  /** AES-256-GCM under the site's key, hex; null where there are none. */
  readonly sealed: string | null;
  readonly secretsSet: readonly string[];
}

/** Null for one that was removed. */
export const foldChannel = (events: readonly Event[]): ChannelFile | null => {
  let file: ChannelFile | null = null;
  for (const event of events) {
    if (event.kind === 'ChannelSaved') {
      const { station: _station, staff: _staff, ...saved } = event.body;
      file = saved;
    }
    if (event.kind === 'ChannelRemoved') file = null;
  }
  return file;
};
