import type { OpenFollowUp } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** What is still to be done after records, what is due first on top; undefined until the station said so. */
export const useFollowUps = (): readonly OpenFollowUp[] | undefined => useWatch('followUps', (client, signal) => client.incident.watchFollowUps(undefined, { signal }));
