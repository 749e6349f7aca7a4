import type { Capture, Device } from '../main/contract/trigger.ts';
import { noteReport, noteRest, startCapture } from '../main/core/trigger/captureElement.ts';
import type { ElementCapture } from '../main/core/trigger/captureElement.ts';
import type { PresentDevice } from './listDevices.ts';

/** One "press it now" over all open devices at once: the first on which a press has ended is the one. */
export interface CaptureSession {
  /** The devices are open, or known not to be. From a moment later on, presses count; what is reported until then is rest. */
  readonly ready: () => void;
  readonly noteReport: (present: PresentDevice, device: Device, report: Uint8Array) => void;
  readonly forget: (path: string) => void;
  /** Tells the listener of other devices than before, while it still waits. */
  readonly devicesChanged: () => void;
  readonly end: () => void;
}

export const createCaptureSession = (deps: {
  readonly devices: () => readonly Device[];
  readonly tell: (step: Capture) => void;
  readonly onReleased: () => void;
}): CaptureSession => {
  const capturesByPath = new Map<string, ElementCapture>();
  let phase: 'opening' | 'resting' | 'waiting' | 'pressed' | 'ended' = 'opening';
  let timer: NodeJS.Timeout | undefined;

  const wait = (): void => {
    phase = 'waiting';
    deps.tell({ step: 'waiting', devices: [...deps.devices()] });
  };
  const end = (): void => {
    phase = 'ended';
    clearTimeout(timer);
  };

  return {
    end,
    ready: () => {
      if (phase !== 'opening') return;
      phase = 'resting';
      timer = setTimeout(wait, restTime);
    },
    noteReport: (present, device, report) => {
      if (phase === 'ended') return;
      const before = capturesByPath.get(present.path) ?? startCapture;
      const after = (phase === 'opening' || phase === 'resting' ? noteRest : noteReport)(before, present, report);
      capturesByPath.set(present.path, after);
      if (after.step === 'pressed' && before.step !== 'pressed') {
        phase = 'pressed';
        deps.tell({ step: 'pressed', device });
      }
      if (after.step !== 'released') return;
      // A press so quick that both its edges came in one report never happens; still, the steps come in their order.
      end();
      deps.tell({ step: 'released', device, element: after.element, name: `${device.name}, ${after.name}`.slice(0, longestName) });
      deps.onReleased();
    },
    forget: (path) => {
      capturesByPath.delete(path);
    },
    devicesChanged: () => {
      if (phase === 'waiting') wait();
    },
  };
};

/** Milliseconds in which devices that report all the time show what they look like at rest. */
const restTime = 300;
const longestName = 80;
