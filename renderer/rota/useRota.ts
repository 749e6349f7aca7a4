import type { Rota, RotaLine } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** Today's rota as everybody may see it; undefined until the station said so. */
export const useTodaysRota = (): readonly RotaLine[] | undefined => useWatch('rota today', (client, signal) => client.rota.watchToday(undefined, { signal }));

/** The week and the single days, for whoever is signed in. */
export const useRota = (): Rota | undefined => useWatch('rota', (client, signal) => client.rota.watch(undefined, { signal }));
