import type { Log, Stop } from '../core/environment.ts';
import { createListeners } from '../core/listeners.ts';

/** What a subscription can depend on. */
export type Topic = 'alarms' | 'attachments' | 'backups' | 'bindings' | 'board' | 'channels' | 'desk' | 'devices' | 'drafts' | 'faults' | 'incidents' | 'persons' | 'plans' | 'procedures' | 'recordForm' | 'rota' | 'runs' | 'session' | 'settings' | 'status' | 'views';

export interface Changes {
  readonly announce: (...topics: readonly Topic[]) => void;
  readonly on: (topics: readonly Topic[], listener: () => void) => Stop;
  /**
   * The present value at once, then the whole new value whenever one of the topics changed it. Changes that come faster
   * than they are taken are skipped over: the latest state is what counts.
   */
  readonly watch: <Value>(topics: readonly Topic[], read: () => Value, signal: AbortSignal | undefined) => AsyncGenerator<Value, void, void>;
}

export const createChanges = (log: Log): Changes => {
  const changed = createListeners<readonly Topic[]>(log);
  const on: Changes['on'] = (topics, listener) =>
    changed.add((announced) => {
      if (announced.some((topic) => topics.includes(topic))) listener();
    });
  return {
    announce: (...topics) => changed.tell(topics),
    on,
    watch: async function* (topics, read, signal) {
      let changed = true;
      let wake = (): void => {};
      const stir = (): void => {
        changed = true;
        wake();
      };
      const stop = on(topics, stir);
      const ended = (): boolean => signal?.aborted ?? false;
      signal?.addEventListener('abort', stir);
      try {
        for (let last = ''; !ended(); ) {
          if (!changed) await new Promise<void>((resolve) => (wake = resolve));
          if (ended()) return;
          changed = false;
          const value = read();
          const text = JSON.stringify(value);
          if (text !== last) yield value;
          last = text;
        }
      } finally {
        stop();
        signal?.removeEventListener('abort', stir);
      }
    },
  };
};
