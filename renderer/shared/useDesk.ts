import type { Desk } from '../../main/contract/index.ts';
import { useWatch } from './connection/hooks.tsx';

/** What the desk shows beside alarms: working alone, and what a pedal asked the window for; undefined until the station said so. */
export const useDesk = (): Desk | undefined => useWatch('desk', (client, signal) => client.desk.watch(undefined, { signal }));
