import type * as NodeHid from 'node-hid';
import type { DeviceMatch } from '../main/contract/trigger.ts';
import type { CaptureSubject } from '../main/core/trigger/captureElement.ts';
import { profileOf } from '../main/core/trigger/profiles.ts';
import type { Hid } from './hid.ts';
import { hex } from './hints.ts';
import { relayContacts } from './relayBoards.ts';
import { systemFacts } from './system.ts';

/** A HID device that is plugged in. */
export interface PresentDevice extends CaptureSubject {
  /** What to open. */
  readonly path: string;
  readonly name: string;
  /** What the device calls itself, unchanged. */
  readonly product: string;
  readonly match: DeviceMatch;
  /** Why it certainly cannot be opened; null: nothing known against it. */
  readonly obstacle: string | null;
}

/**
 * The HID devices plugged in now, except mice, touch pads and touch screens: whoever binds a trigger moves those, and it would be
 * taken for a press. node-hid lists a Linux device once for each of its usages; here it comes once, by its first.
 */
export const listDevices = async (hid: Hid): Promise<readonly PresentDevice[]> => {
  const entriesByPath = Map.groupBy(await hid.devicesAsync(), (entry) => entry.path ?? '');
  entriesByPath.delete('');
  const devices = [...entriesByPath].filter(([, entries]) => !entries.every(isPointer)).map(([path, entries]) => describe(path, entries));
  return (await Promise.all(devices)).flat();
};

const describe = async (path: string, entries: readonly NodeHid.Device[]): Promise<readonly PresentDevice[]> => {
  const [entry] = entries;
  if (entry === undefined) return [];
  const { vendorId, productId } = entry;
  const keyboard = entries.some(isKeyboard);
  const { portPath, numbered, obstacle } = await systemFacts({ path, vendorId, productId, keyboard });
  const profile = profileOf(entry);
  const match: DeviceMatch = {
    vendorId,
    productId,
    usagePage: entry.usagePage ?? null,
    usage: entry.usage ?? null,
    interface: entry.interface,
    serialNumber: entry.serialNumber || null,
    portPath,
  };
  return [{ path, name: profile?.name ?? nameOf(entry, match), product: entry.product ?? '', match, profile, keyboard, numbered, obstacle }];
};

/** What the device calls itself, made fit for one line; makers put all sorts of bytes in there. */
const nameOf = (entry: NodeHid.Device, match: DeviceMatch): string => {
  if (relayContacts({ match, product: entry.product ?? '' }) !== null) return `Relay board ${entry.product}`;
  const own = [entry.manufacturer, entry.product].map((part) => (part ?? '').replaceAll(/\p{Cc}/gu, ' ').trim()).filter((part) => part !== '');
  return own.join(' ').slice(0, longestName) || `HID device ${hex(entry.vendorId)}:${hex(entry.productId)}`;
};

const longestName = 60;

const genericDesktop = 0x01;
const digitizer = 0x0d;
const isKeyboard = (entry: NodeHid.Device): boolean => entry.usagePage === genericDesktop && (entry.usage === 6 || entry.usage === 7);
const isPointer = (entry: NodeHid.Device): boolean => entry.usagePage === digitizer || (entry.usagePage === genericDesktop && (entry.usage === 1 || entry.usage === 2));
