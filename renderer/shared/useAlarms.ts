import type { Alarm } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** Open alarms of the site and those closed in the last minutes; undefined until the station said so. */
export const useAlarms = (): readonly Alarm[] | undefined => useWatch('alarms', (client, signal) => client.alarm.watch(undefined, { signal }));
