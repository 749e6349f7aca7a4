import type { Board } from '../../main/contract/index.ts';
import { useWatch } from '../shared/connection/hooks.tsx';

/** The public noticeboard of the site; undefined until the station said so. */
export const useBoard = (): Board | undefined => useWatch('board', (client, signal) => client.board.watch(undefined, { signal }));
