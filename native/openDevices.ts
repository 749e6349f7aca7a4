import type { Log } from '../main/core/environment.ts';
import { deviceKey } from '../main/core/trigger/matchDevice.ts';
import type { Hid } from './hid.ts';
import { openFailedHint } from './hints.ts';
import type { PresentDevice } from './listDevices.ts';
import { openDevice } from './openDevice.ts';
import type { OpenDevice } from './openDevice.ts';

/** The devices that are open now, by path. */
export interface OpenDevices {
  /** Opens those of the wanted that are not open, closes all others. One that could not be opened is tried again at the next call. */
  readonly keep: (hid: Hid, wanted: readonly PresentDevice[]) => Promise<void>;
  readonly isOpen: (path: string) => boolean;
  /** Why the last opening failed, as a hint for people; null when it did not. */
  readonly failure: (path: string) => string | null;
  readonly closeAll: () => Promise<void>;
}

export const createOpenDevices = (deps: {
  readonly log: Log;
  readonly onReport: (device: PresentDevice, report: Uint8Array) => void;
  /** Called when a device stops being read, for whatever reason. `unplugged`: without having been asked to. */
  readonly onClosed: (path: string, unplugged: boolean) => void;
}): OpenDevices => {
  const { log, onReport, onClosed } = deps;
  const openByPath = new Map<string, { readonly key: string; readonly device: OpenDevice }>();
  const failuresByPath = new Map<string, string>();

  const close = async (path: string, unplugged = false): Promise<void> => {
    const entry = openByPath.get(path);
    if (entry === undefined) return;
    openByPath.delete(path);
    onClosed(path, unplugged);
    await entry.device.close();
  };

  const open = async (hid: Hid, present: PresentDevice): Promise<void> => {
    const { path } = present;
    const opened = await openDevice(hid, path, {
      onReport: (report) => onReport(present, report),
      onLost: (reason) => {
        log.warn({ path, reason }, 'a device was lost');
        void close(path, true);
      },
    });
    if (opened.ok) {
      openByPath.set(path, { key: deviceKey(present.match), device: opened.device });
      failuresByPath.delete(path);
    } else {
      // Tried again every second: said once.
      if (!failuresByPath.has(path)) log.warn({ path, reason: opened.reason }, 'a device could not be opened');
      failuresByPath.set(path, openFailedHint(opened.reason));
    }
  };

  return {
    keep: async (hid, wanted) => {
      const wantedByPath = new Map(wanted.map((present) => [present.path, present]));
      // A path is given out anew once it is free: the device behind it may be another one.
      const unwanted = [...openByPath].filter(([path, { key }]) => {
        const present = wantedByPath.get(path);
        return present === undefined || deviceKey(present.match) !== key;
      });
      await Promise.all(unwanted.map(([path]) => close(path)));
      for (const path of failuresByPath.keys()) if (!wantedByPath.has(path)) failuresByPath.delete(path);
      await Promise.all(wanted.filter(({ path }) => !openByPath.has(path)).map((present) => open(hid, present)));
    },
    isOpen: (path) => openByPath.has(path),
    failure: (path) => failuresByPath.get(path) ?? null,
    closeAll: async () => {
      await Promise.all([...openByPath.keys()].map((path) => close(path)));
    },
  };
};
