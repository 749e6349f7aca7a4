import { v7 } from 'uuid';
import type { AlarmLevel, Press } from '../../main/contract/index.ts';
import type { Connection } from './connection/station.ts';
import { createEdges } from './edges.ts';
import { untilAnswered } from './untilAnswered.ts';

/** What this window triggers. All of it is kept until the station has answered it. */
export interface Presser {
  /** A step of the service notes that calls by itself. */
  press(level: AlarmLevel): void;
  /** A bound key or the spot went down or up. */
  edge(binding: string, pressed: boolean): void;
  /** What the station has not answered yet. */
  readonly waiting: number;
  /** While somebody chooses a new key ("press it now"), bound keys trigger nothing. Returns how to resume. */
  pauseKeys(): () => void;
  readonly keysPaused: boolean;
}

/** A host that hears bound keys before the page does; `window.quietbell` in Electron. */
export interface KeyHost {
  pauseKeys?(paused: boolean): void;
}

/** The ids make resending safe: the station takes the same id once. */
export const createPresser = (connection: Connection, host?: KeyHost): Presser => {
  const edges = createEdges(connection);
  const waitingById = new Map<string, Press>();
  const pauses = new Set<symbol>();

  return {
    press: (level) => {
      const press: Press = { id: v7(), level, kind: 'real', source: 'spot' };
      waitingById.set(press.id, press);
      void untilAnswered((signal) => connection.client.alarm.press(press, { signal })).then(() => waitingById.delete(press.id));
    },
    edge: edges.tell,
    get waiting() {
      return waitingById.size + edges.waiting();
    },
    pauseKeys: () => {
      const pause = Symbol('choosing a key');
      pauses.add(pause);
      host?.pauseKeys?.(true);
      return () => {
        pauses.delete(pause);
        host?.pauseKeys?.(pauses.size > 0);
      };
    },
    get keysPaused() {
      return pauses.size > 0;
    },
  };
};
