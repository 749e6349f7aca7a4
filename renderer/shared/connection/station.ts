import { createORPCClient } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { StationClient } from '../../../main/contract/index.ts';

/** One open way to the station. `closed` settles when it is gone, whoever ended it. */
export interface Carrier {
  readonly link: ClientLink<ClientContext>;
  readonly closed: Promise<void>;
  close(): void;
}
export type OpenCarrier = () => Promise<Carrier>;
export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** The window's way to its station. It comes back by itself; the client stays the same object throughout. */
export interface Connection {
  /** Calls wait a few seconds for a lost connection, then fail; running subscriptions end when it is lost. */
  readonly client: StationClient;
  readonly state: ConnectionState;
  /** Tells every change of `state`; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** The station could not be reached; the call may or may not have arrived. */
export class StationUnreachable extends Error {
  override readonly name = 'StationUnreachable';
}

const patience = 5_000;
const backOff = [100, 250, 500, 1_000, 2_000];

export const createConnection = (open: OpenCarrier): Connection => {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'connecting';
  let carrier: Carrier | undefined;
  let attempts = 0;
  let ended = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const become = (next: ConnectionState, through: Carrier | undefined): void => {
    state = next;
    carrier = through;
    for (const listener of [...listeners]) listener();
  };

  const connect = async (): Promise<void> => {
    try {
      const opened = await open();
      if (ended) return opened.close();
      attempts = 0;
      become('connected', opened);
      await opened.closed;
    } catch {
      // Not reachable yet: the back-off below tries again.
    }
    if (ended) return;
    become('lost', undefined);
    retry = setTimeout(() => void connect(), backOff[Math.min(attempts++, backOff.length - 1)]);
  };

  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const current = (): Promise<Carrier> =>
    new Promise((resolve, reject) => {
      if (carrier !== undefined) return resolve(carrier);
      const overdue = setTimeout(() => {
        stop();
        reject(new StationUnreachable());
      }, patience);
      const stop = subscribe(() => {
        if (carrier === undefined) return;
        clearTimeout(overdue);
        stop();
        resolve(carrier);
      });
    });

  const link: ClientLink<ClientContext> = {
    call: async (path, input, options) => (await current()).link.call(path, input, options),
  };

  void connect();

  return {
    client: createORPCClient<StationClient>(link),
    get state() {
      return state;
    },
    subscribe,
    close: () => {
      ended = true;
      clearTimeout(retry);
      carrier?.close();
    },
  };
};
