import type { ProcedureStanding } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** Every procedure of the site with its versions; undefined until the station said so. */
export const useStandings = (): readonly ProcedureStanding[] | undefined => useWatch('procedure standings', (client, signal) => client.procedure.watchStandings(undefined, { signal }));
