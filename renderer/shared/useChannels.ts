import type { Channel } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** The ways out of the site, each with its state; undefined until the station said so. */
export const useChannels = (): readonly Channel[] | undefined => useWatch('channels', (client, signal) => client.channel.watch(undefined, { signal }));
