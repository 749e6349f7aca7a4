/** `saved`: all that was typed is on the disk of this desk. `failed`: it is not; saving is tried again. */
export type SaveState = 'saved' | 'saving' | 'failed';

export interface DraftSaver<Value> {
  /** Something was typed: saved after a short pause, together with whatever else is typed in it. */
  readonly change: (value: Value) => void;
  /** Saves what is not saved yet, now. Ends when it was tried. */
  readonly flush: () => Promise<void>;
  /** From now on nothing is saved: the draft was filed or thrown away. */
  readonly stop: () => void;
  /** The newest value, while it is not known to be on the disk of this desk. */
  readonly unsaved: () => Value | null;
  readonly state: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
}

const pauseBeforeSaving = 300;
const pauseBeforeRetry = 2_000;

/**
 * Saves the newest value, one save at a time, so that an older one can never overtake it.
 * `save` answers whether it succeeded and never rejects.
 */
export const createDraftSaver = <Value>(save: (value: Value) => Promise<boolean>): DraftSaver<Value> => {
  const listeners = new Set<() => void>();
  let unsaved: { readonly value: Value } | null = null;
  let underWay: { readonly value: Value } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: SaveState = 'saved';
  let stopped = false;

  const become = (next: SaveState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };

  const saveUntilDone = async (): Promise<void> => {
    while (unsaved !== null && !stopped) {
      const attempt = unsaved;
      [underWay, unsaved] = [attempt, null];
      const saved = await save(attempt.value);
      underWay = null;
      if (saved) continue;
      unsaved ??= attempt;
      if (stopped) return;
      become('failed');
      schedule(pauseBeforeRetry);
      return;
    }
    if (!stopped) become('saved');
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (unsaved === null && running === null) return;
    running ??= saveUntilDone().finally(() => (running = null));
    await running;
  };

  const schedule = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), pause);
  };

  return {
    change: (value) => {
      if (stopped) return;
      unsaved = { value };
      if (state !== 'saving') become('saving');
      schedule(pauseBeforeSaving);
    },
    flush,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
    unsaved: () => (stopped ? null : ((unsaved ?? underWay)?.value ?? null)),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
