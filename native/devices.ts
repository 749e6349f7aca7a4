import type { Capture, Device } from '../main/contract/trigger.ts';
import type { Clock, Log } from '../main/core/environment.ts';
import type { Devices, ElementChange } from '../main/core/trigger/devices.ts';
import { isPressed } from '../main/core/trigger/element.ts';
import { assignDevices } from '../main/core/trigger/matchDevice.ts';
import { conditionOf, createBoundDevices } from './boundDevices.ts';
import type { BoundDevice } from './boundDevices.ts';
import { createCaptureSession } from './captureSession.ts';
import type { CaptureSession } from './captureSession.ts';
import { describeLibraryFault, describeMissing, describePresent } from './describeDevice.ts';
import type { Observed } from './describeDevice.ts';
import { loadNodeHid } from './hid.ts';
import type { Hid, LoadHid } from './hid.ts';
import { noLibraryHint } from './hints.ts';
import { listDevices } from './listDevices.ts';
import type { PresentDevice } from './listDevices.ts';
import { createListeners } from '../main/core/listeners.ts';
import { reasonOf } from './openDevice.ts';
import { createOpenDevices } from './openDevices.ts';
import { relayContacts } from './relayBoards.ts';
import { repeat } from './repeat.ts';
import { withinTime } from './withinTime.ts';

/**
 * The pedals and buttons of this station, by node-hid. It looks for devices at once and then every second, since not every
 * system says when one is plugged in. `onChanged` is called after the first look in any case.
 */
export const createDevices = (deps: { readonly clock: Clock; readonly log: Log; readonly loadHid?: LoadHid }): Devices => {
  const { clock, log, loadHid = loadNodeHid } = deps;
  const changed = createListeners<void>(log);
  const elements = createListeners<ElementChange>(log);
  const bound = createBoundDevices({ clock, emit: elements.tell, onCondition: () => publish() });
  let hid: Hid | null = null;
  let libraryFault: string | null = null;
  let present: readonly PresentDevice[] = [];
  let boundByPath: ReadonlyMap<string, BoundDevice> = new Map();
  let session: CaptureSession | null = null;
  /** Interfaces that say that no switch is plugged into them. */
  const withoutPlug = new Set<string>();
  let published: string | null = null;
  let looked = false;
  let listing: Promise<readonly PresentDevice[]> | null = null;

  const describe = (device: PresentDevice): Device => {
    const { path } = device;
    return describePresent(device, boundByPath.get(path), { open: open.isOpen(path), failure: open.failure(path), condition: conditionAt(path) });
  };

  const conditionAt = (path: string): Observed['condition'] => {
    const device = boundByPath.get(path);
    return withoutPlug.has(path) ? 'unplugged' : device === undefined ? 'ok' : conditionOf(device);
  };

  /** Relay boards are listed, so that a channel can name one, and are never opened here. */
  const list = (): readonly Device[] => [...present.filter(isRelayBoard).map(describe), ...listTriggers()];

  const listTriggers = (): readonly Device[] => {
    const found = new Set(boundByPath.values());
    const missing = bound.list().filter((device) => !found.has(device));
    return [
      ...present.filter((device) => !isRelayBoard(device)).map(describe),
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
        notePlug(device, report);
        if (session !== null) session.noteReport(device, describe(device), report);
        else if (isOfButtons(device, report)) for (const contact of boundByPath.get(device.path)?.contacts ?? []) contact.noteReport(report, isAnswer(device, report));
      } catch (error) {
        log.error({ error, path: device.path }, 'a report could not be taken in');
      }
    },
    onClosed: (path, unplugged) => {
      session?.forget(path);
      withoutPlug.delete(path);
      for (const contact of boundByPath.get(path)?.contacts ?? []) contact.reset();
      if (!unplugged) return;
      present = present.filter((device) => device.path !== path);
      assign();
      publish();
      looking.soon();
    },
    onChanged: (path) => {
      // Nobody knows what a contact does whose device is silent.
      if (open.failure(path) !== null) for (const contact of boundByPath.get(path)?.contacts ?? []) contact.reset();
      publish();
    },
  });

  const notePlug = (device: PresentDevice, report: Uint8Array): void => {
    const plug = device.profile?.plug ?? null;
    const present = plug === null || !isOfButtons(device, report) ? null : isPressed(plug, report);
    if (present === null || present !== withoutPlug.has(device.path)) return;
    if (present) withoutPlug.delete(device.path);
    else withoutPlug.add(device.path);
    publish();
  };

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
    present = await listAll(library);
    assign();
    await open.keep(
      library,
      present.filter((device) => device.obstacle === null && !isRelayBoard(device) && (session !== null || boundByPath.has(device.path))),
    );
    asking?.ready();
  };

  /** A system that does not come back with its list is asked once, not again and again. */
  const listAll = (library: Hid): Promise<readonly PresentDevice[]> => {
    listing ??= listDevices(library).finally(() => (listing = null));
    return withinTime(listing, listLimit);
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
    setStuckAfter: bound.setStuckAfter,
    capture: (listener) => {
      endSession(session);
      for (const device of bound.list()) for (const contact of device.contacts) contact.reset();
      const steps = createListeners<Capture>(log);
      steps.add(listener);
      const started = createCaptureSession({ devices: listTriggers, tell: steps.tell, onReleased: () => endSession(started) });
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

const isRelayBoard = (device: PresentDevice): boolean => relayContacts(device) !== null;

const isAnswer = ({ profile }: PresentDevice, report: Uint8Array): boolean => !!profile?.poll && (profile.poll.answer === null || isPressed(profile.poll.answer, report) === true);

/** Milliseconds. */
const lookEvery = 1000;
const listLimit = 5000;
