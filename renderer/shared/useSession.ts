import type { Session } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** Who is signed in at this window; undefined until the station said so. */
export const useSession = (): Session | undefined => useWatch('session', (client, signal) => client.session.watch(undefined, { signal }));
