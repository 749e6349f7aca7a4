import type { Log } from '../main/core/environment.ts';
import { deviceKey } from '../main/core/trigger/matchDevice.ts';
import type { Hid } from './hid.ts';
import { openFailedHint, silentHint, slowHint } from './hints.ts';
import type { PresentDevice } from './listDevices.ts';
import { openDevice } from './openDevice.ts';
import type { OpenDevice } from './openDevice.ts';

/** The devices that are open now, by path. */
export interface OpenDevices {
  /**
   * Opens those of the wanted that are not open, closes all others. One that could not be opened is tried again at the next call; one that takes
   * long to open is not waited for, so that it hides nothing of the others.
   */
  readonly keep: (hid: Hid, wanted: readonly PresentDevice[]) => Promise<void>;
  readonly isOpen: (path: string) => boolean;
  /** Why it could not be opened or is not heard, as a hint for people; null when it is read. */
  readonly failure: (path: string) => string | null;
  readonly closeAll: () => Promise<void>;
}

export const createOpenDevices = (deps: {
  readonly log: Log;
  readonly onReport: (device: PresentDevice, report: Uint8Array) => void;
  /** Called when a device stops being read, for whatever reason. `unplugged`: without having been asked to. */
  readonly onClosed: (path: string, unplugged: boolean) => void;
  /** A device answers no more, or again, or opened late. */
  readonly onChanged: (path: string) => void;
}): OpenDevices => {
  const { log, onReport, onClosed, onChanged } = deps;
  const openByPath = new Map<string, { readonly key: string; readonly device: OpenDevice }>();
  const openingByPath = new Map<string, Promise<void>>();
  const failuresByPath = new Map<string, string>();
  let wantedByPath: ReadonlyMap<string, PresentDevice> = new Map();

  const close = async (path: string, unplugged = false): Promise<void> => {
    const entry = openByPath.get(path);
    if (entry === undefined) return;
    openByPath.delete(path);
    failuresByPath.delete(path);
    onClosed(path, unplugged);
    await entry.device.close();
  };

  const open = async (hid: Hid, present: PresentDevice): Promise<void> => {
    const { path } = present;
    const key = deviceKey(present.match);
    const isWanted = (): boolean => key === keyOf(wantedByPath.get(path));
    const opened = await openDevice(hid, path, present.profile?.poll ?? null, {
      onReport: (report) => onReport(present, report),
      onLost: (reason) => {
        log.warn({ path, reason }, 'a device was lost');
        void close(path, true);
      },
      onSilent: (silent) => {
        if (silent) {
          log.warn({ path }, 'a device does not answer');
          failuresByPath.set(path, silentHint);
        } else failuresByPath.delete(path);
        onChanged(path);
      },
    });
    if (opened.ok && !isWanted()) return opened.device.close();
    if (opened.ok) {
      openByPath.set(path, { key, device: opened.device });
      failuresByPath.delete(path);
    } else {
      // Tried again every second: said once.
      if (!failuresByPath.has(path)) log.warn({ path, reason: opened.reason }, 'a device could not be opened');
      failuresByPath.set(path, openFailedHint(opened.reason));
    }
  };

  const begin = (hid: Hid, present: PresentDevice): Promise<void> => {
    const opening = open(hid, present).finally(() => openingByPath.delete(present.path));
    openingByPath.set(present.path, opening);
    return opening;
  };

  return {
    keep: async (hid, wanted) => {
      wantedByPath = new Map(wanted.map((present) => [present.path, present]));
      // A path is given out anew once it is free: the device behind it may be another one.
      const unwanted = [...openByPath].filter(([path, { key }]) => keyOf(wantedByPath.get(path)) !== key);
      await Promise.all(unwanted.map(([path]) => close(path)));
      for (const path of failuresByPath.keys()) if (!wantedByPath.has(path)) failuresByPath.delete(path);
      const openings = wanted.filter(({ path }) => !openByPath.has(path)).map((present) => openingByPath.get(present.path) ?? begin(hid, present));
      const late = await Promise.race([Promise.all(openings).then(() => false), pause(patience)]);
      if (!late) return;
      for (const [path, opening] of openingByPath) {
        if (!failuresByPath.has(path)) failuresByPath.set(path, slowHint);
        void opening.then(() => onChanged(path));
      }
    },
    isOpen: (path) => openByPath.has(path),
    failure: (path) => failuresByPath.get(path) ?? null,
    closeAll: async () => {
      wantedByPath = new Map();
      await Promise.all([...openingByPath.values(), ...[...openByPath.keys()].map((path) => close(path))]);
    },
  };
};

const keyOf = (present: PresentDevice | undefined): string | undefined => (present === undefined ? undefined : deviceKey(present.match));

const pause = (milliseconds: number): Promise<true> => new Promise((resolve) => setTimeout(() => resolve(true), milliseconds));

/** Milliseconds. Opening takes a few; a device that takes this long is not well. */
const patience = 700;
