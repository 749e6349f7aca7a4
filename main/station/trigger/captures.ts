import type { Capture } from '../../contract/trigger.ts';
import type { Devices } from '../../core/trigger/devices.ts';
import type { Changes } from '../changes.ts';

/** "Press it now" on this station. */
export interface Captures {
  /** True while presses of devices bind something and raise no alarm: a station in that state is not armed. */
  readonly running: () => boolean;
  /** A stream that ends with `released`, or when the caller goes away. */
  readonly steps: (signal: AbortSignal | undefined) => AsyncGenerator<Capture, void, void>;
}

export const createCaptures = (devices: Devices, changes: Changes): Captures => {
  let running = 0;
  const count = (more: 1 | -1): void => {
    running += more;
    changes.announce('status');
  };

  return {
    running: () => running > 0,
    steps: async function* (signal) {
      const steps: Capture[] = [];
      let wake = (): void => {};
      const stop = devices.capture((step) => {
        steps.push(step);
        wake();
      });
      const stir = (): void => wake();
      const ended = (): boolean => signal?.aborted ?? false;
      signal?.addEventListener('abort', stir);
      count(1);
      try {
        while (!ended()) {
          const step = steps.shift();
          if (step === undefined) {
            await new Promise<void>((resolve) => (wake = resolve));
            continue;
          }
          yield step;
          if (step.step === 'released') return;
        }
      } finally {
        stop();
        signal?.removeEventListener('abort', stir);
        count(-1);
      }
    },
  };
};
