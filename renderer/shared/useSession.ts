import type { Capability, Session } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** Who is signed in at this window; undefined until the station said so. */
export const useSession = (): Session | undefined => useWatch('session', (client, signal) => client.session.watch(undefined, { signal }));

/** Whether whoever is signed in may do that. The station decides; this only keeps from the screen what it would refuse. */
export const useMay = (capability: Capability): boolean => useSession()?.capabilities.includes(capability) ?? false;
