import type { Status } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** The measured state of this station and its peers; undefined until the station said so. */
export const useStatus = (): Status | undefined => useWatch('status', (client, signal) => client.site.watchStatus(undefined, { signal }));
