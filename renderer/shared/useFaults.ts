import type { FaultRecord } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** Faults of every station, the open ones first; undefined until the station said so, which it does after a sign-in. */
export const useFaults = (): readonly FaultRecord[] | undefined => useWatch('faults', (client, signal) => client.site.watchFaults(undefined, { signal }));
