import { v7 } from 'uuid';
import type { AlarmLevel, Press, TriggerSource } from '../../main/contract/index.ts';
import type { Connection } from './connection/station.ts';

/** Raises from this window. A press is kept until the station has answered it. */
export interface Presser {
  press(level: AlarmLevel, source: Extract<TriggerSource, 'key' | 'spot'>): void;
  /** Presses the station has not answered yet. */
  readonly waiting: number;
  /** While somebody chooses a new key ("press it now"), bound keys raise nothing. Returns how to resume. */
  pauseKeys(): () => void;
  readonly keysPaused: boolean;
}

/** A host that hears bound keys before the page does; `window.quietbell` in Electron. */
export interface KeyHost {
  pauseKeys?(paused: boolean): void;
}

const answerWithin = 2_000;
const againAfter = 250;

/**
 * The id makes resending safe: the station takes the same id once. So a press is sent again when the connection
 * breaks, when the answer is late and when the station failed, until an answer came.
 */
export const createPresser = (connection: Connection, host?: KeyHost): Presser => {
  const waitingById = new Map<string, Press>();
  const pauses = new Set<symbol>();

  const send = async (press: Press): Promise<void> => {
    while (waitingById.has(press.id)) {
      try {
        await connection.client.alarm.press(press, { signal: AbortSignal.timeout(answerWithin) });
        waitingById.delete(press.id);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, againAfter));
      }
    }
  };

  return {
    press: (level, source) => {
      const press: Press = { id: v7(), level, kind: 'real', source };
      waitingById.set(press.id, press);
      void send(press);
    },
    get waiting() {
      return waitingById.size;
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
