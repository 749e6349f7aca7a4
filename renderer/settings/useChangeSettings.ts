import type { StationSettings } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import type { Command } from '../shared/connection/hooks.tsx';

/** Changes what this desk does; it holds at once. */
export const useChangeSettings = (): Command<Partial<StationSettings>, StationSettings> => useCommand((client, change: Partial<StationSettings>) => client.station.changeSettings(change));
