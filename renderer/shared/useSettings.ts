import type { StationSettings } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** What this terminal does; undefined until the station said so. */
export const useSettings = (): StationSettings | undefined => useWatch('settings', (client, signal) => client.station.watchSettings(undefined, { signal }));
