import type { Capture, Device } from '../main/contract/trigger.ts';
import type { Clock, Log } from '../main/core/environment.ts';
import type { Devices, ElementChange } from '../main/core/trigger/devices.ts';
import { isPressed } from '../main/core/trigger/element.ts';
import { assignDevices } from '../main/core/trigger/matchDevice.ts';
import { createBoundDevices } from './boundDevices.ts';
import type { BoundDevice } from './boundDevices.ts';
import { createCaptureSession } from './captureSession.ts';
import type { CaptureSession } from './captureSession.ts';
import { describeLibraryFault, describeMissing, describePresent } from './describeDevice.ts';
import { loadNodeHid } from './hid.ts';
import type { Hid, LoadHid } from './hid.ts';
import { noLibraryHint } from './hints.ts';
import { listDevices } from './listDevices.ts';
import type { PresentDevice } from './listDevices.ts';
import { createListeners } from '../main/core/listeners.ts';
import { reasonOf } from './openDevice.ts';
import { createOpenDevices } from './openDevices.ts';
import { repeat } from './repeat.ts';

/**
 * The pedals and buttons of this station, by node-hid. It looks for devices at once and then every second, since not every
 * system says when one is plugged in. `onChanged` is called after the first look in any case.
 */
export const createDevices = (deps: { readonly clock: Clock; readonly log: Log; readonly loadHid?: LoadHid }): Devices => {
  const { clock, log, loadHid = loadNodeHid } = deps;
  const changed = createListeners<void>(log);
  const elements = createListeners<ElementChange>(log);
  const bound = createBoundDevices({ clock, emit: elements.tell });
  let hid: Hid | null = null;
  let libraryFault: string | null = null;
  let present: readonly PresentDevice[] = [];
  let boundByPath: ReadonlyMap<string, BoundDevice> = new Map();
  let session: CaptureSession | null = null;
  let published: string | null = null;
  let looked = false;

  const describe = (device: PresentDevice): Device =>
    describePresent(device, boundByPath.get(device.path), open.isOpen(device.path), open.failure(device.path));

  const list = (): readonly Device[] => {
    const found = new Set(boundByPath.values());
    const missing = bound.list().filter((device) => !found.has(device));
    return [
      ...present.map(describe),
      ...missing.map((device) => describeMissing(device, libraryFault)),
      ...(libraryFault === null ? [] : [describeLibraryFault(libraryFault)]),
    ];
  };

  const publish = (): void => {
    const now = JSON.stringify(list());
    if (now === published) return;
    published = now;
    changed.tell();
    session?.devicesChanged();
  };

  const open = createOpenDevices({
    log,
    onReport: (device, report) => {
      try {
        if (session !== null) session.noteReport(device, describe(device), report);
        else if (isOfButtons(device, report)) for (const contact of boundByPath.get(device.path)?.contacts ?? []) contact.noteReport(report);
      } catch (error) {
        log.error({ error, path: device.path }, 'a report could not be taken in');
      }
    },
    onClosed: (path, unplugged) => {
      session?.forget(path);
      for (const contact of boundByPath.get(path)?.contacts ?? []) contact.reset();
      if (!unplugged) return;
      present = present.filter((device) => device.path !== path);
      assign();
      publish();
      looking.soon();
    },
  });

  /** A contact whose device went away, or is another one now, is let go: nobody will hear of its release any more. */
  const assign = (): void => {
    const before = boundByPath;
    const wanted = bound.list();
    const presentByBound = assignDevices(
      wanted.map(({ match }) => match),
      present.map(({ match }) => match),
    );
    const boundByPresent = new Map([...presentByBound].map(([which, at]) => [at, wanted[which]]));
    boundByPath = new Map(
      present.flatMap(({ path }, at) => {
        const device = boundByPresent.get(at);
        return device === undefined ? [] : [[path, device] as const];
      }),
    );
    for (const [path, { contacts }] of before) {
      for (const contact of contacts) if (!boundByPath.get(path)?.contacts.includes(contact)) contact.reset();
    }
  };

  const look = async (library: Hid): Promise<void> => {
    const asking = session;
    present = await listDevices(library);
    assign();
    await open.keep(
      library,
      present.filter((device) => device.obstacle === null && (session !== null || boundByPath.has(device.path))),
    );
    asking?.ready();
  };

  const load = async (): Promise<Hid | null> => {
    try {
      const library = await loadHid();
      libraryFault = null;
      return library;
    } catch (error) {
      if (libraryFault === null) log.error({ error }, 'the library for HID devices could not be loaded');
      libraryFault = noLibraryHint(reasonOf(error));
      session?.ready();
      return null;
    }
  };

  const looking = repeat(async () => {
    try {
      hid ??= await load();
      if (hid !== null) await look(hid);
    } catch (error) {
      log.error({ error }, 'the devices could not be listed');
    }
    // Whoever waits for the first look hears of it even when it found nothing.
    if (!looked) published = null;
    looked = true;
    publish();
  }, lookEvery);

  const endSession = (which: CaptureSession | null): void => {
    which?.end();
    if (which === null || which !== session) return;
    session = null;
    looking.soon();
  };

  return {
    list,
    onChanged: changed.add,
    onElement: elements.add,
    watch: (bindings) => {
      bound.replace(bindings);
      assign();
      publish();
      looking.soon();
    },
    capture: (listener) => {
      endSession(session);
      for (const device of bound.list()) for (const contact of device.contacts) contact.reset();
      const steps = createListeners<Capture>(log);
      steps.add(listener);
      const started = createCaptureSession({ devices: list, tell: steps.tell, onReleased: () => endSession(started) });
      session = started;
      looking.soon();
      return () => endSession(started);
    },
    close: async () => {
      endSession(session);
      bound.replace([]);
      await looking.stop();
      await open.closeAll();
    },
  };
};

/** Some devices send other things than their buttons in reports of the same shape. */
const isOfButtons = ({ profile }: PresentDevice, report: Uint8Array): boolean => !profile?.buttonReport || isPressed(profile.buttonReport, report) === true;

const lookEvery = 1000;
