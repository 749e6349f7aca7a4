import type { Capture } from '../contract/trigger.ts';
import type { Devices } from '../core/trigger/devices.ts';

/** "Press it now" as a stream that ends with `released`, or when the caller goes away. */
export async function* captureSteps(devices: Devices, signal: AbortSignal | undefined): AsyncGenerator<Capture, void, void> {
  const steps: Capture[] = [];
  let wake = (): void => {};
  const stop = devices.capture((step) => {
    steps.push(step);
    wake();
  });
  const stir = (): void => wake();
  const ended = (): boolean => signal?.aborted ?? false;
  signal?.addEventListener('abort', stir);
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
  }
}
