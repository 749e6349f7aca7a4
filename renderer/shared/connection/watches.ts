import type { StationClient } from '../../../main/contract/index.ts';
import type { Connection } from './station.ts';

export type Subscribe<T> = (client: StationClient, signal: AbortSignal) => Promise<AsyncIterable<T>>;

/** One live value, shared by all who look at it under the same key. */
export interface Watch<T> {
  readonly latest: () => T | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}
export interface Watches {
  watch<T>(key: string, subscribe: Subscribe<T>): Watch<T>;
}

const pauseAfterFailure = 1_000;

/**
 * Live values over a connection that may break: each is asked for again after every reconnect, and keeps its
 * last value meanwhile. The subscription runs while somebody looks, and a moment longer.
 */
export const createWatches = (connection: Connection): Watches => {
  const watchesByKey = new Map<string, Watch<unknown>>();
  return {
    watch: <T>(key: string, subscribe: Subscribe<T>): Watch<T> => {
      const known = watchesByKey.get(key) ?? createWatch(connection, subscribe);
      watchesByKey.set(key, known);
      // The key names the value's type: each key is used with one procedure of the contract only.
      return known as Watch<T>;
    },
  };
};

const createWatch = <T>(connection: Connection, subscribe: Subscribe<T>): Watch<T> => {
  const listeners = new Set<() => void>();
  let latest: T | undefined;
  let running: AbortController | undefined;

  const follow = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        for await (const value of await subscribe(connection.client, signal)) {
          if (signal.aborted) return;
          latest = value;
          for (const listener of [...listeners]) listener();
        }
      } catch {
        // A broken connection, or a value that needs a sign-in first: asked for again below.
      }
      await pause(pauseAfterFailure, signal, connection);
    }
  };

  return {
    latest: () => latest,
    subscribe: (listener) => {
      listeners.add(listener);
      if (running === undefined) {
        running = new AbortController();
        void follow(running.signal);
      }
      return () => {
        listeners.delete(listener);
        // Deferred, so that leaving one view for another with the same value does not ask for it twice.
        setTimeout(() => {
          if (listeners.size > 0) return;
          running?.abort();
          running = undefined;
        }, 0);
      };
    },
  };
};

/** Ends after the time, when the signal aborts, or when the connection changes: whichever comes first. */
const pause = (milliseconds: number, signal: AbortSignal, connection: Connection): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    const stop = connection.subscribe(finish);
    signal.addEventListener('abort', finish);
  });
